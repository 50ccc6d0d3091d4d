import Storage

extension OwnWords {
    /// The words that stand for a concept now, by organisation.
    func uses(of concept: Int, in store: any Reading) async throws(StorageError) -> [String: [OwnWord]] {
        let rows = try await store.rows(
            """
            SELECT organisation, words, kind FROM language_use
            WHERE place = \(place) AND concept = \(concept) AND kind IN ('outcome', 'service') AND until IS NULL
                AND organisation IS NOT NULL
            ORDER BY item LIMIT 1000
            """
        ) { row in
            (
                organisation: try row.column(0, as: String.self),
                word: OwnWord(try row.column(1), try row.column(2), for: concept)
            )
        }
        return Dictionary(grouping: rows, by: \.organisation).mapValues { $0.map(\.word) }
    }

    /// What the same words stand for at these organisations, by organisation.
    func meanings(
        of key: String, at organisations: [String], in store: any Reading
    ) async throws(StorageError) -> [String: [OwnWord]] {
        guard !organisations.isEmpty, !key.isEmpty else { return [:] }
        let items = organisations.prefix(1_000).map { "\(Self.item($0, key))" as SQL }
        let rows = try await store.rows(
            """
            SELECT organisation, words, kind, concept FROM language_use
            WHERE place = \(place) AND kind IN ('outcome', 'service') AND item IN (\(SQL(list: items)))
                AND until IS NULL
            ORDER BY item, kind
            """
        ) { row in
            (
                organisation: try row.column(0, as: String.self),
                word: OwnWord(try row.column(1), try row.column(2), for: try row.column(3))
            )
        }
        return Dictionary(grouping: rows, by: \.organisation).mapValues { $0.map(\.word) }
    }
}
