public import FoundationEssentials

/// What a value map is worth. Nothing is rounded; round with `rounded(places:)` where a figure is shown.
///
/// - Units: money in whole units of the map's currency.
public struct Valued: Sendable, Equatable {
    /// The present value of all inputs.
    public let inputs: Decimal
    /// The present value of each input, in the map's order.
    public let inputPresentValues: [Decimal]
    /// The present value of all outcomes.
    public let presentValue: Decimal
    public let outcomes: [ValuedOutcome]

    public var netPresentValue: Decimal { presentValue - inputs }

    /// Present value for each unit of input; nil where inputs are 0.
    public var ratio: Decimal? { inputs.isZero ? nil : quotient(presentValue, inputs) }

    /// Net present value for each unit of input; nil where inputs are 0.
    public var netRatio: Decimal? { inputs.isZero ? nil : quotient(netPresentValue, inputs) }

    /// The sum of every row's impact in its own first year, undiscounted.
    public var firstYear: Decimal { outcomes.reduce(0) { $0 + $1.firstYear } }

    /// Months until the first year's pace of impact has paid for the inputs; nil where that impact is zero or negative.
    public var paybackMonths: Decimal? { firstYear > 0 ? quotient(inputs * 12, firstYear) : nil }

    /// False where the page says "not paid back": the ratio is below 1, or payback is longer than the benefits last.
    public var isPaidBack: Bool {
        guard let paybackMonths else { return false }
        let months = 12 * (outcomes.map(\.years.count).max() ?? 0)
        return ratio ?? 1 >= 1 && paybackMonths <= Decimal(months)
    }
}

/// What one outcome row is worth.
public struct ValuedOutcome: Sendable, Equatable {
    /// Impact in the first year: quantity x proxy less deadweight, displacement and attribution.
    public let firstYear: Decimal
    /// The year in which the first impact falls: 0 is the year of the activity, 1 the year after.
    public let startYear: Int
    /// Impact of each year in turn, undiscounted.
    public let years: [Decimal]
    /// What one unit of each of those years is worth today.
    public let factors: [Decimal]
    public let presentValue: Decimal
}
