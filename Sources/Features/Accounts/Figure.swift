import Valuation
package import FoundationEssentials
package import Words

/// One number of an account with everything that a reader needs to trust or doubt it.
///
/// The same figure is shown by all four renderings, so that they can't disagree.
package struct Figure: Sendable, Equatable {
    /// Stable within the account: `ratio`, `change.1`, `outcome.2.presentValue`.
    package var id: String
    package var name: Phrase
    /// In `unit`, rounded as the unit says; nil where it is not defined or may not be shown (`withheld` then says why).
    package var value: Decimal?
    package var low: Decimal?
    package var high: Decimal?
    package var unit: Unit
    package var source: Phrase
    package var method: Phrase
    package var confidence: Phrase
    package var derivation: Derivation
    package var withheld: Phrase?
    /// Which way is good news, where the figure is a change or a difference; it is then read as so much higher or lower.
    package var better: Better?
    /// Further members of a measured change: counts and means by group.
    package var groups: GroupFigures?

    package init(
        id: String, name: Phrase, value: Decimal?, low: Decimal? = nil, high: Decimal? = nil, unit: Unit,
        source: Phrase, method: Phrase, confidence: Phrase, derivation: Derivation, withheld: Phrase? = nil,
        better: Better? = nil, groups: GroupFigures? = nil
    ) {
        self.id = id
        self.name = name
        self.value = value.map(unit.rounded)
        self.low = low.map(unit.rounded)
        self.high = high.map(unit.rounded)
        self.unit = unit
        self.source = source
        self.method = method
        self.confidence = confidence
        self.derivation = derivation
        self.withheld = withheld
        self.better = better
        self.groups = groups
    }
}

package enum Better: Sendable, Equatable {
    case higher, lower
}

/// What a figure is counted in, and with it how many places it keeps.
package enum Unit: Sendable, Equatable {
    /// Whole units of a currency with two places (pounds, not pence).
    case money(String)
    /// Money returned for each unit of money put in; six places.
    case ratio
    case people
    case months
    /// A share from 0 to 1; six places.
    case share
    /// Whatever the provider counted, under the provider's name for it; two places.
    case quantity(String)
    /// Points of a scale or another measured number; six places.
    case points

    package var code: String {
        switch self {
        case .money(let currency): currency
        case .ratio: "ratio"
        case .people: "people"
        case .months: "months"
        case .share: "share"
        case .quantity(let name): name
        case .points: "points"
        }
    }

    /// The unit that goes by a code.
    package init(code: String) {
        switch code {
        case "ratio": self = .ratio
        case "people": self = .people
        case "months": self = .months
        case "share": self = .share
        case "points": self = .points
        default:
            let isCurrency = code.utf8.count == 3 && code.utf8.allSatisfy { (0x41...0x5A).contains($0) }
            self = isCurrency ? .money(code) : .quantity(code)
        }
    }

    package var places: Int {
        switch self {
        case .money, .months, .quantity: 2
        case .ratio, .share, .points: 6
        case .people: 0
        }
    }

    package func rounded(_ value: Decimal) -> Decimal { value.rounded(places: places) }
}

/// How a figure came about: the rule, the figures that went into it, and the cells at the end of the trail.
package struct Derivation: Sendable, Equatable {
    package var rule: Phrase
    package var figures: [String]
    /// Cell ranges with their rule: `Participants!G4:G448 where B = Yes, n = 185`.
    package var cells: [String]

    package init(rule: Phrase, figures: [String] = [], cells: [String] = []) {
        self.rule = rule
        self.figures = figures
        self.cells = cells
    }
}

/// The groups behind a measured change. A mean is nil below ten people; a count is nil where it may not be shown.
package struct GroupFigures: Sendable, Equatable {
    package var count: Int?
    package var comparisonCount: Int?
    package var mean: Decimal?
    package var comparisonMean: Decimal?
    package var meanBefore: Decimal?
    package var comparisonMeanBefore: Decimal?

    package init(
        count: Int?, comparisonCount: Int?, mean: Decimal?, comparisonMean: Decimal?, meanBefore: Decimal?,
        comparisonMeanBefore: Decimal?
    ) {
        self.count = count
        self.comparisonCount = comparisonCount
        self.mean = mean
        self.comparisonMean = comparisonMean
        self.meanBefore = meanBefore
        self.comparisonMeanBefore = comparisonMeanBefore
    }
}
