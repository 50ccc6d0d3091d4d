import Accounts
import Disclosure
import Documents
import FoundationEssentials
import Measurement
import Statistics
import Valuation
import Words

/// The characteristics of the people, by group: categories as protected counts, numbers as averages.
struct CharacteristicTables {
    let records: ParticipantRecords

    /// The most categories that a table shows, and the most tables; a column with more is no grouping of people.
    private static let mostCategories = 12
    private static let mostTables = 12

    func tables() throws(AccountError) -> [CharacteristicTable] {
        var tables: [CharacteristicTable] = []
        for characteristic in records.characteristics.prefix(Self.mostTables) {
            let rows: [CharacteristicRow]
            switch characteristic.values {
            case .numbers(let numbers): rows = [average(of: numbers)]
            case .categories(let categories): rows = try counts(of: categories)
            }
            guard !rows.isEmpty else { continue }
            let cells = Trail(records: records).range(characteristic.column)
            tables.append(CharacteristicTable(name: characteristic.name, rows: rows, cells: cells))
        }
        return tables
    }

    private var programme: [Int] { (0..<records.people).filter(records.isOnProgramme) }

    private var comparison: [Int]? {
        records.comparison == nil ? nil : (0..<records.people).filter { !records.isOnProgramme($0) }
    }

    private func average(of numbers: [Double?]) -> CharacteristicRow {
        CharacteristicRow(
            label: "Average", programme: mean(numbers, of: programme),
            comparison: comparison.map { mean(numbers, of: $0) })
    }

    private func mean(_ numbers: [Double?], of people: [Int]) -> ShownNumber {
        // Values too large to be added up have no average to show.
        guard let moments = try? Moments(people.compactMap { numbers[$0] }), mayShowMean(of: moments.count),
            let mean = moments.mean, let decimal = shortestDecimal(mean)
        else { return .hidden }
        return .mean(decimal.rounded(places: 1))
    }

    private func counts(of categories: [String?]) throws(AccountError) -> [CharacteristicRow] {
        let answers = shown(categories)
        let labels = Set(answers).sorted()
        guard labels.contains(where: { $0 != .notStated }), labels.count <= Self.mostCategories else { return [] }
        func protected(_ people: [Int]) throws(AccountError) -> [ShownNumber] {
            try ShownNumber.protected(labels.map { label in people.count { answers[$0] == label } })
        }
        let onProgramme = try protected(programme)
        var compared: [ShownNumber]?
        if let comparison { compared = try protected(comparison) }
        return labels.indices.map { index in
            CharacteristicRow(
                label: labels[index].phrase, programme: onProgramme[index], comparison: compared?[index])
        }
    }

    /// What stands for each person's answer. The words of an answer that one person alone gave are that person's own: whatever is
    /// done to the count beside them, they would leave the provider. Such answers stand together, without their words.
    private func shown(_ categories: [String?]) -> [Answer] {
        let givers = Dictionary(grouping: categories.compactMap { $0 }, by: { $0 }).mapValues(\.count)
        return categories.map { answer in
            guard let answer else { return .notStated }
            return givers[answer, default: 0] > 1 ? .given(answer) : .onlyOnce
        }
    }

    private enum Answer: Hashable, Comparable {
        case given(String)
        case onlyOnce
        case notStated

        var phrase: Phrase {
            switch self {
            case .given(let text): "\(text)"
            case .onlyOnce: "another answer"
            case .notStated: "not stated"
            }
        }
    }
}
