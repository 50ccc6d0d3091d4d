import Accounts
import Documents
import FoundationEssentials
import Measurement
import ValueMaps
import Valuation
import Words
import Workbooks

/// Every assumption with its value and source: who said so, and in which cell.
struct AssumptionList {
    let about: About
    let outcomes: [ResolvedOutcome]
    let measures: [MeasureRecords]

    var assumptions: [StatedAssumption] { general + answers + outcomes.flatMap(rows) }

    /// What answers in words were counted as.
    private var answers: [StatedAssumption] {
        measures.filter { !$0.answers.isEmpty }.map { measure in
            let counted = measure.answers.map { "“\($0.text)” \(Int($0.score))" }.joined(separator: "; ")
            return StatedAssumption(
                what: "Answers counted as numbers: \(measure.name)", value: "\(counted)",
                source: "Assumed by us: the steps of the answers, in their order", cell: nil)
        }
    }

    private var general: [StatedAssumption] {
        [
            StatedAssumption(
                what: "Currency", value: "\(about.currency.value)", source: source(of: about.currency.origin),
                cell: cell(of: about.currency.origin)),
            StatedAssumption(
                what: "Discount rate", value: rate(about.discountRate.value),
                source: source(of: about.discountRate.origin), cell: cell(of: about.discountRate.origin)),
            StatedAssumption(
                what: "When a year’s value counts", value: convention, source: source(of: about.convention.origin),
                cell: cell(of: about.convention.origin)),
        ]
    }

    private func rows(_ row: ResolvedOutcome) -> [StatedAssumption] {
        let entered = row.entered
        let currency = about.currency.value
        let outcome: Phrase = "\(entered.outcome) (\(entered.stakeholder))"
        var list = [
            StatedAssumption(
                what: "How many", outcome: outcome, value: "\(Wording.number(row.quantity))",
                source: row.measured == nil
                    ? quoted(entered.indicatorSource, else: entered.quantity.origin)
                    : "Counted from the records of people", cell: cell(of: entered.quantity.origin)),
            StatedAssumption(
                what: "Value of one for a year", outcome: outcome,
                value: "\(entered.proxy.value, currency: currency, pence: true)",
                source: quoted(entered.proxySource, else: entered.proxy.origin), cell: cell(of: entered.proxy.origin)),
        ]
        let shares: [(Phrase, Sourced<Decimal>)] = [
            ("Would have happened anyway", entered.deadweight), ("Moved a problem elsewhere", entered.displacement),
            ("Due to others", entered.attribution), ("Lost each later year", entered.dropOff),
        ]
        list += shares.map { what, share in
            StatedAssumption(
                what: what, outcome: outcome, value: "\(percent: share.value)", source: source(of: share.origin),
                cell: cell(of: share.origin))
        }
        list.append(
            StatedAssumption(
                what: "Years it lasts", outcome: outcome, value: "\(entered.duration.value)",
                source: source(of: entered.duration.origin), cell: cell(of: entered.duration.origin)))
        list.append(
            StatedAssumption(
                what: "When it starts", outcome: outcome,
                value: entered.start.value == .during ? "in the year of the activity" : "the year after the activity",
                source: source(of: entered.start.origin), cell: cell(of: entered.start.origin)))
        if let own = entered.discountRate {
            list.append(
                StatedAssumption(
                    what: "Its own discount rate", outcome: outcome, value: rate(own.value),
                    source: source(of: own.origin),
                    cell: cell(of: own.origin)))
        }
        return list
    }

    private var convention: Phrase {
        switch about.convention.value {
        case .endOfYear: "at the end of the year"
        case .midYear: "in the middle of the year"
        case .startOfYear: "at the start of the year"
        }
    }

    private func rate(_ rate: DiscountRate) -> Phrase {
        switch rate {
        case .flat(let share): "\(percent: share) a year"
        case .standard: "the Green Book’s standard series"
        case .health: "the Green Book’s health series"
        }
    }

    private func quoted(_ words: String?, else origin: Origin) -> Phrase {
        guard let words, !words.isEmpty else { return "No source given" }
        return "The provider: “\(words)”"
    }

    private func source(of origin: Origin) -> Phrase {
        switch origin {
        case .cell, .cells: "The provider’s workbook"
        case .option(let name): "Given as “\(name)” when the account was made"
        case .assumed: "Assumed by us, because nothing was stated"
        case .participants: "The records of people"
        }
    }

    private func cell(of origin: Origin) -> String? {
        origin.cellText
    }
}
