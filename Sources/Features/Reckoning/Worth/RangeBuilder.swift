import Accounts
import Documents
import FoundationEssentials
import ValueMaps
import Valuation
import Words

/// Settles how far each assumption may move: the map's own ends, else a measured interval, else ours.
struct RangeBuilder {
    let outcomes: [ResolvedOutcome]

    /// Every range that moves anything; the basis stands at the same position.
    func ranges() -> (ranges: [AssumptionRange], bases: [RangeBasis]) {
        var ranges: [AssumptionRange] = []
        var bases: [RangeBasis] = []
        for (index, row) in outcomes.enumerated() {
            for assumption in Assumption.allCases where matters(assumption, in: row) {
                let (low, high, basis) = ends(of: assumption, in: row)
                guard low < high else { continue }
                ranges.append(AssumptionRange(outcome: index, assumption: assumption, low: low, high: high))
                bases.append(basis)
            }
        }
        return (ranges, bases)
    }

    /// Drop-off moves nothing where there is no later year.
    private func matters(_ assumption: Assumption, in row: ResolvedOutcome) -> Bool {
        assumption != .dropOff || row.entered.duration.value > 1
    }

    private func ends(of assumption: Assumption, in row: ResolvedOutcome) -> (Decimal, Decimal, RangeBasis) {
        if let own = row.entered.ranges[assumption] { return (own.low.value, own.high.value, .stated) }
        if assumption == .quantity, let measured = row.measured { return (measured.low, measured.high, .measured) }
        let (low, high) = defaultRange(for: assumption, value: row.bare[assumption])
        return (low, high, .ours)
    }
}
