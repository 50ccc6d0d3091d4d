import Accounts
import Documents
import FoundationEssentials
import ValueMaps
import Valuation
import Words
import Workbooks

/// Values the resolved map and turns the result into figures and lines.
struct WorthBuilder {
    let about: About
    let entered: EnteredValueMap
    let outcomes: [ResolvedOutcome]
    let map: ValueMap
    let valued: Valued
    let sensitivity: Sensitivity?

    private var currency: String { about.currency.value }
    private var money: Unit { .money(currency) }
    private var source: Phrase { SourceText.sheets(entered.sheets) }

    private var estimate: Phrase {
        outcomes.contains { $0.measured != nil }
            ? "An estimate; part of it is measured" : "The provider’s own estimate"
    }

    var totals: [Figure] { [inputs, presentValue, netPresentValue, ratio, netRatio, payback] }

    var inputs: Figure {
        Figure(
            id: "inputs", name: "What was put in", value: valued.inputs, unit: money,
            source: SourceText.sheets(entered.inputSheets),
            method: "All inputs added up, cash and in kind; later years discounted",
            confidence: "As stated by the provider",
            derivation: Derivation(rule: "The sum of the inputs", cells: entered.inputs.compactMap { $0.cell }))
    }

    var presentValue: Figure {
        Figure(
            id: "presentValue", name: "What the change is worth today", value: shown(valued.presentValue),
            low: sensitivity.flatMap { shown($0.lowest * valued.inputs) },
            high: sensitivity.flatMap { shown($0.highest * valued.inputs) },
            unit: money, source: source,
            method: "The present value of every outcome, added up (SROI Guide 2012)", confidence: estimate,
            derivation: Derivation(
                rule: "The sum of the present values of the outcomes",
                figures: outcomes.indices.map { "outcome.\($0 + 1).presentValue" }),
            withheld: nothingValued)
    }

    private var netPresentValue: Figure {
        Figure(
            id: "netPresentValue", name: "Worth less what was put in", value: shown(valued.netPresentValue),
            low: sensitivity.flatMap { shown(($0.lowest - 1) * valued.inputs) },
            high: sensitivity.flatMap { shown(($0.highest - 1) * valued.inputs) }, unit: money, source: source,
            method: "Present value less inputs", confidence: estimate,
            derivation: Derivation(
                rule: "What the change is worth, less what was put in", figures: ["presentValue", "inputs"]),
            withheld: nothingValued)
    }

    var ratio: Figure {
        Figure(
            id: "ratio", name: "Social value for each \(.money(1, currency: currency, pence: false)) put in",
            value: shown(valued.ratio), low: shown(sensitivity?.lowest), high: shown(sensitivity?.highest),
            unit: .ratio,
            source: source, method: "Present value divided by inputs (SROI Guide 2012)", confidence: estimate,
            derivation: Derivation(
                rule: "What the change is worth, divided by what was put in. \(conventionSentence)",
                figures: ["presentValue", "inputs"]),
            withheld: withheldRatio)
    }

    private var netRatio: Figure {
        Figure(
            id: "netRatio", name: "Net ratio", value: shown(valued.netRatio), unit: .ratio, source: source,
            method: "Present value less inputs, divided by inputs", confidence: estimate,
            derivation: Derivation(
                rule: "Worth less what was put in, divided by what was put in",
                figures: ["netPresentValue", "inputs"]),
            withheld: withheldRatio)
    }

    private var payback: Figure {
        Figure(
            id: "paybackMonths", name: paybackName,
            value: shown(valued.paybackMonths),
            unit: .months, source: source, method: "Inputs divided by a month’s share of the first year’s value",
            confidence: isPaidBack || outcomes.isEmpty ? estimate : "Longer than the value lasts, so not paid back",
            derivation: Derivation(
                rule: "What was put in, divided by the first year’s value, times twelve",
                figures: ["inputs"] + outcomes.indices.map { "outcome.\($0 + 1).firstYear" }),
            withheld: nothingValued
                ?? (valued.paybackMonths == nil ? "The first year’s value is not above zero" : nil))
    }

    /// The months are counted at the pace of the changes' first year, and most begin only after the year of the activity.
    private var paybackName: Phrase {
        outcomes.allSatisfy { $0.entered.start.value == .during }
            ? "Months until the value equals what was put in"
            : "Months from when the changes begin until their value equals what was put in"
    }

    /// Where every outcome was left unvalued, a worth of nothing would be a claim that nobody made.
    private func shown(_ value: Decimal?) -> Decimal? { outcomes.isEmpty ? nil : value }

    private var nothingValued: Phrase? { outcomes.isEmpty ? "No outcome could be valued" : nil }

    private var withheldRatio: Phrase? {
        if let nothingValued { return nothingValued }
        guard valued.ratio == nil else { return nil }
        return entered.inputs.isEmpty ? "No inputs were stated" : "What was put in is stated as nothing"
    }

    /// Paid back only where the ratio reaches 1 and the value lasts as long as it takes.
    private var isPaidBack: Bool { valued.isPaidBack }

    var conventionSentence: Phrase {
        CautionText.convention(about.convention.value, rate: about.discountRate.value)
    }

