import Accounts
import Documents
import ValueMaps
import FoundationEssentials
import Valuation
import Words
import Workbooks

/// What we don't know, what would have happened anyway, and what the figures are not.
struct CautionText {
    let about: About
    let worth: [OutcomeLine]
    let outcomes: [ResolvedOutcome]
    let unvalued: [UnvaluedOutcome]
    let changes: [ChangeSection]
    /// How many took part; nil where no records of people came.
    let people: ShownNumber?
    let hasComparison: Bool
    let ratio: Figure
    let currency: String

    /// What would have happened anyway: the comparison group where there is one, and each row's deadweight.
    var anyway: [Phrase] {
        var lines: [Phrase] = []
        if isCompared {
            lines.append("A comparison group shows what happened to people who were not on the programme.")
        } else if hasComparison {
            lines.append(
                "Fewer than 10 people of the comparison group were measured, which is too few to compare with. What would have happened anyway is the provider’s own estimate."
            )
        } else {
            lines.append(
                "There is no comparison group. What would have happened anyway is the provider’s own estimate.")
        }
        let largest = worth.sorted { ($0.presentValue.value ?? 0) > ($1.presentValue.value ?? 0) }
        for line in largest.prefix(Self.mostOutcomes) {
            lines.append(
                "“\(Wording.short(line.outcome))” (\(Wording.short(line.stakeholder))): \(percent: line.row.deadweight) would have happened anyway; \(percent: line.row.displacement) moved a problem elsewhere; \(percent: line.row.attribution) is due to others."
            )
        }
        if outcomes.count > Self.mostOutcomes {
            lines.append("The other outcomes, which are worth less, are in annex 2.")
        }
        return lines
    }

    private var hasParticipants: Bool { people != nil }
    private var isCompared: Bool { changes.contains { $0.groups.count > 1 } }

    /// The outcomes that are named one by one.
    private static let mostOutcomes = 3

    /// The names of some outcomes in quotation marks, the first few in full.
    private func names(_ names: [String]) -> Phrase {
        let named = names.prefix(Self.mostOutcomes).map { "“\(Wording.short($0))”" }.joined(separator: ", ")
        guard names.count > Self.mostOutcomes else { return "\(named)" }
        return "\(named) and \(names.count - Self.mostOutcomes) more"
    }

    var unknowns: [Phrase] {
        var lines: [Phrase] = []
        if about.provider == nil { lines.append("Who provides the service: not stated.") }
        if about.commissioner == nil { lines.append("Who the account is for: not stated.") }
        if about.service == nil { lines.append("What the service is called: not stated.") }
        if about.period == nil { lines.append("The period of the account: not stated.") }
        if !hasParticipants { lines.append("How each person fared: no records of people came with this account.") }
        if hasComparison && !isCompared {
            lines.append(
                "What would have happened to the same people without the service: the comparison group is too small to show."
            )
        } else if hasParticipants && !isCompared {
            lines.append(
                "What would have happened to the same people without the service: there is no comparison group.")
        }
        lines += EvidenceText(outcomes: outcomes, changes: changes, people: people).lines
        let once = changes.filter { !$0.showsChange && $0.main.value != nil }
        if !once.isEmpty {
            lines.append("Whether there is a change: measured only once, for \(names(once.map(\.name))).")
        }
        let early = changes.filter { $0.showsChange && !$0.showsClearChange && $0.main.value != nil }
        if !early.isEmpty {
            lines.append("Whether there is a change: it is too early to say for \(names(early.map(\.name))).")
        }
        let few = changes.filter { $0.main.value == nil }
        if !few.isEmpty {
            lines.append("Some averages: fewer than 10 people were measured for \(names(few.map(\.name))).")
        }
        if !unvalued.isEmpty {
            lines.append(
                "The worth of \(names(unvalued.map(\.outcome))): to say how many would show a group of fewer than 5 people, so it is not valued."
            )
        }
        let unsourced = outcomes.filter { ($0.entered.proxySource ?? "").isEmpty }
        if !unsourced.isEmpty {
            lines.append("Where the value of one comes from: no source for \(names(unsourced.map(\.entered.outcome))).")
        }
        let undated = outcomes.filter { ($0.entered.priceYear ?? "").isEmpty }
        if !undated.isEmpty {
            lines.append("The year of the prices: not stated for \(names(undated.map(\.entered.outcome))).")
        }
        lines.append("How long the changes last: the years are the provider’s estimate, not yet seen.")
        return lines
    }

    var cautions: [Phrase] {
        var lines: [Phrase] = []
        if let ratio = ratio.value {
            lines.append(
                "A ratio of \(ratio, places: 2) is not cash saved. It says what a change is worth, and not what a budget gains."
            )
            lines.append(
                "Do not set it beside the ratio of another organisation. Each one makes its own choices, so the two do not compare."
            )
        } else {
            lines.append("This value is not cash saved. It says what a change is worth, and not what a budget gains.")
        }
        lines.append("It is an estimate. It rests on the choices listed below, and it moves when they move.")
        return lines
    }

    /// The convention stands beside every ratio, because it moves it.
    static func convention(_ convention: Convention, rate: DiscountRate) -> Phrase {
        let rateText: Phrase =
            switch rate {
            case .flat(let share): "at \(percent: share) a year"
            case .standard: "by the Green Book’s standard rates"
            case .health: "by the Green Book’s health rates"
            }
        return switch convention {
        case .endOfYear: "Later years count for less, \(rateText); a year’s value counts at its end."
        case .midYear: "Later years count for less, \(rateText); a year’s value counts at its middle."
        case .startOfYear:
            "Later years count for less, \(rateText); a year’s value counts at its start, so the year of the activity and the first year after it both count in full."
        }
    }
}
