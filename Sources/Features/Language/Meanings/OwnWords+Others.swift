import FoundationEssentials
import Storage

extension OwnWords {
    /// The words that stand for a concept or for one that went into it, and at which organisation.
    ///
    /// - Parameter end: up to when: those that stood for it then; nil for now.
    func uses(
        of concept: Int, before end: Date? = nil, in store: any Reading
    ) async throws(StorageError) -> [(organisation: String, word: OwnWord)] {
        let then: SQL = end.map { "since < \($0) AND (until IS NULL OR until >= \($0))" } ?? "until IS NULL"
        let concepts = try await ConceptStore(place: place).becoming(concept, before: end, in: store)
        return try await store.rows(
            """
            SELECT organisation, words, kind FROM language_use
            WHERE place = \(place) AND concept IN (\(list(concepts))) AND kind IN ('outcome', 'service') AND \(then)
                AND organisation IS NOT NULL
            ORDER BY item LIMIT 1000
            """
        ) { row in
            (
                organisation: try row.column(0, as: String.self),
                word: OwnWord(try row.column(1), try row.column(2), for: concept)
            )
        }
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
