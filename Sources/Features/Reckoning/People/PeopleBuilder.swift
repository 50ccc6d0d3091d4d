import Accounts
import Disclosure
import Valuation
import Documents
import FoundationEssentials
import Measurement
import Statistics
import Words
import Workbooks

/// What the participants' sheet shows: who took part, and each measured change, with small numbers hidden.
struct PeopleBuilder {
    let records: ParticipantRecords
    let measured: [MeasuredChange]
    let trail: Trail
    /// How improved, same and worse may be shown, for each measure; empty where there is no before.
    let movements: [ChangeBuilder.ShownOutcomes]
    private let tables: [CharacteristicTable]

    init(records: ParticipantRecords) throws(AccountError) {
        self.records = records
        var measured: [MeasuredChange] = []
        for measure in records.measures {
            do { measured.append(try MeasuredChange(measure, of: records).comparingEnough) } catch {
                throw .notMeasured(measure: measure.name, error)
            }
        }
        self.measured = measured
        trail = Trail(records: records)
        tables = try CharacteristicTables(records: records).tables()
        var movements: [ChangeBuilder.ShownOutcomes] = []
        for change in measured {
            movements.append(
                ChangeBuilder.ShownOutcomes(
                    programme: try Self.shown(change.hasBefore ? change.programme.movement : nil),
                    comparison: try Self.shown(change.hasBefore ? change.comparison?.movement : nil)))
        }
        self.movements = movements
    }

    private var onProgramme: [Int] { (0..<records.people).filter(records.isOnProgramme) }
    private var inComparison: [Int] { (0..<records.people).filter { !records.isOnProgramme($0) } }

    var programmeCount: ShownNumber { ShownNumber(count: onProgramme.count) }

    /// What selects the programme group in a derivation; nil where everybody is on it.
    var programmeCondition: Bool? { records.comparison == nil ? nil : true }

    func changes() -> [ChangeSection] {
        measured.indices.map { index in
            ChangeBuilder(
                number: index + 1, change: measured[index], trail: trail, outcomes: movements[index]
            ).section()
        }
    }

    func section() -> PeopleSection {
        PeopleSection(
            people: count(
                "people", "People on the programme", programmeCount, onProgramme.count, condition: programmeCondition),
            comparison: records.comparison == nil
                ? nil
                : count(
                    "people.comparison", "People in the comparison group", ShownNumber(count: inComparison.count),
                    inComparison.count, condition: false),
            tables: tables, notes: notes)
    }

    private var notes: [Phrase] {
        records.hiddenRows == 0 ? [] : ["Hidden rows were read like the others: \(records.hiddenRows)."]
    }

    private func count(_ id: String, _ name: Phrase, _ shown: ShownNumber, _ count: Int, condition: Bool?) -> Figure {
        var value: Decimal?
        if case .count(let number) = shown { value = Decimal(number) }
        return Figure(
            id: id, name: name, value: value, unit: .people,
            source: SourceText.sheets(records.sheets), method: "People counted once each",
            confidence: "Counted",
            derivation: Derivation(
                rule: "Every person in the sheet, once", cells: [trail.everybody(onProgramme: condition, count: count)]),
            withheld: value == nil ? "Fewer than 5" : nil)
    }

    private static func shown(_ movement: PairedChange.Movement?) throws(AccountError) -> [ShownNumber] {
        guard let movement else { return [] }
        let apart = try ShownNumber.protected([movement.improved, movement.same, movement.worse], sparing: 0)
        // Where one of same and worse is so small that telling them apart would take the improved with it, only how many they
        // are together is known.
        let together = try ShownNumber.protected([movement.improved, movement.same + movement.worse], sparing: 0)
        guard apart.first?.isCount == false, together.allSatisfy(\.isCount) else { return apart }
        return [.count(movement.improved), .hidden, .hidden]
    }
}
