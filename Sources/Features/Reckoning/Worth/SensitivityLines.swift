import Accounts
import Valuation
import Words

/// The tornado's rows with their names and the basis of their ends, the widest first.
struct SensitivityLines {
    let sensitivity: Sensitivity?
    let ranges: [AssumptionRange]
    let bases: [RangeBasis]
    let outcomes: [OutcomeLine]

    var lines: [SensitivityLine] {
        (sensitivity?.rows ?? []).map { row in
            let outcome = outcomes[row.range.outcome]
            let basis = ranges.firstIndex(of: row.range).map { bases[$0] } ?? .ours
            return SensitivityLine(
                name: "\(outcome.outcome): \(row.range.assumption.phrase)", outcomeNumber: outcome.number,
                assumption: row.range.assumption, lowEnd: row.range.low, highEnd: row.range.high,
                ratioAtLow: row.ratioAtLow, ratioAtHigh: row.ratioAtHigh, basis: basis.phrase,
                basisKind: basis)
        }
    }
}
