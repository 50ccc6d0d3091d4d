public import FoundationEssentials

/// The value of one assumption at which the ratio is 1:1 while all others stay as the map has them.
public struct BreakEven: Sendable, Equatable {
    /// The row, by its position in the map from 0.
    public let outcome: Int
    public let assumption: Assumption
    /// Nil where no value does: quantity would have to be negative, or a share outside 0 to 1.
    public let value: Decimal?
}

/// The break-even value of every assumption of every row, in the map's order; empty where inputs are 0.
///
/// A row's present value is proportional to quantity, to the proxy and to one less each share, so those are solved exactly;
/// drop-off is found by halving, to 12 decimals.
public func breakEvens(of map: ValueMap) throws(ValuationError) -> [BreakEven] {
    let valued = try value(map)
    guard !valued.inputs.isZero else { return [] }
    var valuer = try Valuer(map)
    var found: [BreakEven] = []
    for (index, outcome) in map.outcomes.enumerated() {
        let row = valued.outcomes[index]
        let needed = valued.inputs - (valued.presentValue - row.presentValue)
        for assumption in Assumption.allCases {
            let value: Decimal?
            if row.presentValue == needed {
                value = outcome[assumption]
            } else if assumption == .dropOff {
                value = breakEvenDropOff(of: row, needed: needed)
            } else {
                value = try breakEven(of: outcome, at: index, assumption, needed: needed, with: &valuer)
            }
            found.append(BreakEven(outcome: index, assumption: assumption, value: value))
        }
    }
    return found
}

private func breakEven(
    of outcome: Outcome, at index: Int, _ assumption: Assumption, needed: Decimal, with valuer: inout Valuer
) throws(ValuationError) -> Decimal? {
    var unit = outcome
    unit[assumption] = assumption.isShare ? 0 : 1
    let worth = try valuer.value(unit, at: index).presentValue
    guard !worth.isZero else { return nil }
    let factor = quotient(needed, worth)
    let value = assumption.isShare ? 1 - factor : factor
    guard !value.isNaN, value.magnitude <= ValuationLimits.largest else { return nil }
    if assumption == .quantity, value < 0 { return nil }
    if assumption.isShare, !ValuationLimits.share.contains(value) { return nil }
    return value
}

/// The drop-off at which the row is worth `needed`: more drop-off always brings its worth nearer to the first year's alone.
private func breakEvenDropOff(of row: ValuedOutcome, needed: Decimal) -> Decimal? {
    guard row.years.count > 1, !row.firstYear.isZero else { return nil }
    let target = quotient(needed, row.firstYear).double
    let factors = row.factors.map(\.double)
    func worth(_ dropOff: Double) -> Double {
        factors.reversed().reduce(0) { $0 * (1 - dropOff) + $1 }
    }
    guard target <= worth(0), target >= worth(1) else { return nil }
    var low = 0.0
    var high = 1.0
    for _ in 0..<50 {
        let middle = (low + high) / 2
        if worth(middle) > target { low = middle } else { high = middle }
    }
    return Decimal((low + high) / 2).rounded(places: 12)
}
