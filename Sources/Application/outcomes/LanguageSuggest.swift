import CanonicalJSON
import struct FoundationEssentials.Decimal
import Tables
import Vocabulary
import Words

/// Says for each text of a table which concepts of a vocabulary it may mean.
struct LanguageSuggest: Sendable {
    private let vocabulary: String
    private let taught: String?
    private let texts: String
    private let top: Int
    private let asJSON: Bool

    static let mostSuggestions = 1_000
    /// So many texts are answered before the first of them is written.
    private static let portion = 500

    static let options = [
        Option(
            "vocabulary", value: "FILE",
            "What “suggest” chooses from, a table of concepts as CSV; or what “search” looks in, a file of any form."),
        Option("texts", value: "FILE", "What “suggest” reads: a table of texts, as CSV."),
        Option("learn", value: "FILE", "A table of texts with the codes that people gave them, to learn from."),
        Option(
            "top", value: "N",
            "How many concepts to say for each text, or for what was typed; 10 where it is not given."),
        Option("json", "Write a line of JSON for each text."),
    ]

    init(_ arguments: Arguments) throws(UsageError) {
        guard let vocabulary = arguments.value("vocabulary"), let texts = arguments.value("texts") else {
            throw UsageError("suggest needs --vocabulary FILE and --texts FILE.")
        }
        self.vocabulary = vocabulary
        self.texts = texts
        self.taught = arguments.value("learn")
        top = try Self.top(arguments)
        asJSON = arguments.has("json")
    }

    /// How many concepts are wanted.
    static func top(_ arguments: Arguments) throws(UsageError) -> Int {
        let top = arguments.value("top") ?? "10"
        guard let number = Int(top), (1...mostSuggestions).contains(number) else {
            throw UsageError("“\(top)” is not a number from 1 to \(mostSuggestions).")
        }
        return number
    }

    func run(in world: World) -> ExitStatus {
        do throws(TableRefusal) {
            let vocabulary = try VocabularyTable(TableFile.read(vocabulary))
            let texts = try TextTable(TableFile.read(texts))
            let suggester =
                if let taught {
                    Suggester(vocabulary.subjects, taught: try TextTable(TableFile.read(taught)).taught(vocabulary))
                } else {
                    Suggester(vocabulary.subjects, untagged: texts.rows.map(\.wording))
                }
            for start in stride(from: 0, to: texts.rows.count, by: Self.portion) {
                let rows = texts.rows[start..<min(start + Self.portion, texts.rows.count)]
                for (row, said) in zip(rows, suggester.suggest(rows.map(\.wording), top: top)) {
                    write(row, said.suggestions, said.tags, suggester, in: world)
                }
            }
            return .success
        } catch {
            world.complain("\(error.file): \(error.sentence)")
            return .refused
        }
    }

    private func write(
        _ row: TextTable.Row, _ suggestions: [Suggestion], _ tags: [String], _ suggester: Suggester, in world: World
    ) {
        if asJSON {
            world.say(verbatim: json(row.id, suggestions, tags).canonicalText)
        } else {
            say(row, suggestions, tags, suggester, in: world)
        }
    }

    private func json(_ id: String, _ suggestions: [Suggestion], _ tags: [String]) -> JSON {
        [
            "id": .string(id), "tags": .array(tags.map { .string($0) }),
            "suggestions": .array(
                suggestions.map {
                    [
                        "code": .string($0.code), "probability": .number(rounded($0.probability)),
                        "because": .array($0.because.map { .string($0) }),
                    ]
                }),
        ]
    }

    /// To four places: more would claim to know more.
    private func rounded(_ probability: Double) -> Double { (probability * 10_000).rounded() / 10_000 }

    private func say(
        _ row: TextTable.Row, _ suggestions: [Suggestion], _ tags: [String], _ suggester: Suggester, in world: World
    ) {
        world.say(verbatim: onOneLine("\(row.id)  \(row.wording.title)"))
        for suggestion in suggestions {
            let mark = tags.contains(suggestion.code) ? "*" : " "
            let share = world.words.text("\(percent: Decimal(rounded(suggestion.probability)), places: 0)")
            let label = suggester.label(of: suggestion.code)
            let because =
                suggestion.because.isEmpty
                ? "" : world.words.text("  because of \(suggestion.because.joined(separator: ", "))")
            world.say(verbatim: onOneLine("\(mark) \(share)  \(suggestion.code)  \(label)") + because)
        }
    }
}

private func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
}
