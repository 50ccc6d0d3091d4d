import Documents
package import FoundationEssentials
package import Measurement
package import ValueMaps
import Words
package import Workbooks

extension Example {
    package static let calmer = outcome(row: 1, "Members", "Calmer", quantity: .number(2), proxy: "100")

    /// A measure by which people began at 0, 1 and 2 in turn and moved by these steps; nil for a person not measured again.
    package static func measure(_ name: String, moves: [Double?], higherIsBetter: Bool = true) -> MeasureRecords {
        let before = moves.indices.map { Double($0 % 3) }
        let after = zip(before, moves).map { start, move in move.map { start + $0 } }
        return MeasureRecords(
            name: name, beforeHeader: "Before", afterHeader: "After", layout: .columns(before: 1, after: 2),
            higherIsBetter: higherIsBetter, before: before, after: after)
    }

    /// A workbook of one or more outcomes, and of people where there are measures.
    package static func understanding(
        inputs: [Decimal] = [100], outcomes: [EnteredOutcome], measures: [MeasureRecords] = []
    ) -> Understanding {
        let people = measures.first.map {
            ParticipantRecords(
                sheet: "Participants", rows: 1...$0.before.count, people: $0.before.count, comparison: nil,
                measures: measures, characteristics: [])
        }
        return Understanding(
            about: about(),
            map: EnteredValueMap(inputs: inputs.map { input("Council", $0, row: 1) }, outcomes: outcomes),
            participants: people, ownWords: OwnWords(), sheets: [], notes: [])
    }
}
