import Valuation
import Documents
import FoundationEssentials
import Measurement
import Statistics
import Words

/// What the participants' sheet shows: who took part, and each measured change, with small numbers hidden.
struct PeopleBuilder {
    let records: ParticipantRecords
    let measured: [MeasuredChange]
    let trail: Trail

    init(records: ParticipantRecords) throws(AccountError) {
        self.records = records
        var measured: [MeasuredChange] = []
        for measure in records.measures {
            do { measured.append(try MeasuredChange(measure, of: records)) } catch {
                throw .notMeasured(measure: measure.name, error)
            }
        }
        self.measured = measured
        trail = Trail(records: records)
    }

    private var onProgramme: [Int] { (0..<records.people).filter(records.isOnProgramme) }
    private var inComparison: [Int] { (0..<records.people).filter { !records.isOnProgramme($0) } }

    var programmeCount: ShownNumber { ShownNumber(count: onProgramme.count) }

    /// What selects the programme group in a derivation; nil where everybody is on it.
    var programmeCondition: Bool? { records.comparison == nil ? nil : true }

    func changes() -> [ChangeSection] {
        measured.indices.map { index in
            ChangeBuilder(
                number: index + 1, change: measured[index], trail: trail, outcomes: shownOutcomes(index)
            ).section()
        }
    }

    /// How improved, same and worse may be shown, by group; empty where there is no before.
    func shownOutcomes(_ index: Int) -> ChangeBuilder.ShownOutcomes {
        let change = measured[index]
        guard change.hasBefore else { return ChangeBuilder.ShownOutcomes(programme: [], comparison: []) }
        return ChangeBuilder.ShownOutcomes(
            programme: shown(change.programme.movement), comparison: shown(change.comparison?.movement))
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
            tables: records.characteristics.compactMap(table), notes: notes)
    }

    private var notes: [Phrase] {
        records.hiddenRows == 0 ? [] : ["Hidden rows were read like the others: \(records.hiddenRows)."]
    }

    private func count(_ id: String, _ name: Phrase, _ shown: ShownNumber, _ count: Int, condition: Bool?) -> Figure {
        var value: Decimal?
        if case .count(let number) = shown { value = Decimal(number) }
        return Figure(
            id: id, name: name, value: value, unit: .people,
            source: "The sheet \(records.sheet) of the provider’s workbook", method: "People counted once each",
            confidence: "Counted",
            derivation: Derivation(
                rule: "Every person in the sheet, once", cells: [trail.everybody(onProgramme: condition, count: count)]),
            withheld: value == nil ? "Fewer than 5" : nil)
    }

    private func table(_ characteristic: CharacteristicRecords) -> CharacteristicTable? {
        let cells = CellRange(sheet: records.sheet, column: characteristic.column, rows: records.rows).description
        switch characteristic.values {
        case .numbers(let numbers):
            return CharacteristicTable(
                name: characteristic.name,
                rows: [
                    CharacteristicRow(
                        label: "Average", programme: mean(numbers, of: onProgramme),
                        comparison: records.comparison == nil ? nil : mean(numbers, of: inComparison))
                ], cells: cells)
        case .categories(let categories):
            return table(characteristic.name, categories, cells: cells)
        }
    }

    /// The most categories that a table shows; a column with more is no grouping of people.
    private static let mostCategories = 12

    private func table(_ name: String, _ categories: [String?], cells: String) -> CharacteristicTable? {
        let named = Set(categories.compactMap { $0 }).sorted()
        guard !named.isEmpty, named.count <= Self.mostCategories else { return nil }
        let labels: [String?] = categories.contains(nil) ? named + [nil] : named
        func counts(_ people: [Int]) -> [ShownNumber] {
            shown(labels.map { label in people.count { categories[$0] == label } })
        }
        let programme = counts(onProgramme)
        let comparison = records.comparison == nil ? nil : counts(inComparison)
        return CharacteristicTable(
            name: name,
            rows: labels.indices.map { index in
                CharacteristicRow(
                    label: labels[index].map { "\($0)" } ?? "not stated", programme: programme[index],
                    comparison: comparison?[index])
            }, cells: cells)
    }

    private func mean(_ numbers: [Double?], of people: [Int]) -> ShownNumber {
        guard let moments = try? Moments(people.compactMap { numbers[$0] }), showsMean(moments.count),
            let mean = moments.mean, let decimal = Decimal(shortest: mean)
        else {
            return .hidden
        }
        return .mean(decimal.rounded(places: 1))
    }

    private func shown(_ movement: PairedChange.Movement?) -> [ShownNumber] {
        guard let movement else { return [] }
        return shown([movement.improved, movement.same, movement.worse])
    }

    /// The counts of one table whose total is known, with one to four hidden and whatever would reveal them.
    private func shown(_ counts: [Int]) -> [ShownNumber] {
        let hidden = hiddenCells(of: counts)
        return counts.indices.map { index in
            if isSmall(counts[index]) { return .fewerThanFive }
            return hidden.contains(index) ? .hidden : .count(counts[index])
        }
    }
}
