import Documents
import FoundationEssentials
import ValueMaps
import Valuation
import Words

/// Reads the inputs and outcomes of one sheet by its plan.
struct ValueMapReader {
    let plan: SheetPlan
    let merges: Merges
    let rows: ValueMapRows
    /// The stakeholder of each row: its own, or the one above where it is left empty.
    let stakeholders: [Int: String]
    let inputRows: [Int]
    let outcomeRows: [Int]

    var cells: Cells { plan.cells }

    static let longestText = 4_000

    init(_ plan: SheetPlan, findings: inout Findings) {
        self.plan = plan
        merges = Merges(plan.cells.sheet)
        rows = ValueMapRows(plan, merges: merges)
        stakeholders = ValueMapReader.stakeholders(plan, rows, merges)
        let own = ValueMapReader.outcomeMeanings.compactMap { plan.index($0) }
        let cells = plan.cells
        outcomeRows = Array(
            rows.rows.filter { row in own.contains { !cells.isEmpty(row, $0) } }.prefix(ValueMapRows.mostRows))
        let inputs = [Meaning.input, .inputAmount].compactMap { plan.index($0) }
        inputRows = Array(
            rows.rows.filter { row in inputs.contains { !cells.isEmpty(row, $0) } }.prefix(ValueMapRows.mostRows))
        if rows.rows.count + rows.notes.count + rows.headings.count > ValueMapRows.mostRows {
            findings.add(
                .tooLarge, sheet: plan.name, found: String(plan.body.count),
                expected: "A value map of at most \(ValueMapRows.mostRows) rows.",
                mend: "Check that this sheet is your value map.")
        }
    }

    /// A row with any of these is about an outcome. Shares and durations are filled down by some, and alone mean nothing.
    private static let outcomeMeanings: [Meaning] = [.outcome, .quantity, .proxy, .quantityLow, .proxyLow]

    private static func stakeholders(_ plan: SheetPlan, _ rows: ValueMapRows, _ merges: Merges) -> [Int: String] {
        guard let column = plan.index(.stakeholder) else { return [:] }
        var current: String?
        var found: [Int: String] = [:]
        var headings = rows.headings.keys.sorted()[...]
        for row in rows.rows {
            while let heading = headings.first, heading < row {
                current = rows.headings[heading]
                headings.removeFirst()
            }
            let (source, sourceColumn) = merges.source(row, column)
            current = plan.cells.text(source, sourceColumn) ?? current
            found[row] = current
        }
        return found
    }

    /// The words of a row in a column of that meaning; merged cells show theirs on each row.
    func text(_ meaning: Meaning, _ row: Int, _ findings: inout Findings) -> String? {
        guard let column = plan.index(meaning) else { return nil }
        let (source, sourceColumn) = merges.source(row, column)
        guard let text = cells.text(source, sourceColumn) else { return nil }
        if case .error = cells.value(source, sourceColumn) {
            findings.add(
                .spreadsheetError, at: cells.reference(source, sourceColumn), found: text, expected: "Words.",
                mend: "Mend the formula in this cell, or write the words in its place.")
            return nil
        }
        guard text.utf8.count <= ValueMapReader.longestText else {
            findings.add(
                .tooLarge, at: cells.reference(source, sourceColumn), found: String(text.prefix(60)),
                expected: "At most \(ValueMapReader.longestText) letters.", mend: "Shorten the text.")
            return nil
        }
        return text
    }

    /// Words that may stand for "nothing is stated", such as a source that is `n/a`.
    func optionalText(_ meaning: Meaning, _ row: Int, _ findings: inout Findings) -> String? {
        text(meaning, row, &findings).flatMap { NumberWords.missing.contains($0.lowercased()) ? nil : $0 }
    }

    func figures(_ meaning: Meaning, _ rows: [Int]) -> FigureColumn? {
        plan.column(meaning).map { FigureColumn(plan, $0, merges: merges, rows: rows) }
    }

    func missing(_ meaning: Meaning, _ row: Int, mend: Phrase, _ findings: inout Findings) {
        guard let column = plan.index(meaning) else { return }
        findings.add(
            .valueMissing, at: cells.reference(row, column), found: cells.shown(row, column),
            expected: ColumnMeaning.of(meaning, in: .valueMap)?.explanation ?? "A value.", mend: mend)
    }
}