    func outcomeLines() -> [OutcomeLine] {
        zip(outcomes, valued.outcomes).enumerated().map { index, pair in
            let (row, value) = pair
            let number = index + 1
            return OutcomeLine(
                number: number, row: row.bare, output: row.entered.output, isCounted: row.measured != nil,
                measure: row.measured?.measure, quantity: quantity(row, number),
                firstYear: firstYear(row, value, number),
                presentValue: presentValue(row, value, number))
        }
    }

    private func quantity(_ row: ResolvedOutcome, _ number: Int) -> Figure {
        let unit: Unit = row.entered.unit.map { .quantity($0) } ?? .quantity("count")
        let rule: Phrase =
            if let group = row.entered.group {
                "\(Wording.number(group.people)) in the group × \(percent: group.share) of them"
            } else if row.measured == nil {
                "As the provider wrote it"
            } else {
                "Counted from the records of people, with Wilson’s 95% interval"
            }
        return Figure(
            id: "outcome.\(number).quantity", name: "How many: \(row.entered.outcome)", value: row.quantity,
            low: row.measured?.low, high: row.measured?.high, unit: unit,
            source: SourceText.sheets([row.entered.sheet]),
            method: row.measured == nil ? "Stated" : "Counted",
            confidence: row.measured == nil ? "As stated by the provider" : "95% interval",
            derivation: Derivation(
                rule: rule, figures: row.measured?.measure.map { ["change.\($0 + 1)"] } ?? [],
                cells: row.measured.map { [$0.cells] } ?? [row.entered.quantity.cell].compactMap { $0 }))
    }

    private func firstYear(_ row: ResolvedOutcome, _ value: ValuedOutcome, _ number: Int) -> Figure {
        let entered = row.entered
        return Figure(
            id: "outcome.\(number).firstYear", name: "First year’s value: \(entered.outcome)", value: value.firstYear,
            unit: money, source: SourceText.sheets([entered.sheet]),
            method: "Quantity times proxy, less deadweight, displacement and attribution (SROI Guide 2012)",
            confidence: "The provider’s own estimate",
            derivation: Derivation(
                rule: """
                    \(Wording.number(row.quantity)) × \(entered.proxy.value, currency: currency, pence: true) × \
                    (1 − \(percent: entered.deadweight.value)) × (1 − \(percent: entered.displacement.value)) × \
                    (1 − \(percent: entered.attribution.value))
                    """,
                figures: ["outcome.\(number).quantity"],
                cells: [
                    entered.proxy.cell, entered.deadweight.cell, entered.displacement.cell, entered.attribution.cell,
                ].compactMap { $0 }))
    }

    private func presentValue(_ row: ResolvedOutcome, _ value: ValuedOutcome, _ number: Int) -> Figure {
        let entered = row.entered
        return Figure(
            id: "outcome.\(number).presentValue", name: "Worth today: \(entered.outcome)", value: value.presentValue,
            unit: money, source: SourceText.sheets([entered.sheet]),
            method: "Each year’s value, less the drop-off, discounted and added up (SROI Guide 2012)",
            confidence: "The provider’s own estimate",
            derivation: Derivation(
                rule: entered.duration.value == 1
                    ? "One year, discounted. \(conventionSentence)"
                    : """
                    \(entered.duration.value) years, each later year less \(percent: entered.dropOff.value), then \
                    discounted. \(conventionSentence)
                    """,
                figures: ["outcome.\(number).firstYear"],
                cells: [entered.duration.cell, entered.dropOff.cell, entered.start.cell].compactMap { $0 }))
    }

    func stakeholderLines(_ lines: [OutcomeLine]) -> [StakeholderLine] {
        var order: [String] = []
        var sums: [String: (Decimal, [String])] = [:]
        for (line, value) in zip(lines, valued.outcomes) {
            if sums[line.stakeholder] == nil { order.append(line.stakeholder) }
            let (sum, figures) = sums[line.stakeholder] ?? (0, [])
            sums[line.stakeholder] = (sum + value.presentValue, figures + [line.presentValue.id])
        }
        return order.enumerated().map { index, stakeholder in
            let (sum, figures) = sums[stakeholder] ?? (0, [])
            return StakeholderLine(
                stakeholder: stakeholder,
                value: Figure(
                    id: "stakeholder.\(index + 1).presentValue", name: "Worth today for \(stakeholder)", value: sum,
                    unit: money, source: source, method: "The present values of this stakeholder’s outcomes, added up",
                    confidence: estimate,
                    derivation: Derivation(rule: "The sum of this stakeholder’s outcomes", figures: figures)))
        }
    }

    func inputLines() -> [InputLine] {
        entered.inputs.map { input in
            InputLine(
                stakeholder: input.stakeholder, description: input.description, amount: input.amount.value,
                isInKind: input.kind.value == .inKind, year: input.year.value, cell: input.cell ?? "")
        }
    }
}

extension Sourced {
    /// The cell's address, where the value came from one.
    var cell: String? { origin.cellText }
}

extension EnteredInput {
    var cell: String? { amount.cell }
}
