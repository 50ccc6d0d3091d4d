public import FoundationEssentials

/// The two ends between which an assumption of one row may lie.
public struct AssumptionRange: Sendable, Equatable {
    /// The row, by its position in the map from 0.
    public var outcome: Int
    public var assumption: Assumption
    public var low: Decimal
    public var high: Decimal

    public init(outcome: Int, assumption: Assumption, low: Decimal, high: Decimal) {
        self.outcome = outcome
        self.assumption = assumption
        self.low = low
        self.high = high
    }
}

/// How the ratio answers to each assumption, one at a time, and to all of them together.
public struct Sensitivity: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        public let range: AssumptionRange
        /// The ratio with this assumption at its low end and every other as the map has it.
        public let ratioAtLow: Decimal
        public let ratioAtHigh: Decimal

        public var spread: Decimal { (ratioAtHigh - ratioAtLow).magnitude }
    }

    public let ratio: Decimal
    /// The widest spread first (a tornado); equal spreads keep the order of the ranges.
    public let rows: [Row]
    /// The ratio with every end that lowers it taken together, and with every end that raises it.
    public let lowest: Decimal
    public let highest: Decimal
}

/// The sensitivity of the ratio to ranges of the assumptions; nil where inputs are 0, for then there is no ratio.
///
/// Which end of a range lowers the ratio is decided by that end's own effect; where neither end does, the map's value stays.
public func sensitivity(
    of map: ValueMap, to ranges: [AssumptionRange]
) throws(ValuationError) -> Sensitivity? {
    let valued = try value(map)
    guard let ratio = valued.ratio else { return nil }
    var valuer = try Valuer(map)
    var lowering = map.outcomes
    var raising = map.outcomes
    var rows: [Sensitivity.Row] = []
    for range in ranges {
        guard map.outcomes.indices.contains(range.outcome), range.low <= range.high else {
            throw .rangeInvalid(outcome: range.outcome, range.assumption)
        }
        let others = valued.presentValue - valued.outcomes[range.outcome].presentValue
        func ratioWith(_ end: Decimal) throws(ValuationError) -> Decimal {
            var outcome = map.outcomes[range.outcome]
            outcome[range.assumption] = end
            let total = others + (try valuer.value(outcome, at: range.outcome)).presentValue
            return try checked(quotient(total, valued.inputs), outcome: range.outcome)
        }
        let row = Sensitivity.Row(
            range: range, ratioAtLow: try ratioWith(range.low), ratioAtHigh: try ratioWith(range.high))
        rows.append(row)
        let (down, up) = row.ratioAtLow <= row.ratioAtHigh ? (range.low, range.high) : (range.high, range.low)
        if min(row.ratioAtLow, row.ratioAtHigh) < ratio { lowering[range.outcome][range.assumption] = down }
        if max(row.ratioAtLow, row.ratioAtHigh) > ratio { raising[range.outcome][range.assumption] = up }
    }
    let order = rows.indices.sorted { (rows[$1].spread, $0) < (rows[$0].spread, $1) }
    return Sensitivity(
        ratio: ratio, rows: order.map { rows[$0] },
        lowest: try checked(quotient(try valuer.presentValue(of: lowering), valued.inputs), outcome: nil),
        highest: try checked(quotient(try valuer.presentValue(of: raising), valued.inputs), outcome: nil))
}

/// The ends that stand in where a map gives none and the value wasn't measured: quantity and proxy 20 % each way, each share
/// 10 percentage points each way, cut to 0 to 1. These are ours, and every page that uses them says so.
public func defaultRange(for assumption: Assumption, value: Decimal) -> (low: Decimal, high: Decimal) {
    if assumption.isShare {
        let step = Decimal(sign: .plus, exponent: -1, significand: 1)
        return (max(0, value - step), min(1, value + step))
    }
    let step = product(value, Decimal(sign: .plus, exponent: -1, significand: 2)).magnitude
    return (value - step, value + step)
}
