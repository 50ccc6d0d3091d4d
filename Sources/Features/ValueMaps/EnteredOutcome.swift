package import Documents
package import FoundationEssentials
package import Valuation

/// One outcome row with its sources.
package struct EnteredOutcome: Sendable, Equatable {
    package var sheet: String
    package var row: Int
    package var stakeholder: String
    package var outcome: String
    package var output: String?
    package var indicator: String?
    package var indicatorSource: String?
    package var quantity: Sourced<Quantity>
    /// The group and the part of it that changed, where the quantity is the one times the other.
    package var group: PartOfGroup?
    package var unit: String?
    package var proxyName: String?
    package var proxy: Sourced<Decimal>
    package var proxySource: String?
    package var priceYear: String?
    package var deadweight: Sourced<Decimal>
    package var displacement: Sourced<Decimal>
    package var attribution: Sourced<Decimal>
    package var dropOff: Sourced<Decimal>
    package var duration: Sourced<Int>
    package var start: Sourced<Outcome.Start>
    package var discountRate: Sourced<DiscountRate>?
    /// The provider's own ends of a range, by what they bound; values in the unit of what they bound.
    package var ranges: [Assumption: EnteredRange]

    package init(
        sheet: String, row: Int, stakeholder: String, outcome: String, output: String? = nil, indicator: String? = nil,
        indicatorSource: String? = nil, quantity: Sourced<Quantity>, unit: String? = nil, proxyName: String? = nil,
        proxy: Sourced<Decimal>, proxySource: String? = nil, priceYear: String? = nil, deadweight: Sourced<Decimal>,
        displacement: Sourced<Decimal>, attribution: Sourced<Decimal>, dropOff: Sourced<Decimal>,
        duration: Sourced<Int>, start: Sourced<Outcome.Start>, discountRate: Sourced<DiscountRate>? = nil,
        ranges: [Assumption: EnteredRange] = [:]
    ) {
        self.sheet = sheet
        self.row = row
        self.stakeholder = stakeholder
        self.outcome = outcome
        self.output = output
        self.indicator = indicator
        self.indicatorSource = indicatorSource
        self.quantity = quantity
        self.unit = unit
        self.proxyName = proxyName
        self.proxy = proxy
        self.proxySource = proxySource
        self.priceYear = priceYear
        self.deadweight = deadweight
        self.displacement = displacement
        self.attribution = attribution
        self.dropOff = dropOff
        self.duration = duration
        self.start = start
        self.discountRate = discountRate
        self.ranges = ranges
    }
}

/// `75% of 40 people`.
package struct PartOfGroup: Sendable, Equatable {
    package var people: Decimal
    /// From 0 to 1.
    package var share: Decimal

    package init(people: Decimal, share: Decimal) {
        self.people = people
        self.share = share
    }
}

/// How many: a number that was written down, or a pointer to what the participants' sheet shows.
package enum Quantity: Sendable, Equatable {
    case number(Decimal)
    /// `people who improved on Earnings`: counted from the measure of that name.
    case improved(measure: String)
    /// `people` or `participants`: everybody on the programme in the participants' sheet.
    case participants
}

package struct EnteredRange: Sendable, Equatable {
    package var low: Sourced<Decimal>
    package var high: Sourced<Decimal>

    package init(low: Sourced<Decimal>, high: Sourced<Decimal>) {
        self.low = low
        self.high = high
    }
}
