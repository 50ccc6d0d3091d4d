package import Storage

extension TermStore {
    /// The items of a kind that one audience finds, by how their names begin; in the order of their bytes.
    ///
    /// - Parameter most: of each beginning.
    package func items(
        _ kind: FindableKind, byBeginning starts: [String], for audience: Audience, most: Int, in store: any Reading
    ) async throws(StorageError) -> [String: [String]] {
        guard !starts.isEmpty else { return [:] }
        let parts = starts.map { start -> SQL in
            """
            SELECT item FROM (SELECT item FROM findable WHERE place = \(place) AND kind = \(kind.name)
                AND item >= \(start) AND item < \(start + "\u{10FFFF}") AND audience = \(audience.text)
                ORDER BY item LIMIT \(most)) AS found
            """
        }
        let items = try await store.rows(SQL(list: parts, separator: " UNION ALL ")) {
            try $0.column(0, as: String.self)
        }
        return Dictionary(grouping: items) { item in starts.first { item.hasPrefix($0) } ?? "" }.mapValues {
            $0.sorted()
        }
    }

    /// The items that are kept under numbers.
    func items(_ ids: [Int], in store: any Reading) async throws(StorageError) -> [Int: String] {
        let rows = try await store.rows(
            """
            WITH wanted (id) AS (VALUES \(SQL(list: ids.map { "(\($0))" })))
            SELECT id, (SELECT item FROM findable WHERE findable.place = \(place) AND findable.id = wanted.id) FROM wanted
            """
        ) { row in (id: try row.column(0, as: Int.self), item: try row.column(1, as: String?.self)) }
        return Dictionary(rows.compactMap { row in row.item.map { (row.id, $0) } }) { first, _ in first }
    }
}
