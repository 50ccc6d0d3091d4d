package import Storage
import Vocabulary

extension OwnWords {
    /// So many words are asked for in one statement.
    private static let portion = 500

    /// Words as an organisation uses them.
    package struct Use: Sendable, Hashable {
        package let organisation: String
        /// As ``OwnWord/key(_:)`` makes it.
        package let key: String

        package init(organisation: String, key: String) {
            self.organisation = organisation
            self.key = key
        }
    }

    /// The names of the concepts that these words stand for today; an outcome's comes before a service's.
    package func concepts(
        for uses: [Use], in store: any Reading
    ) async throws(StorageError) -> [Use: [String]] {
        let wanted = Dictionary(uses.map { (Self.item($0.organisation, $0.key), $0) }) { first, _ in first }
        let items = wanted.keys.sorted()
        var chosen: [(use: Use, concept: Int)] = []
        for start in stride(from: 0, to: items.count, by: Self.portion) {
            let some = items[start..<min(start + Self.portion, items.count)]
            let rows = try await store.rows(
                """
                SELECT item, concept FROM language_use
                WHERE place = \(place) AND kind IN ('outcome', 'service') AND until IS NULL
                    AND item IN (\(SQL(list: some.map { "\($0)" })))
                ORDER BY item, kind
                """
            ) { (item: try $0.column(0, as: String.self), concept: try $0.column(1, as: Int.self)) }
            chosen += rows.compactMap { row in wanted[row.item].map { (use: $0, concept: row.concept) } }
        }
        let today = try await today(of: chosen.map(\.concept), in: store)
        return chosen.reduce(into: [:]) { found, choice in
            guard let concept = today[choice.concept]?.concept.id else { return }
            if found[choice.use]?.contains(concept) != true { found[choice.use, default: []].append(concept) }
        }
    }
}
