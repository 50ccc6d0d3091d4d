import Columns
import Documents
import FoundationEssentials
import ValueMaps
import Valuation
import Words
import Workbooks

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
        let inputs = [Meaning.input, .inputAmount].compactMap { plan.index($0) }
        let named = rows.rows.filter { row in own.contains { !cells.isEmpty(row, $0) } }
        let isUnvalued = ValueMapReader.unvalued(plan, merges)
        outcomeRows = named.filter { !isUnvalued($0) }
        inputRows = rows.rows.filter { row in inputs.contains { !cells.isEmpty(row, $0) } }
        noteUncounted(named.filter(isUnvalued), &findings)
        let known = Set(named).union(inputRows)
        noteEmpty(rows.rows.filter { !known.contains($0) }, &findings)
        if rows.rows.count + rows.notes.count + rows.headings.count > ValueMapRows.mostRows {
            findings.add(
                .tooLarge, sheet: plan.name, found: String(plan.body.count),
                expected: "A value map of at most \(ValueMapRows.mostRows) rows.",
                mend: "Check that this sheet is your value map.")
        }
    }

    /// A row with any of these is about an outcome. Shares and durations are filled down by some, and alone mean nothing.
    private static let outcomeMeanings: [Meaning] = [.outcome, .quantity, .proxy, .quantityLow, .proxyLow]

    /// Whether a row names an outcome and gives no figure for it, as people do with outcomes that they only wish to mention.
    private static func unvalued(_ plan: SheetPlan, _ merges: Merges) -> (Int) -> Bool {
        let figures = plan.columns.filter {
            $0.meaning.isFigure && ![.inputAmount, .inputYear].contains($0.meaning)
        }.map(\.column)
        return { row in
            figures.allSatisfy { column in
                let (source, sourceColumn) = merges.source(row, column)
                guard let text = plan.cells.text(source, sourceColumn)?.lowercased() else { return true }
                return text == "-" || text == "n/a" || text == "na" || text == "not applicable"
            }
        }
    }

    private func noteUncounted(_ rows: [Int], _ findings: inout Findings) {
        guard let column = plan.index(.outcome) else { return }
        for row in rows.prefix(20) {
            guard let name = cells.text(row, column) else { continue }
            findings.note(
                "Row \(row + 1) of the sheet \(plan.name) has no quantity and no value, so it is not counted: \(String(name.prefix(200)))."
            )
        }
        if rows.count > 20 {
            findings.note(
                "\(rows.count - 20) more rows of the sheet \(plan.name) have no quantity and no value, so they are not counted."
            )
        }
    }

    /// Rows with a share or a duration alone, such as those that were filled down too far.
    private func noteEmpty(_ rows: [Int], _ findings: inout Findings) {
        guard let first = rows.first else { return }
        findings.note(
            Phrase(
                one:
                    "In the sheet \(plan.name), \(rows.count) row has no outcome and no input. We left it out: row \(first + 1).",
                other:
                    "In the sheet \(plan.name), \(rows.count) rows have no outcome and no input. We left them out, from row \(first + 1).",
                count: rows.count))
    }

    /// What changed: the row's own words, or those above where the row goes on with a second indicator or proxy.
    func outcomeName(_ row: Int, after previous: (row: Int, name: String)?, _ findings: inout Findings) -> String? {
        if let name = text(.outcome, row, &findings) { return name }
        guard let previous, let column = plan.index(.outcome), cells.isEmpty(row, column),
            stakeholders[previous.row] == stakeholders[row],
            [Meaning.indicator, .proxyName, .proxySource, .indicatorSource].contains(where: { meaning in
                plan.index(meaning).map { cells.text(row, $0) != nil } ?? false
            })
        else { return nil }
        return previous.name
    }

    private static func stakeholders(_ plan: SheetPlan, _ rows: ValueMapRows, _ merges: Merges) -> [Int: String] {
        let column = plan.index(.stakeholder)
        var current: String?
        var found: [Int: String] = [:]
        var headings = rows.headings.keys.sorted()[...]
        for row in rows.rows {
            while let heading = headings.first, heading < row {
                current = rows.headings[heading]
                headings.removeFirst()
            }
            if let column {
                let (source, sourceColumn) = merges.source(row, column)
                let own = plan.cells.text(source, sourceColumn)
                current = own.flatMap { NumberWords.isDitto($0) ? nil : $0 } ?? current
            }
            found[row] = current
        }
        return found
    }

    /// The words of a row in a column of that meaning; merged cells show theirs on each row.
    func text(_ meaning: Meaning, _ row: Int, _ findings: inout Findings) -> String? {
        guard let column = plan.index(meaning) else { return nil }
        let (source, sourceColumn) = merges.source(row, column)
        guard let text = cells.text(source, sourceColumn) else { return nil }
        if NumberWords.isDitto(text), let above = rows.rows.last(where: { $0 < row }) {
            return self.text(meaning, above, &findings)
        }
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

    func figures(_ meaning: Meaning, _ rows: [Int]) -> NumberColumn? {
        plan.column(meaning).map { NumberColumn(plan, $0, merges: merges, rows: rows) }
    }

    func missing(_ meaning: Meaning, _ row: Int, mend: Phrase, _ findings: inout Findings) {
        guard let column = plan.index(meaning) else { return }
        findings.add(
            .valueMissing, at: cells.reference(row, column), found: cells.shown(row, column),
            expected: ColumnMeaning.of(meaning, in: .valueMap)?.explanation ?? "A value.", mend: mend)
    }
}
