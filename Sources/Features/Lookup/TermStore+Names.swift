package import Storage
import Vocabulary

extension TermStore {
    /// So many names are asked for in one statement.
    private static let namesAtOnce = 400

    /// The items of a kind that one audience finds and that bear one of these names, however it is written.
    ///
    /// - Parameter most: of the names that share their telling word, so that those of one word leave room for those of all others.
    /// - Returns: each item with its name as it is kept.
    package func items(
        _ kind: FindableKind, named names: [String], for audience: Audience, most: Int, in store: any Reading
    ) async throws(StorageError) -> [(item: String, name: String)] {
        let wanted = Set(names.map { NormalForm($0) })
        let words = Set(names.compactMap(Self.telling)).sorted()
        var found: [(item: String, name: String)] = []
        for start in stride(from: 0, to: words.count, by: Self.namesAtOnce) {
            let some = words[start..<min(start + Self.namesAtOnce, words.count)]
            found += try await store.rows(
                """
                SELECT findable.item, term.words
                FROM (SELECT findable, number,
                        row_number() OVER (PARTITION BY word ORDER BY rank, findable, number) AS standing
                    FROM term_word
                    WHERE place = \(place) AND kind = \(kind.name) AND audience = \(audience.text)
                        AND word IN (\(SQL(list: some.map { "\($0)" })))) AS found
                JOIN findable ON findable.place = \(place) AND findable.id = found.findable
                JOIN term ON term.place = \(place) AND term.findable = found.findable AND term.number = found.number
                WHERE found.standing <= \(most)
                """
            ) { row in (item: try row.column(0), name: try row.column(1)) }
        }
        return found.filter { wanted.contains(NormalForm($0.name)) }
    }

    /// The word that a name is kept under and that few others share: all of its letters together, or else its longest word.
    private static func telling(_ name: String) -> String? {
        let entries = TermEntries(of: Label(.preferred, Text(name, in: nil)))
        let chosen = entries.entries.first(where: \.isWhole)
        let words = (chosen.map { [$0] } ?? entries.entries).map(entries.text)
        return words.max { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }
}
