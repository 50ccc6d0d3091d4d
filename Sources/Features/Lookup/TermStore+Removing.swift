import Storage

/// Finds and removes rows in ways that stay quick before the database knows how many there are: PostgreSQL reads `IN` as a filter
/// over all rows of the place then, and looks up by an index whatever stands alone.
extension TermStore {
    /// How many values are asked for in one statement.
    static let valuesAtOnce = 500
    /// How many ranges one statement asks for.
    static let runsAtOnce = 40

    /// The numbers under which items of a kind are kept; those that are not there are left out.
    func ids(
        of items: [String], _ kind: FindableKind, in store: any Reading
    ) async throws(StorageError) -> [String: Int] {
        var found: [String: Int] = [:]
        for some in TermStore.portions(of: items, Self.valuesAtOnce) {
            let rows = try await store.rows(
                """
                WITH wanted (item) AS (VALUES \(SQL(list: some.map { "(\($0))" })))
                SELECT item, (SELECT id FROM findable WHERE findable.place = \(place) AND findable.kind = \(kind.name)
                    AND findable.item = wanted.item)
                FROM wanted
                """
            ) { row in (item: try row.column(0, as: String.self), id: try row.column(1, as: Int?.self)) }
            for row in rows { found[row.item] = row.id }
        }
        return found
    }

    /// - Returns: false where there was nothing to remove.
    func remove(_ ids: [Int], in transaction: any Writing) async throws(StorageError) -> Bool {
        guard !ids.isEmpty else { return false }
        let runs = Self.runs(ids)
        var words: Set<HeldWord> = []
        for some in Self.portions(of: runs, Self.runsAtOnce) {
            let parts = some.map { run -> SQL in
                """
                SELECT kind, audience, word FROM term_word WHERE place = \(place)
                    AND findable >= \(run.lowerBound) AND findable <= \(run.upperBound)
                """
            }
            words.formUnion(
                try await transaction.rows(SQL(list: parts, separator: " UNION ")) { row in
                    HeldWord(kind: try row.column(0), audience: try row.column(1), word: try row.column(2))
                })
        }
        for run in runs {
            let (first, last) = (run.lowerBound, run.upperBound)
            try await transaction.execute([
                "DELETE FROM term_word WHERE place = \(place) AND findable >= \(first) AND findable <= \(last)",
                "DELETE FROM term WHERE place = \(place) AND findable >= \(first) AND findable <= \(last)",
                "DELETE FROM findable WHERE place = \(place) AND id >= \(first) AND id <= \(last)",
            ])
        }
        try await forget(words, in: transaction)
        return true
    }

    /// A word as terms hold it.
    struct HeldWord: Hashable {
        let kind: String
        let audience: String
        let word: String
    }

    /// Of words that stand nowhere any more no trace is left.
    private func forget(_ words: Set<HeldWord>, in transaction: any Writing) async throws(StorageError) {
        for some in Self.portions(of: Array(words), Self.valuesAtOnce) {
            let wanted = SQL(list: some.map { "(\($0.kind), \($0.audience), \($0.word))" })
            let gone = try await transaction.rows(
                """
                WITH wanted (kind, audience, word) AS (VALUES \(wanted))
                SELECT kind, audience, word FROM wanted WHERE (SELECT count(*) FROM (SELECT 1 FROM term_word
                    WHERE term_word.place = \(place) AND term_word.kind = wanted.kind
                        AND term_word.audience = wanted.audience AND term_word.word = wanted.word LIMIT 1) AS held) = 0
                """
            ) { row in HeldWord(kind: try row.column(0), audience: try row.column(1), word: try row.column(2)) }
            try await transaction.execute(
                gone.map { word in
                    """
                    DELETE FROM word_key WHERE place = \(place) AND kind = \(word.kind)
                        AND audience = \(word.audience) AND word = \(word.word)
                    """
                })
        }
    }

    /// Numbers that follow one another, together.
    static func runs(_ ids: [Int]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for id in ids.sorted() {
            if let last = runs.last, id <= last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...max(last.upperBound, id)
            } else {
                runs.append(id...id)
            }
        }
        return runs
    }

    static func portions<Value>(of values: [Value], _ most: Int) -> [ArraySlice<Value>] {
        stride(from: 0, to: values.count, by: most).map { values[$0..<min($0 + most, values.count)] }
    }
}
