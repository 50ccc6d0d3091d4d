package import CanonicalJSON
package import FoundationEssentials
package import Valuation

extension Decimal {
    /// The number as JSON, rounded half away from zero to so many places.
    package func json(places: Int) -> JSON { .number(rounded(places: places).double) }
}

extension Valued {
    /// The result as JSON: money to the penny, ratios to six decimals, `null` where there is no ratio or no payback.
    package func json(defaults: [String]) -> JSON {
        [
            "inputs": inputs.json(places: 2),
            "presentValue": presentValue.json(places: 2),
            "netPresentValue": netPresentValue.json(places: 2),
            "ratio": ratio?.json(places: 6) ?? .null,
            "netRatio": netRatio?.json(places: 6) ?? .null,
            "paybackMonths": paybackMonths?.json(places: 2) ?? .null,
            "outcomes": .array(outcomes.map(\.json)),
            "defaults": .array(defaults.map(JSON.string)),
        ]
    }
}

extension ValuedOutcome {
    fileprivate var json: JSON {
        [
            "firstYear": firstYear.json(places: 2),
            "years": .array(years.map { $0.json(places: 2) }),
            "presentValue": presentValue.json(places: 2),
        ]
    }
}
