import Storage

extension OwnWords {
    /// Words that somebody chose a meaning for, the last ones first, by organisation.
    func taught(most: Int, in store: any Reading) async throws(StorageError) -> [(organisation: String, word: OwnWord)]
    {
        try await store.rows(
            """
            SELECT organisation, words, kind, concept FROM language_use
            WHERE place = \(place) AND kind IN ('outcome', 'service') AND until IS NULL AND organisation IS NOT NULL
            ORDER BY since DESC, item DESC, kind LIMIT \(most)
            """
        ) { row in
            (
                organisation: try row.column(0, as: String.self),
                word: OwnWord(try row.column(1), try row.column(2), for: try row.column(3))
            )
        }
    }

    /// Differs whenever somebody of the place has chosen what words stand for.
    func stamp(in store: any Reading) async throws(StorageError) -> String {
        try await store.first(
            """
            SELECT count(*), count(until), coalesce(max(since), 0), coalesce(max(until), 0) FROM language_use
            WHERE place = \(place) AND kind IN ('outcome', 'service')
            """
        ) { row in
            let numbers = (try row.column(0, as: Int.self), try row.column(1, as: Int.self))
            return "\(numbers.0) \(numbers.1) \(try row.column(2, as: Int.self)) \(try row.column(3, as: Int.self))"
        } ?? ""
    }
}
