import Documents
import Words
import Workbooks

/// What is found wrong, and what is worth knowing, while a workbook is read. Reading goes on, so that all is found at once.
struct Findings: Sendable {
    private(set) var problems: [ImportProblem] = []
    private(set) var notes: [Phrase] = []
    /// How many problems of a code in a column were counted but not kept.
    private var further: [Place: Int] = [:]
    private var kept: [Place: Int] = [:]
    private var noted: Set<String> = []

    private struct Place: Hashable {
        let code: ProblemCode
        let sheet: String
        let column: Int
    }

    /// Beyond so many of one kind in one column the rest is counted: nobody reads them one by one.
    private static let mostOfOneKind = 1000
    private static let mostInAll = 10_000

    var hasProblems: Bool { !problems.isEmpty }

    mutating func note(_ phrase: Phrase) {
        if !notes.contains(phrase) { notes.append(phrase) }
    }

    /// The first of several notes that say the same of one column stands for them all.
    mutating func note(_ phrase: Phrase, once place: String) {
        if noted.insert(place).inserted { note(phrase) }
    }

    mutating func add(
        _ code: ProblemCode, at cell: CellReference? = nil, sheet: String? = nil, found: String, expected: Phrase,
        mend: Phrase, takes: [String] = []
    ) {
        let place = Place(code: code, sheet: cell?.sheet ?? sheet ?? "", column: cell?.column ?? -1)
        let count = kept[place, default: 0]
        guard count < Findings.mostOfOneKind, problems.count < Findings.mostInAll else {
            further[place, default: 0] += 1
            return
        }
        kept[place] = count + 1
        problems.append(
            ImportProblem(
                code: code.rawValue, cell: cell, sheet: sheet, found: String(found.prefix(200)), expected: expected,
                mend: mend, takes: takes))
    }

    /// All problems in the order of the workbook, with a line for each count of those that are not listed one by one.
    func ordered(by sheets: [String]) -> [ImportProblem] {
        let position = Dictionary(sheets.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func place(_ problem: ImportProblem) -> (Int, Int, Int, String) {
            let sheet = problem.sheet.flatMap { position[$0] } ?? -1
            return (sheet, problem.cell?.row ?? -1, problem.cell?.column ?? -1, problem.code)
        }
        let counts = further.map { place, count in
            ImportProblem(
                code: ProblemCode.more.rawValue, sheet: place.sheet.isEmpty ? nil : place.sheet,
                found: place.column < 0
                    ? place.code.rawValue : "\(place.code.rawValue), \(columnLetters(place.column))",
                expected: place.code.title,
                mend: Phrase(
                    one: "\(count) more cell of this column has the same problem.",
                    other: "\(count) more cells of this column have the same problem.", count: count))
        }.sorted { ($0.sheet ?? "", $0.found) < ($1.sheet ?? "", $1.found) }
        return problems.sorted { place($0) < place($1) } + counts
    }
}
