import FoundationEssentials

/// Values a map: yearly impacts, their present value, and what follows from it.
///
/// - Throws: ``ValuationError`` for the first number that breaks a rule, or where a figure would be too large to mean anything.
/// - Source: The SROI Guide (2012), stages 4 and 5; HM Treasury, The Green Book (2026), chapters 6 to 8.
public func value(_ map: ValueMap) throws(ValuationError) -> Valued {
    var valuer = try Valuer(map)
    var outcomes: [ValuedOutcome] = []
    for (index, outcome) in map.outcomes.enumerated() {
        outcomes.append(try valuer.value(outcome, at: index))
    }
    var inputs: [Decimal] = []
    for (index, input) in map.inputs.enumerated() {
        inputs.append(try valuer.presentValue(of: input, at: index))
    }
    let valued = Valued(
        inputs: inputs.reduce(0, +), inputPresentValues: inputs,
        presentValue: outcomes.reduce(0) { $0 + $1.presentValue }, outcomes: outcomes)
    for figure in [valued.inputs, valued.presentValue, valued.ratio ?? 0, valued.paybackMonths ?? 0] {
        _ = try checked(figure, outcome: nil)
    }
    return valued
}

/// Values rows of one map, with the durations that the map has; keeps the discount factors that the rows share.
struct Valuer {
    private let rate: DiscountRate
    private let convention: Convention
    private let lastYear: Int
    private var known: [DiscountRate: DiscountFactors] = [:]

    init(_ map: ValueMap) throws(ValuationError) {
        rate = map.discountRate
        convention = map.convention
        let lastBenefit = map.outcomes.map { $0.duration - ($0.start == .during ? 1 : 0) }.max() ?? 0
        lastYear = min(max(0, lastBenefit, map.inputs.map(\.year).max() ?? 0), ValuationLimits.duration.upperBound)
        _ = try factors(for: rate, outcome: nil)
    }

    mutating func value(_ outcome: Outcome, at index: Int) throws(ValuationError) -> ValuedOutcome {
        try check(outcome, at: index)
        let first = product(
            outcome.quantity, outcome.proxy, 1 - outcome.deadweight, 1 - outcome.displacement, 1 - outcome.attribution)
        _ = try checked(first, outcome: index)
        let factors = try factors(for: outcome.discountRate ?? rate, outcome: index)
        let startYear = outcome.start == .during ? 0 : 1
        var years: [Decimal] = []
        var impact = first
        for _ in 0..<outcome.duration {
            years.append(impact)
            impact = product(impact, 1 - outcome.dropOff)
        }
        let used = years.indices.map { factors[startYear + $0] }
        let total = zip(years, used).reduce(Decimal(0)) { $0 + product($1.0, $1.1) }
        return ValuedOutcome(
            firstYear: first, startYear: startYear, years: years, factors: used,
            presentValue: try checked(total, outcome: index))
    }

    mutating func presentValue(of outcomes: [Outcome]) throws(ValuationError) -> Decimal {
        var total = Decimal(0)
        for (index, outcome) in outcomes.enumerated() { total += try value(outcome, at: index).presentValue }
        return try checked(total, outcome: nil)
    }

    mutating func presentValue(of input: Input, at index: Int) throws(ValuationError) -> Decimal {
        guard !input.amount.isNaN, input.amount.magnitude <= ValuationLimits.largest else {
            throw .inputTooLarge(input: index)
        }
        guard input.amount >= 0 else { throw .amountNegative(input: index, input.amount) }
        guard ValuationLimits.inputYear.contains(input.year) else {
            throw .yearOutOfRange(input: index, input.year)
        }
        return product(input.amount, try factors(for: rate, outcome: nil)[input.year])
    }

    private mutating func factors(for rate: DiscountRate, outcome: Int?) throws(ValuationError) -> DiscountFactors {
        if let factors = known[rate] { return factors }
        if case .flat(let flat) = rate, flat.isNaN || !ValuationLimits.rate.contains(flat) {
            throw .rateOutOfRange(outcome: outcome, flat)
        }
        let factors = try DiscountFactors(rate: rate, convention: convention, lastYear: lastYear)
        known[rate] = factors
        return factors
    }
}

private func check(_ outcome: Outcome, at index: Int) throws(ValuationError) {
    for assumption in Assumption.allCases { _ = try checked(outcome[assumption], outcome: index) }
    guard outcome.quantity >= 0 else { throw .quantityNegative(outcome: index, outcome.quantity) }
    for assumption in Assumption.allCases where assumption.isShare {
        guard ValuationLimits.share.contains(outcome[assumption]) else {
            throw .shareOutOfRange(outcome: index, assumption, outcome[assumption])
        }
    }
    guard ValuationLimits.duration.contains(outcome.duration) else {
        throw .durationOutOfRange(outcome: index, outcome.duration)
    }
}

/// The value itself, unless it is not a number or too large to state.
func checked(_ value: Decimal, outcome: Int?) throws(ValuationError) -> Decimal {
    guard !value.isNaN, value.magnitude <= ValuationLimits.largest else { throw .tooLarge(outcome: outcome) }
    return value
}
