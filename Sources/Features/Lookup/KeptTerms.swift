package import Storage
import Vocabulary

/// The terms of one kind for one audience, as candidates for a search.
struct KeptTerms: TermSource {
    let store: any Reading
    let place: String
    let kind: FindableKind
    let audience: Audience

    func words(_ wish: WordWish) async throws(StorageError) -> [KeptWord] {
        var parts: [SQL] = []
        if !wish.keys.isEmpty {
            // Each key in a part of its own, which is looked up by the index whatever the database knows of its tables.
            let keys = wish.keys.map { part("key = \($0)", most: WordWish.mostForKeys) }
            parts.append(
                """
                SELECT key, word FROM (\(SQL(list: keys, separator: " UNION ALL "))) AS keyed
                ORDER BY key, word LIMIT \(WordWish.mostForKeys)
                """)
        }
        for beginning in wish.beginnings {
            let keys = WordWish.keys(beginning: beginning)
            parts.append(
                part("key >= \(keys.from) AND key < \(keys.below)", most: WordWish.mostForBeginning))
        }
        guard !parts.isEmpty else { return [] }
        let wrapped = parts.map { "SELECT key, word FROM (\($0)) AS part" as SQL }
        return try await store.rows(SQL(list: wrapped, separator: " UNION ALL ")) { row in
            KeptWord(key: try row.column(0), word: try row.column(1))
        }
    }

    private func part(_ condition: SQL, most: Int) -> SQL {
        """
        SELECT key, word FROM (SELECT key, word FROM word_key
            WHERE place = \(place) AND kind = \(kind.name) AND audience = \(audience.text) AND \(condition)
            ORDER BY key, word LIMIT \(most)) AS found
        """
    }

    func terms(with words: [String], mostForEach most: Int) async throws(StorageError) -> [CandidateTerm] {
        guard !words.isEmpty else { return [] }
        let parts = words.map { word -> SQL in
            """
            SELECT term.findable, term.label, term.language, term.words
            FROM (SELECT findable, number FROM term_word
                WHERE place = \(place) AND kind = \(kind.name) AND audience = \(audience.text) AND word = \(word)
                ORDER BY rank, findable, number LIMIT \(most)) AS found
            JOIN term ON term.place = \(place) AND term.findable = found.findable AND term.number = found.number
            """
        }
        return try await store.rows(SQL(list: parts, separator: " UNION ALL "), CandidateTerm.init(row:))
    }

    func terms(withAll groups: [[String]], most: Int) async throws(StorageError) -> [CandidateTerm] {
        guard let leading = groups.first, !leading.isEmpty else { return [] }
        let others = groups.dropFirst().map { " AND \(holds($0))" as SQL }
        // A part for each word, and joins in the order in which they stand: SQLite takes what is of one place for a few rows, and
        // would go through all of them again and again.
        let parts = leading.map { word -> SQL in
            """
            SELECT first.findable, first.rank FROM term_word AS first
            WHERE first.place = \(place) AND first.kind = \(kind.name) AND first.audience = \(audience.text)
                AND first.word = \(word)\(SQL(list: others, separator: ""))
            """
        }
        let terms = try await store.rows(
            """
            SELECT term.findable, term.label, term.language, term.words
            FROM (SELECT findable FROM (\(SQL(list: parts, separator: " UNION ALL "))) AS held
                GROUP BY findable ORDER BY min(rank), findable LIMIT \(most)) AS found
            CROSS JOIN term WHERE term.place = \(place) AND term.findable = found.findable
            """, CandidateTerm.init(row:))
        let wanted = Set(groups.joined())
        return terms.filter { term in
            let entries = TermEntries(of: Label(term.kind, Text(term.words, in: term.language)))
            return entries.entries.contains { wanted.contains(entries.text($0)) }
        }
    }

    /// Whether the item holds one of the words. It is asked for each apart: read as a join, it may become a search through all words.
    private func holds(_ words: [String]) -> SQL {
        """
        (SELECT count(*) FROM (SELECT 1 FROM term_word AS other WHERE other.place = \(place)
            AND other.findable = first.findable AND other.word IN (\(list(words))) LIMIT 1) AS held) = 1
        """
    }

    private func list(_ words: [String]) -> SQL { SQL(list: words.map { "\($0)" }) }
}

extension CandidateTerm {
    fileprivate init(row: Row) throws(StorageError) {
        self.init(
            item: try row.column(0), kind: try row.column(1), language: try row.column(2), words: try row.column(3))
    }
}

extension TermStore {
    /// The items of a kind that somebody may mean, the likeliest first.
    ///
    /// - Parameters:
    ///   - audiences: to which the reader belongs. What is for others is not read.
    ///   - language: the reader's, as in BCP 47.
    ///   - most: how many of each audience.
    package func found(
        _ text: String, _ kind: FindableKind, for audiences: [Audience], language: String, most: Int,
        in store: any Reading
    ) async throws(StorageError) -> [FoundItem] {
        let search = TermSearch(text, language: language)
        var found: [Found] = []
        for audience in audiences {
            found += try await search.found(
                in: KeptTerms(store: store, place: place, kind: kind, audience: audience), most: most)
        }
        guard !found.isEmpty else { return [] }
        let items = try await items(found.map(\.item), in: store)
        // The sort is stable: within one audience the order stays.
        return found.sorted { ($0.missing, $0.match) < ($1.missing, $1.match) }.prefix(most).compactMap { found in
            items[found.item].map { item in
                FoundItem(
                    item: item,
                    label: Label(found.term.kind, Text(found.term.words, in: found.term.language)), match: found.match,
                    missing: found.missing, mended: found.mended)
            }
        }
    }
}
