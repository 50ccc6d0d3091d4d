import Accounts
import Documents
import FoundationEssentials
import Valuation
import Words

/// The value map with live formulas: inputs, and each outcome down to what it is worth today.
struct ValueMapSheet {
    let account: Account
    let names: SheetNames
    let rows: ValueMapRows
    let years: YearsSheet
    /// The cell that counts a measured quantity, by the measure's position.
    let improvedCells: [Int: String]

    private var worth: WorthSection { account.worth }
    private var currency: String { account.about.currency }
    private var money: CellFormat { .money(currency, places: 2) }

    func sheet() -> PlannedSheet {
        var draft = SheetDraft(
            names.map, widths: [28, 34, 14, 14, 12, 12, 12, 12, 8, 10, 10, 16, 12, 16], isLandscape: true)
        draft.line([.text(names.text("Value map. Change a value and every figure follows"), .title)])
        draft.line([.text(names.text("Discount rate a year"), .label), nil, rateCell])
        draft.line([
            .text(names.text("When a year’s value counts: 0 at its end, 0.5 at its middle, 1 at its start"), .label),
            nil,
            .input(conventionShift, .number(places: 1)),
        ])
        draft.skip()
        draft.line([.text(names.text("What was put in"), .subheading)])
        inputs(&draft)
        draft.skip()
        draft.line([.text(names.text("Outcomes"), .subheading)])
        outcomes(&draft)
        return draft.sheet
    }

    private var rateCell: DraftCell {
        switch account.about.discountRate {
        case .flat(let rate): .input(rate, .percent(places: 2))
        case .standard: .text(names.text("the Green Book’s standard series"))
        case .health: .text(names.text("the Green Book’s health series"))
        }
    }

    private var conventionShift: Decimal {
        switch account.about.convention {
        case .endOfYear: 0
        case .midYear: Decimal(5) / 10
        case .startOfYear: 1
        }
    }

    private func inputs(_ draft: inout SheetDraft) {
        // Formulas point to the columns, so what names the rows moves, and the columns stay.
        let namesAnybody = worth.inputs.contains { !$0.stakeholder.isEmpty }
        let first: [Phrase?] = namesAnybody ? ["Stakeholder", "What"] : ["What", nil]
        draft.line(
            (first + ["Kind", "Year", "Amount", "Worth today"]).map { $0.map { .heading(names.text($0)) } })
        let factors = years.factors(account.about.discountRate)
        for (index, line) in worth.inputs.enumerated() {
            let row = draft.next
            draft.line([
                .text(namesAnybody ? line.stakeholder : line.description ?? ""),
                namesAnybody ? .text(line.description ?? "") : nil,
                .text(names.text(line.isInKind ? "in kind" : "cash")), .number(Double(line.year), .general),
                .input(line.amount, money),
                .formula(
                    "\(draft.here(row, 4))*INDEX(\(factors),\(draft.here(row, 3))+1)",
                    worth.valued.inputPresentValues[index].double, money),
            ])
        }
        let sum = worth.inputs.isEmpty ? "0" : sumFormula(rows.inputRows, 5, draft)
        draft.line([
            .text(names.text("Total"), .total), nil, nil, nil, nil,
            .formula(sum, worth.valued.inputs.double, money, .total),
        ])
    }

    private func outcomes(_ draft: inout SheetDraft) {
        draft.line(
            ([
                "Stakeholder", "Outcome", "How many", "Value of one", "Would have happened anyway", "Moved elsewhere",
                "Due to others", "Lost each year", "Years", "First year (0 or 1)", "Own rate", "First year’s value",
                "Years’ factor", "Worth today",
            ] as [Phrase]).map { .heading(names.text($0)) })
        for (index, line) in worth.outcomes.enumerated() { outcome(line, index, &draft) }
        func total(_ column: ValueMapRows.Column, _ value: Decimal) -> DraftCell {
            .formula(
                worth.outcomes.isEmpty ? "0" : sumFormula(rows.outcomeRows, column.rawValue, draft), value.double,
                money,
                .total)
        }
        draft.line(
            [.text(names.text("Total"), .total)] + Array(repeating: nil, count: 10) + [
                total(.firstYear, worth.valued.firstYear), nil, total(.presentValue, worth.valued.presentValue),
            ])
    }

    private func outcome(_ line: OutcomeLine, _ index: Int, _ draft: inout SheetDraft) {
        let stated = line.row
        let valued = worth.valued.outcomes[index]
        let row = draft.next
        func here(_ column: ValueMapRows.Column) -> String { draft.here(row, column.rawValue) }
        func share(_ value: Decimal) -> DraftCell { .input(value, .percent(places: 2)) }
        let rate = stated.discountRate ?? account.about.discountRate
        let factor = zip(valued.years.indices, valued.factors).reduce(0.0) { sum, year in
            sum + pow(1 - stated.dropOff.double, year.0) * year.1.double
        }
        draft.line([
            .text(line.stakeholder), .text(line.outcome), quantity(line), .input(stated.proxy, money),
            share(stated.deadweight), share(stated.displacement), share(stated.attribution),
            share(stated.dropOff), .input(Decimal(stated.duration), .general),
            .input(stated.start == .during ? 0 : 1, .general), ownRate(stated.discountRate),
            .formula(
                """
                \(here(.quantity))*\(here(.proxy))*(1-\(here(.deadweight)))*(1-\(here(.displacement)))*(1-\(here(.attribution)))
                """,
                valued.firstYear.double, money),
            .formula("SUMPRODUCT(\(years.left(index)),\(years.factors(rate)))", factor, .number(places: 6)),
            .formula("\(here(.firstYear))*\(here(.factor))", valued.presentValue.double, money),
        ])
    }

    private func quantity(_ line: OutcomeLine) -> DraftCell {
        if let measure = line.measure, let cell = improvedCells[measure] {
            return .formula(cell, line.row.quantity.double, .number(places: 2))
        }
        return .input(line.row.quantity, .number(places: 2))
    }

    private func ownRate(_ rate: DiscountRate?) -> DraftCell? {
        switch rate {
        case .flat(let rate): .input(rate, .percent(places: 2))
        case .standard: .text(names.text("standard"))
        case .health: .text(names.text("health"))
        case nil: nil
        }
    }

    private func sumFormula(_ rows: Range<Int>, _ column: Int, _ draft: SheetDraft) -> String {
        "SUM(\(draft.here(rows.lowerBound, column)):\(draft.here(rows.upperBound - 1, column)))"
    }

    /// A whole power; nothing to the power of nothing is one, as the first year is always there in full.
    private func pow(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1.0) { power, _ in power * base }
    }
}
