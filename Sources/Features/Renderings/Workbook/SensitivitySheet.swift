import Accounts
import Documents
import FoundationEssentials
import Valuation
import Words

/// The sensitivity of the ratio with live formulas: each choice alone, then all that lower it and all that raise it together.
struct SensitivitySheet {
    let account: Account
    let names: SheetNames
    let map: ValueMapRows
    let years: YearsSheet

    private var lines: [SensitivityLine] { account.worth.sensitivity }
    private static let firstLine = 2

    /// Where the ends of the ratio stand, and the sheet.
    func sheet(ratio: Double) -> (sheet: PlannedSheet, low: String?, high: String?) {
        var draft = SheetDraft(names.sensitivity, widths: [48, 14, 14, 14, 14, 40, 14, 18], frozenRows: 2)
        draft.line([.text(names.text("How the ratio moves when one choice moves from its low to its high end"), .title)]
        )
        draft.line(
            (["Choice", "Low end", "High end", "Ratio at low", "Ratio at high", "Whose ends"] as [Phrase]).map {
                .heading(names.text($0))
            })
        for line in lines { write(line, &draft) }
        guard !lines.isEmpty else { return (draft.sheet, nil, nil) }
        draft.skip()
        let low = together("All that lower it, together", lowering: true, ratio: ratio, &draft)
        draft.skip()
        let high = together("All that raise it, together", lowering: false, ratio: ratio, &draft)
        return (draft.sheet, low, high)
    }

    private func write(_ line: SensitivityLine, _ draft: inout SheetDraft) {
        let row = draft.next
        let index = line.outcomeNumber - 1
        let format = format(line.assumption)
        draft.line([
            .text(names.text(line.name)), end(line, low: true, format), end(line, low: false, format),
            .formula(
                ratioFormula(index, replacing: line.assumption, with: draft.here(row, 1)), line.ratioAtLow.double,
                .ratio(places: 6)),
            .formula(
                ratioFormula(index, replacing: line.assumption, with: draft.here(row, 2)), line.ratioAtHigh.double,
                .ratio(places: 6)), .text(names.text(line.basis)),
        ])
    }

    /// Our own ends follow the value map when it is changed; stated and measured ends are what they are.
    private func end(_ line: SensitivityLine, low: Bool, _ format: CellFormat) -> DraftCell {
        let value = low ? line.lowEnd : line.highEnd
        guard line.basisKind == .ours else { return .input(value, format) }
        let cell = map.cell(of: line.assumption, line.outcomeNumber - 1)
        let formula =
            switch (line.assumption.isShare, low) {
            case (true, true): "MAX(0,\(cell)-0.1)"
            case (true, false): "MIN(1,\(cell)+0.1)"
            case (false, true): "\(cell)-0.2*ABS(\(cell))"
            case (false, false): "\(cell)+0.2*ABS(\(cell))"
            }
        return .formula(formula, value.double, format, .plain)
    }

    private func format(_ assumption: Assumption) -> CellFormat {
        if assumption.isShare { return .percent(places: 2) }
        return assumption == .proxy ? .money(account.about.currency, places: 2) : .number(places: 2)
    }

    private func ratioFormula(_ outcome: Int, replacing assumption: Assumption, with cell: String) -> String {
        let cells = { (other: Assumption) in other == assumption ? cell : map.cell(of: other, outcome) }
        let own = map.cell(.presentValue, outcome)
        return "(\(map.presentValueTotal)-\(own)+\(worth(outcome, cells)))/\(map.inputsTotal)"
    }

    /// What an outcome is worth today with its assumptions taken from other cells.
    private func worth(_ outcome: Int, _ cell: (Assumption) -> String) -> String {
        let rate =
            account.worth.outcomes[outcome].row.discountRate ?? account.about.discountRate
        let factors = years.factors(rate)
        let start = map.start(outcome)
        let sinceStart = "(\(years.years)-\(start))"
        let within = "(\(sinceStart)>=0)*(\(sinceStart)<\(map.duration(outcome)))"
        let dropOff = cell(.dropOff)
        // A drop-off of 100 % leaves the first year alone; a spreadsheet refuses nothing to the power of nothing.
        let factor =
            "IF(\(dropOff)>=1,INDEX(\(factors),\(start)+1),SUMPRODUCT(\(within)*(1-\(dropOff))^(\(sinceStart)*(\(sinceStart)>=0))*\(factors)))"
        return
            "\(cell(.quantity))*\(cell(.proxy))*(1-\(cell(.deadweight)))*(1-\(cell(.displacement)))*(1-\(cell(.attribution)))*\(factor)"
    }

