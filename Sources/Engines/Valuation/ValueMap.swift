public import FoundationEssentials

/// A value map after the SROI Guide: what was put in, and for each outcome how much of it, its worth and what reduces it.
///
/// - Units: money in whole units of `currency` (pounds, not pence); shares from 0 to 1.
/// - Source: The SROI Network, A guide to Social Return on Investment (2012), stages 3 to 5.
public struct ValueMap: Sendable, Equatable {
    public var currency: String
    public var discountRate: DiscountRate
    public var convention: Convention
    public var inputs: [Input]
    public var outcomes: [Outcome]

    public init(
        currency: String = "GBP", discountRate: DiscountRate = .flat(Decimal(35) / 1000),
        convention: Convention = .endOfYear, inputs: [Input], outcomes: [Outcome]
    ) {
        self.currency = currency
        self.discountRate = discountRate
        self.convention = convention
        self.inputs = inputs
        self.outcomes = outcomes
    }
}

/// How later years are discounted: one flat rate a year, or a published series of rates.
public enum DiscountRate: Sendable, Hashable {
    case flat(Decimal)
    /// The Green Book's standard series, which starts at 3.5 %.
    case standard
    /// The Green Book's series for health and wellbeing, which starts at 1.5 %.
    case health
}

/// Where in a year a benefit counts: `c` in the exponent `max(0, t - c)`.
public enum Convention: String, Sendable, Equatable, CaseIterable {
    case endOfYear, midYear, startOfYear
}

/// Something that a stakeholder put in, as cash or in kind. Year 0 is the year of the activity and is not discounted.
public struct Input: Sendable, Equatable {
    public enum Kind: String, Sendable, Equatable, CaseIterable { case cash, inKind }

    public var stakeholder: String
    public var amount: Decimal
    public var kind: Kind
    public var year: Int

    public init(stakeholder: String = "", amount: Decimal, kind: Kind = .cash, year: Int = 0) {
        self.stakeholder = stakeholder
        self.amount = amount
        self.kind = kind
        self.year = year
    }
}

/// One row of the value map: a change for a stakeholder.
///
/// `deadweight` is the share that would have happened anyway, `displacement` the share that moved a problem elsewhere,
/// `attribution` the share due to others, `dropOff` the share lost each later year; all from 0 to 1.
public struct Outcome: Sendable, Equatable {
    public enum Start: String, Sendable, Equatable, CaseIterable { case during, after }

    public var stakeholder: String
    public var outcome: String
    public var quantity: Decimal
    public var proxy: Decimal
    public var deadweight: Decimal
    public var displacement: Decimal
    public var attribution: Decimal
    public var dropOff: Decimal
    public var duration: Int
    public var start: Start
    /// This row's own rate, where it has one; else the map's.
    public var discountRate: DiscountRate?

    public init(
        stakeholder: String, outcome: String, quantity: Decimal, proxy: Decimal, deadweight: Decimal = 0,
        displacement: Decimal = 0, attribution: Decimal = 0, dropOff: Decimal = 0, duration: Int = 1,
        start: Start = .after, discountRate: DiscountRate? = nil
    ) {
        self.stakeholder = stakeholder
        self.outcome = outcome
        self.quantity = quantity
        self.proxy = proxy
        self.deadweight = deadweight
        self.displacement = displacement
        self.attribution = attribution
        self.dropOff = dropOff
        self.duration = duration
        self.start = start
        self.discountRate = discountRate
    }
}
