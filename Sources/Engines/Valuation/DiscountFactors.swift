public import FoundationEssentials

/// What one pound of year `t` is worth today, for every year that a map reaches.
///
/// At a flat rate `i` the factor is `1 / (1 + i)^max(0, t - c)`, `c` by the convention. In a series each year has its own rate,
/// and the factor is the running product of `1 / (1 + r_k)`; half a year takes the square root of that year's own term.
/// - Source: HM Treasury, The Green Book (2026), annex on discounting; the SROI Guide (2012), stage 5.2.
struct DiscountFactors: Sendable {
    let factors: [Decimal]

    /// The factor of year `t`; 0 is the year of the activity.
    subscript(year: Int) -> Decimal { factors[year] }

    init(rate: DiscountRate, convention: Convention, lastYear: Int) throws(ValuationError) {
        var factors: [Decimal] = [1]
        var growth = Decimal(1)
        var root = (of: Decimal(1), is: Decimal(1))
        for rate in try yearlyRates(rate, years: lastYear) {
            let before = growth
            growth *= 1 + rate
            switch convention {
            case .endOfYear: factors.append(1 / growth)
            case .midYear:
                if root.of != 1 + rate { root = (1 + rate, squareRoot(1 + rate)) }
                factors.append(1 / (before * root.is))
            case .startOfYear: factors.append(1 / before)
            }
        }
        self.factors = factors
    }
}

/// What one pound of each year from 0 to `lastYear` is worth today. `lastYear` is cut to what a map can reach.
public func discountFactors(
    _ rate: DiscountRate, convention: Convention, lastYear: Int
) throws(ValuationError) -> [Decimal] {
    if case .flat(let flat) = rate, flat.isNaN || !ValuationLimits.rate.contains(flat) {
        throw .rateOutOfRange(outcome: nil, flat)
    }
    let last = min(max(0, lastYear), ValuationLimits.duration.upperBound)
    return try DiscountFactors(rate: rate, convention: convention, lastYear: last).factors
}

/// The rates of years 1 to `years`.
private func yearlyRates(_ rate: DiscountRate, years: Int) throws(ValuationError) -> [Decimal] {
    let series: DiscountSeries
    switch rate {
    case .flat(let rate): return Array(repeating: rate, count: years)
    case .standard: series = try DiscountSeries(named: "standard")
    case .health: series = try DiscountSeries(named: "health")
    }
    var rates: [Decimal] = []
    for year in 1..<(years + 1) {
        guard let rate = series.rate(inYear: year) else { throw .seriesUnreadable }
        rates.append(rate)
    }
    return rates
}

/// The square root of a number near 1, by Newton's method from the double's root: three steps give every digit of a decimal.
private func squareRoot(_ value: Decimal) -> Decimal {
    var root = Decimal(value.double.squareRoot())
    for _ in 0..<3 { root = (root + value / root) / 2 }
    return root
}
