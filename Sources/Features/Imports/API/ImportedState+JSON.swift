import CanonicalJSON
import Documents
import FoundationEssentials
import Web
import Words
import Workbooks

/// What a program is told of a workbook that was sent in.
struct ImportedState {
    enum State: String, CaseIterable {
        /// It waits to be read, or is being read.
        case reading
        /// The file can't be read.
        case refused
        /// It was read, and there are questions to answer or problems to mend.
        case incomplete
        /// It was understood: an account can be made of it.
        case understood
    }

    let id: String
    let state: State
    let fileName: String
    let created: Date
    /// How much is read.
    let percent: Int
    /// Why the file can't be read, and what to do.
    var fault: (sentence: Phrase, mend: Phrase)?
    var result: ImportResult?

    /// Beyond this a program is told how many there are.
    private static let mostProblems = 1_000

    static let schema = Schema.named(
        "Import",
        .record([
            .init("id", .identifier),
            .init(
                "state", .choice(State.allCases.map(\.rawValue)),
                "reading: wait and ask again. refused: the file can’t be read. incomplete: there are questions to answer, or problems to mend in the workbook. understood: an account can be made of it."
            ),
            .init("fileName", .text), .init("created", .moment),
            .init("percent", .integer(0...100), "How much is read."),
            .init(
                "fault", .orNull(.record([.init("sentence", .text), .init("mend", .text, "What to do.")])),
                "Why the file can’t be read."),
            .init("problemCount", .integer(0...10_000_000)),
            .init("problems", .list(of: problem, most: mostProblems), "The first of them."),
            .init("sheets", .list(of: sheet, most: 10_000), "What each sheet and column was taken for."),
            .init("notes", .list(of: .text, most: 10_000), "Worth knowing; nothing to act on."),
        ]))

    private static let problem = Schema.named(
        "ImportProblem",
        .record([
            .init("code", .text), .init("sheet", .orNull(.text)), .init("cell", .orNull(.text)),
            .init("found", .text, "What is there."), .init("expected", .text), .init("mend", .text, "What to do."),
            .init(
                "answers",
                .list(of: .record([.init("answer", .text), .init("meaning", .text)]), most: 10_000),
                "For a question that only a person can answer: what can be answered, the likeliest first."),
        ]))

    private static let sheet = Schema.record([
        .init("name", .text), .init("kind", .choice(TakenSheet.Kind.allCases.map(\.rawValue))),
        .init(
            "columns",
            .list(
                of: .record([
                    .init("header", .text), .init("meaning", .text),
                    .init("basis", .choice(["recognised", "guessed", "chosen", "remembered"])),
                ]), most: 100_000)),
    ])

    /// - Parameter mayChange: whether whoever asks may say what the workbook means; others see what came of it, as on the page.
    func json(in words: Catalogue, mayChange: Bool) -> JSON {
        let problems = (result?.problems ?? []).filter { mayChange || $0.takes.isEmpty }
        return [
            "id": .string(id), "state": .string(state.rawValue), "fileName": .string(fileName),
            "created": .moment(created), "percent": .integer(percent),
            "fault": fault.map {
                ["sentence": .string(words.text($0.sentence)), "mend": .string(words.text($0.mend))]
            } ?? .null,
            "problemCount": .integer(problems.count),
            "problems": .array(problems.prefix(Self.mostProblems).map { json($0, words) }),
            "sheets": .array(mayChange ? (result?.taken ?? []).map(json) : []),
            "notes": .array((result?.understanding?.notes ?? []).map { .string(words.text($0)) }),
        ]
    }

    private func json(_ problem: ImportProblem, _ words: Catalogue) -> JSON {
        [
            "code": .string(problem.code), "sheet": .text(problem.sheet), "cell": .text(problem.cell?.address),
            "found": .string(problem.found), "expected": .string(words.text(problem.expected)),
            "mend": .string(words.text(problem.mend)),
            "answers": .array(
                problem.takes.map { take in
                    [
                        "answer": .string(take),
                        "meaning": .string(words.text(AnswerText.phrase(take, among: problem.takes))),
                    ]
                }),
        ]
    }

    private func json(_ sheet: TakenSheet) -> JSON {
        [
            "name": .string(sheet.name), "kind": .string(sheet.kind.rawValue),
            "columns": .array(
                sheet.columns.map { column in
                    [
                        "header": .string(column.header), "meaning": .string(column.meaning),
                        "basis": .string(column.basis.rawValue),
                    ]
                }),
        ]
    }
}
