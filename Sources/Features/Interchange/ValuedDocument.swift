package import CanonicalJSON
import FoundationEssentials
package import Valuation

/// What a map is worth, as JSON: money to the penny, ratios to six decimals, `null` where there is no ratio or no payback.
package struct ValuedDocument: Sendable {
    private let valued: Valued
    private let defaults: [String]

    /// - Parameter defaults: the paths of what was not given and has its default.
    package init(_ valued: Valued, defaults: [String]) {
        self.valued = valued
        self.defaults = defaults
    }

    package var json: JSON {
        [
            "inputs": money(valued.inputs),
            "presentValue": money(valued.presentValue),
            "netPresentValue": money(valued.netPresentValue),
            "ratio": number(valued.ratio, places: 6),
            "netRatio": number(valued.netRatio, places: 6),
            "paybackMonths": number(valued.paybackMonths, places: 2),
            "outcomes": .array(valued.outcomes.map(outcome)),
            "defaults": .array(defaults.map(JSON.string)),
        ]
    }

    private func outcome(_ outcome: ValuedOutcome) -> JSON {
        [
            "firstYear": money(outcome.firstYear),
            "years": .array(outcome.years.map(money)),
            "presentValue": money(outcome.presentValue),
        ]
    }

    private func money(_ amount: Decimal) -> JSON { number(amount, places: 2) }

    /// Rounded half away from zero to so many places.
    private func number(_ number: Decimal?, places: Int) -> JSON {
        number.map { .number($0.rounded(places: places).double) } ?? .null
    }
}
