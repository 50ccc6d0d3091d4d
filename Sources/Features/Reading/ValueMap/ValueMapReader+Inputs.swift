import Documents
import FoundationEssentials
import ValueMaps
import Valuation
import Words
import Workbooks

extension ValueMapReader {
    /// Reads the inputs. `seen` holds those of the tables read before, so that money that stands on two is asked about too.
    func inputs(_ seen: inout SeenInputs, _ findings: inout Findings) -> [EnteredInput] {
        guard !inputRows.isEmpty else { return [] }
        guard let amounts = figures(.inputAmount, inputRows) else {
            if let column = plan.index(.input) {
                findings.add(
                    .columnMissing, at: plan.header.reference(of: column, in: cells), found: plan.takeName(column),
                    expected: "A column with the value of each input.",
                    mend: "Add a column called Value of input. Write 0 for what you do not count.")
            }
            return []
        }
        let years = figures(.inputYear, inputRows)
        var entered: [EnteredInput] = []
        for row in inputRows {
            let description = text(.input, row, &findings)
            let stakeholder = stakeholders[row] ?? ""
            guard let amount = amount(row, description, amounts, &findings) else { continue }
            if amount.value > 0, let description, !amounts.column.has(.each) {
                let cell = amounts.reference(row)
                if let first = seen.first(stakeholder, description, amount.value, at: cell) {
                    if !amounts.column.has(.once) { askWhetherRepeated(row, first, amounts, &findings) }
                    continue
                }
            }
            entered.append(
                EnteredInput(
                    stakeholder: stakeholder, description: description, amount: amount,
                    kind: kind(row, description, stakeholder, &findings), year: year(row, years, &findings)))
        }
        return entered
    }

    /// The amount in the row's own cell. A cell merged into one above was counted there.
    private func amount(
        _ row: Int, _ description: String?, _ amounts: NumberColumn, _ findings: inout Findings
    ) -> Sourced<Decimal>? {
        guard merges.source(row, amounts.column.column).row == row else { return nil }
        if let column = plan.index(.input), merges.source(row, column).row != row,
            cells.isEmpty(row, amounts.column.column)
        {
            return nil
        }
        switch amounts.figure(row, &findings) {
        case .missing:
            missing(
                .inputAmount, row, mend: "Write what this input was worth. Write 0 if you do not count it.", &findings)
            return nil
        case .refused: return nil
        case .number(let number, let isPercent):
            guard !isPercent else {
                findings.add(
                    .notANumber, at: amounts.reference(row), found: amounts.shown(row), expected: "An amount of money.",
                    mend: "Write the amount without a percent sign.")
                return nil
            }
            guard number >= 0 else {
                negative(amounts, row, &findings)
                return nil
            }
            return Sourced(number, from: .cell(amounts.reference(row)))
        }
    }

    func negative(_ figures: NumberColumn, _ row: Int, _ findings: inout Findings) {
        findings.add(
            .negative, at: figures.reference(row), found: figures.shown(row), expected: "A number that is 0 or more.",
            mend: "Write the number without a minus sign, or leave the row out.")
    }

    private func askWhetherRepeated(
        _ row: Int, _ first: CellReference, _ amounts: NumberColumn, _ findings: inout Findings
    ) {
        findings.add(
            .inputRepeated, at: amounts.reference(row),
            found: "\(amounts.shown(row)) (\(first.sheet == cells.sheet.name ? first.address : first.description))",
            expected: "To know whether this input was put in once and copied down, or each time anew.",
            mend: "Keep it on one row if it was put in once, or say how it is to be counted.",
            takes: [
                plan.take(amounts.column.column, Refinement.once.code),
                plan.take(amounts.column.column, Refinement.each.code),
            ])
    }

    private func kind(
        _ row: Int, _ description: String?, _ stakeholder: String, _ findings: inout Findings
    ) -> Sourced<Input.Kind> {
        if let column = plan.index(.inputKind), let text = cells.text(row, column),
            !NumberWords.missing.contains(text.lowercased())
        {
            if let kind = InputKindWords.stated(text) {
                return Sourced(kind, from: .cell(cells.reference(row, column)))
            }
            findings.add(
                .inputKind, at: cells.reference(row, column), found: text, expected: "Cash or in kind.",
                mend: "Write cash where money was paid, and in kind where time or things were given.")
            return Sourced(.cash, from: .assumed)
        }
        if let description, let column = plan.index(.input), let kind = InputKindWords.described(description) {
            return Sourced(kind, from: .cell(cells.reference(row, column)))
        }
        if let column = plan.index(.stakeholder), cells.text(row, column) != nil,
            InputKindWords.areVolunteers(stakeholder)
        {
            return Sourced(.inKind, from: .cell(cells.reference(row, column)))
        }
        return Sourced(.cash, from: .assumed)
    }

    private func year(_ row: Int, _ years: NumberColumn?, _ findings: inout Findings) -> Sourced<Int> {
        guard let years else { return Sourced(0, from: .assumed) }
        switch years.figure(row, &findings) {
        case .missing, .refused: return Sourced(0, from: .assumed)
        case .number(let number, _):
            if let year = wholeNumber(number), (0...100).contains(year) {
                return Sourced(year, from: .cell(years.reference(row)))
            }
            findings.add(
                .inputYear, at: years.reference(row), found: years.shown(row),
                expected: "A whole number from 0 to 100.",
                mend: "Write 0 for the year of the activity, 1 for the year after, and so on.")
            return Sourced(0, from: .assumed)
        }
    }
}

/// A decimal without a fraction as a whole number; nil for others and for what is too large.
func wholeNumber(_ number: Decimal) -> Int? {
    guard abs(number) < 1_000_000_000 else { return nil }
    return Int("\(number)")
}