    private func together(_ title: Phrase, lowering: Bool, ratio: Double, _ draft: inout SheetDraft) -> String {
        draft.line([.text(names.text(title), .subheading)])
        draft.line(
            [.heading(names.text("Outcome"))] + Assumption.allCases.map { .heading(names.text($0.phrase)) }
                + [.heading(names.text("Worth today"))])
        let first = draft.next
        let worthColumn = Assumption.allCases.count + 1
        var total = 0.0
        for (index, outcome) in account.worth.outcomes.enumerated() {
            let row = draft.next
            var chosen = outcome.row
            var cells: [DraftCell?] = [.text(outcome.outcome)]
            for assumption in Assumption.allCases {
                let (formula, value) = choice(assumption, index, lowering: lowering, ratio: ratio, draft)
                chosen[assumption] = value
                cells.append(.formula(formula, value.double, format(assumption), .plain))
            }
            let columns = Dictionary(uniqueKeysWithValues: Assumption.allCases.enumerated().map { ($1, $0 + 1) })
            let formula = worth(index) { draft.here(row, columns[$0] ?? 0) }
            let value = presentValue(chosen, account.worth.valued.outcomes[index])
            total += value
            cells.append(
                .formula(formula, value, .money(account.about.currency, places: 2)))
            draft.line(cells)
        }
        let sum = "SUM(\(draft.here(first, worthColumn)):\(draft.here(draft.next - 1, worthColumn)))"
        let row = draft.line([
            .text(names.text("Ratio"), .total),
            .formula(
                "\(sum)/\(map.inputsTotal)", total / account.worth.valued.inputs.double, .ratio(places: 6), .total),
        ])
        return draft.reference(row, 1)
    }

    /// The end that lowers (or raises) the ratio, where one does; else the value map's own.
    private func choice(
        _ assumption: Assumption, _ outcome: Int, lowering: Bool, ratio: Double, _ draft: SheetDraft
    ) -> (formula: String, value: Decimal) {
        let base = map.cell(of: assumption, outcome)
        let own = account.worth.outcomes[outcome].row[assumption]
        guard
            let position = lines.firstIndex(where: { $0.outcomeNumber == outcome + 1 && $0.assumption == assumption })
        else { return (base, own) }
        let row = Self.firstLine + position
        let (low, high) = (draft.here(row, 1), draft.here(row, 2))
        let (atLow, atHigh) = (draft.here(row, 3), draft.here(row, 4))
        let line = lines[position]
        let lowEndIsLower = line.ratioAtLow <= line.ratioAtHigh
        let current = "\(map.presentValueTotal)/\(map.inputsTotal)"
        if lowering {
            let moves = min(line.ratioAtLow, line.ratioAtHigh).double < ratio
            return (
                "IF(MIN(\(atLow),\(atHigh))<\(current),IF(\(atLow)<=\(atHigh),\(low),\(high)),\(base))",
                moves ? (lowEndIsLower ? line.lowEnd : line.highEnd) : own
            )
        }
        let moves = max(line.ratioAtLow, line.ratioAtHigh).double > ratio
        return (
            "IF(MAX(\(atLow),\(atHigh))>\(current),IF(\(atLow)<=\(atHigh),\(high),\(low)),\(base))",
            moves ? (lowEndIsLower ? line.highEnd : line.lowEnd) : own
        )
    }

    private func presentValue(_ outcome: Outcome, _ valued: ValuedOutcome) -> Double {
        let first =
            outcome.quantity * outcome.proxy * (1 - outcome.deadweight) * (1 - outcome.displacement)
            * (1 - outcome.attribution)
        var left = Decimal(1)
        var factor = Decimal(0)
        for discount in valued.factors {
            factor += left * discount
            left *= 1 - outcome.dropOff
        }
        return (first * factor).double
    }
}
