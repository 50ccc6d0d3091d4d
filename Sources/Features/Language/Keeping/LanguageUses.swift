package import FoundationEssentials
package import Storage

/// Where concepts are used, and in which words. A use stays with the concept that it was made with.
package struct LanguageUses: Sendable {
    package struct Use: Sendable, Equatable {
        package let concept: Int
        /// What uses it, such as `outcome`, and which.
        package let kind: String
        package let item: String
        /// The words that were used.
        package let words: String
        package let organisation: String?
        package let since: Date
        package let until: Date?

        package init(
            concept: Int, kind: String, item: String, words: String, organisation: String?, since: Date,
            until: Date? = nil
        ) {
            self.concept = concept
            self.kind = kind
            self.item = item
            self.words = words
            self.organisation = organisation
            self.since = since
            self.until = until
        }
    }

    let place: String

    package init(place: String) {
        self.place = place
    }

    package func add(_ use: Use, by author: String?, in store: any Writing) async throws(StorageError) {
        try await store.execute(
            """
            INSERT INTO language_use (place, concept, kind, item, words, organisation, author, since, until)
            VALUES (\(place), \(use.concept), \(use.kind), \(use.item), \(use.words), \(use.organisation), \(author),
                \(use.since), \(use.until))
            """)
    }

    package func end(
        _ kind: String, _ item: String, with concept: Int, at now: Date, in store: any Writing
    ) async throws(StorageError) {
        try await store.execute(
            """
            UPDATE language_use SET until = \(now) WHERE place = \(place) AND concept = \(concept)
                AND kind = \(kind) AND item = \(item) AND until IS NULL
            """)
    }

    /// The words in which a concept is used, most used first, and how often each.
    package func words(of concept: Int, in store: any Reading) async throws(StorageError) -> [(
        words: String, count: Int
    )] {
        try await store.rows(
            """
            SELECT words, count(*) FROM language_use WHERE place = \(place) AND concept = \(concept) AND until IS NULL
            GROUP BY words ORDER BY count(*) DESC, words LIMIT 50
            """
        ) { row in (words: try row.column(0), count: try row.column(1)) }
    }

    package func all(of concept: Int, in store: any Reading) async throws(StorageError) -> [Use] {
        try await store.rows(
            """
            SELECT concept, kind, item, words, organisation, since, until FROM language_use
            WHERE place = \(place) AND concept = \(concept) ORDER BY since, kind, item
            """
        ) { row in
            Use(
                concept: try row.column(0), kind: try row.column(1), item: try row.column(2),
                words: try row.column(3), organisation: try row.column(4), since: try row.column(5),
                until: try row.column(6))
        }
    }
}
