import Documents
import ValueMaps
import FoundationEssentials
import Imports
import Valuation
import Words

/// What we don't know, what would have happened anyway, and what the figures are not.
struct CautionText {
    let about: About
    let outcomes: [OutcomeLine]
    let unvalued: [UnvaluedOutcome]
    let changes: [ChangeSection]
    let hasParticipants: Bool
    let hasComparison: Bool
    let ratio: Figure
    let currency: String

    /// What would have happened anyway: the comparison group where there is one, and each row's deadweight.
    var anyway: [Phrase] {
        var lines: [Phrase] = []
        if hasComparison {
            lines.append("A comparison group shows what happened to people who were not on the programme.")
        } else {
            lines.append(
                "There is no comparison group. What would have happened anyway is the provider’s own estimate.")
        }
        for line in outcomes {
            let entered = line.values.entered
            lines.append(
                "“\(line.outcome)” (\(line.stakeholder)): \(percent: entered.deadweight.value) would have happened anyway; \(percent: entered.displacement.value) moved a problem elsewhere; \(percent: entered.attribution.value) is due to others."
            )
        }
        return lines
    }

    var unknowns: [Phrase] {
        var lines: [Phrase] = []
        if about.provider == nil { lines.append("Who provides the service: not stated.") }
        if about.commissioner == nil { lines.append("Who the account is for: not stated.") }
        if about.service == nil { lines.append("What the service is called: not stated.") }
        if about.period == nil { lines.append("The period of the account: not stated.") }
        if !hasParticipants { lines.append("How each person fared: no records of people came with this account.") }
        if hasParticipants && !hasComparison {
            lines.append(
                "What would have happened to the same people without the service: there is no comparison group.")
        }
        for section in changes where !section.showsClearChange && section.main.value != nil {
            lines.append("Whether there is a change in “\(section.name)”: it is too early to say.")
        }
        for section in changes where section.main.value == nil {
            lines.append("The average of “\(section.name)”: fewer than 10 people were measured.")
        }
        for row in unvalued {
            lines.append(
                "The worth of “\(row.outcome)” (\(row.stakeholder)): so few people are behind a number that it is not shown, and the outcome is not valued."
            )
        }
        for line in outcomes where (line.values.entered.proxySource ?? "").isEmpty {
            lines.append("Where the value of “\(line.outcome)” comes from: no source was given.")
        }
        for line in outcomes where (line.values.entered.priceYear ?? "").isEmpty {
            lines.append("The year of the prices for “\(line.outcome)”: not stated.")
        }
        lines.append("How long the changes last: the years are the provider’s estimate, not yet seen.")
        return lines
    }

    var cautions: [Phrase] {
        var lines: [Phrase] = []
        if let ratio = ratio.value {
            lines.append(
                "A ratio of \(ratio, places: 2) is not cash saved. Most of this value goes to people, not to a budget.")
            lines.append(
                "Do not set it beside the ratio of another organisation. Each one makes its own choices, so the two do not compare."
            )
        } else {
            lines.append("This value is not cash saved. Most of it goes to people, not to a budget.")
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
