import Documents
import Words
import Workbooks

/// What a sheet is read as, decided before any of its figures is read.
struct SheetPlan: Sendable {
    let cells: Cells
    let header: HeaderBlock
    var columns: [PlannedColumn]

    var name: String { cells.name }

    /// The rows under the header.
    var body: Range<Int> { min(header.rows.upperBound + 1, cells.rows.upperBound)..<cells.rows.upperBound }

    func column(_ meaning: Meaning) -> PlannedColumn? { columns.first { $0.meaning == meaning } }

    func index(_ meaning: Meaning) -> Int? { column(meaning)?.column }

    /// What `--take` calls a column: its header where no other column has the same, else its letters.
    func takeName(_ column: Int) -> String {
        let texts = header.headers
        guard let own = texts.first(where: { $0.column == column }), !own.text.contains("=") else {
            return columnLetters(column)
        }
        let key = HeaderText(own.text).fullKey
        let isAlone = !key.isEmpty && texts.filter { HeaderText($0.text).fullKey == key }.count == 1
        return isAlone ? own.text : columnLetters(column)
    }

    /// Whether a row names the columns once more as the header does.
    func repeatsHeader(_ row: Int) -> Bool {
        var same = 0
        for (column, text) in header.headers {
            guard let own = cells.text(row, column) else { continue }
            guard own == text else { return false }
            same += 1
        }
        return same >= 2
    }

    func take(_ column: Int, _ answer: String) -> String { "\(name)!\(takeName(column))=\(answer)" }
}

/// One column and what it is taken for.
struct PlannedColumn: Sendable {
    let column: Int
    let header: String
    var meaning: Meaning
    var basis: TakenColumn.Basis
    var refinements: [Refinement] = []
    var reading: Phrase?
    /// Whether other columns may take this meaning away: it was met by a loose name or guessed.
    var isYielding = false
    /// Whether its values tell who people are: they are never shown or kept.
    var isPersonal = false
    /// The name of the score that a column of scores is about.
    var score: String?

    func has(_ refinement: Refinement) -> Bool { refinements.contains(refinement) }
}

extension SheetPlan {
    /// What the preview shows of the columns, with the first few values of each that is read.
    func taken(as kind: TakenSheet.Kind, rows: some Sequence<Int>) -> TakenSheet {
        let sample = Array(rows.prefix(SheetPlan.rowsLookedAt))
        let columns = columns.map { column in
            TakenColumn(
                column: column.column, header: column.header, meaning: column.meaning.rawValue, basis: column.basis,
                examples: column.meaning == .leftUnread || column.isPersonal
                    ? [] : examples(of: column.column, in: sample),
                reading: column.reading)
        }
        return TakenSheet(name: name, kind: kind, headerRow: header.main, columns: columns, area: cells.area)
    }

    private static let rowsLookedAt = 50

    private func examples(of column: Int, in rows: [Int]) -> [String] {
        var found: [String] = []
        for row in rows where found.count < 3 {
            let text = String(cells.shown(row, column).prefix(80))
            if !text.isEmpty, !found.contains(text) { found.append(text) }
        }
        return found
    }
}
