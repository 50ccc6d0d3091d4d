import Accounts
import Valuation
import Documents
import FoundationEssentials
import Measurement
import Statistics
import ValueMaps

/// Settles each row's quantity: as written, or counted from the participants' sheet.
///
/// A counted quantity that may not be shown would be revealed by the row's worth, so such a row is not valued at all.
struct QuantityResolver {
    let people: PeopleBuilder?

    func resolve(_ rows: [EnteredOutcome]) -> (outcomes: [ResolvedOutcome], unvalued: [UnvaluedOutcome]) {
        var outcomes: [ResolvedOutcome] = []
        var unvalued: [UnvaluedOutcome] = []
        for row in rows {
            if let outcome = resolve(row) {
                outcomes.append(outcome)
            } else {
                unvalued.append(
                    UnvaluedOutcome(
                        stakeholder: row.stakeholder, outcome: row.outcome, cell: row.quantity.cell ?? ""))
            }
        }
        return (outcomes, unvalued)
    }

    private func resolve(_ row: EnteredOutcome) -> ResolvedOutcome? {
        switch row.quantity.value {
        case .number(let number): ResolvedOutcome(entered: row, quantity: number)
        case .participants: everybody(row)
        case .improved(let measure): improved(row, measure: measure)
        }
    }

    private func everybody(_ row: EnteredOutcome) -> ResolvedOutcome? {
        guard let people, case .count(let count) = people.programmeCount else { return nil }
        return ResolvedOutcome(
            entered: row, quantity: Decimal(count),
            measured: MeasuredQuantity(
                measure: nil, low: Decimal(count), high: Decimal(count),
                cells: people.trail.everybody(onProgramme: people.programmeCondition, count: count)))
    }

    private func improved(_ row: EnteredOutcome, measure: String) -> ResolvedOutcome? {
        guard let people, let index = people.measured.firstIndex(where: { $0.name == measure }),
            case .count(let count)? = people.movements[index].programme.first
        else { return nil }
        let change = people.measured[index]
        let pairs = change.programme.change.count
        guard let rate = try? Rate(count, of: pairs) else { return nil }
        let cells = people.trail.pairs(change, onProgramme: people.programmeCondition, group: change.programme)
        return ResolvedOutcome(
            entered: row, quantity: Decimal(count),
            measured: MeasuredQuantity(
                measure: index, low: (shortestDecimal(rate.interval.low * Double(pairs)) ?? 0).rounded(places: 2),
                high: (shortestDecimal(rate.interval.high * Double(pairs)) ?? 0).rounded(places: 2),
                cells: cells.joined(separator: "; ")))
    }
}
