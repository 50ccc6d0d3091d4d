package import Storage
import Vocabulary

/// Every statement that keeps what can be found.
///
/// A term's words are kept with the keys by which each is found; see `WordKeys` of the vocabulary.
package struct TermStore: Sendable {
    /// Of the rules by which words are kept: where they change, all terms are made anew.
    package static let version = 1
    /// How many items are written at once.
    private static let portion = 500

    let place: String

    package init(place: String) {
        self.place = place
    }

    /// Keeps the words of items in place of those that were kept of them; in the transaction that changes the items.
    package func put(_ findables: [Findable], in transaction: any Writing) async throws(StorageError) {
        var next = try await nextID(in: transaction)
        var rest = findables[...]
        var written: Set<TermRows.WrittenWord> = []
        while !rest.isEmpty {
            let portion = try await changed(among: Array(rest.prefix(Self.portion)), in: transaction)
            rest = rest.dropFirst(Self.portion)
            for kind in Set(portion.map(\.kind)) {
                let items = portion.filter { $0.kind == kind }.map(\.item)
                // Keys may have gone with the words that stood nowhere else.
                if try await remove(named(items, kind), in: transaction) { written = [] }
            }
            var rows = TermRows(place: place, written: written)
            for findable in portion {
                rows.add(findable, id: next)
                next += 1
            }
            for statement in rows.statements { try await transaction.execute(statement) }
            written = rows.written
        }
    }

    /// Nobody finds these any more.
    package func remove(_ kind: FindableKind, _ items: [String], in transaction: any Writing)
        async throws(StorageError)
    {
        guard !items.isEmpty else { return }
        _ = try await remove(named(items, kind), in: transaction)
    }

    /// Nobody finds the items any more whose names begin so.
    package func remove(
        _ kind: FindableKind, beginning start: String, in transaction: any Writing
    ) async throws(StorageError) {
        _ = try await remove(
            "kind = \(kind.name) AND item >= \(start) AND item < \(start + "\u{10FFFF}")", in: transaction)
    }

    package func removeAll(in transaction: any Writing) async throws(StorageError) {
        try await transaction.execute([
            "DELETE FROM word_key WHERE place = \(place)", "DELETE FROM term_word WHERE place = \(place)",
            "DELETE FROM term WHERE place = \(place)", "DELETE FROM findable WHERE place = \(place)",
            "DELETE FROM terms_made WHERE place = \(place)",
        ])
    }

    /// Whether all terms were made by the rules of today.
    package func isMade(in store: any Reading) async throws(StorageError) -> Bool {
        let version = try await store.first("SELECT version FROM terms_made WHERE place = \(place)") {
            try $0.column(0, as: Int.self)
        }
        return version == Self.version
    }

    func noteMade(in transaction: any Writing) async throws(StorageError) {
        try await transaction.execute([
            "DELETE FROM terms_made WHERE place = \(place)",
            "INSERT INTO terms_made (place, version) VALUES (\(place), \(Self.version))",
        ])
    }

    private func nextID(in transaction: any Writing) async throws(StorageError) -> Int {
        let last = try await transaction.first("SELECT max(id) FROM findable WHERE place = \(place)") {
            try $0.column(0, as: Int?.self)
        }
        return ((last ?? nil) ?? 0) + 1
    }

    /// Those of which other words are kept than these, each once: the last one of several for the same item.
    private func changed(
        among findables: [Findable], in transaction: any Writing
    ) async throws(StorageError) -> [Findable] {
        var seen: Set<Key> = []
        let wanted = Array(findables.reversed().filter { seen.insert(Key($0)).inserted }.reversed())
        var kept: [Key: Kept] = [:]
        for kind in Set(wanted.map(\.kind)) {
            let items = wanted.filter { $0.kind == kind }.map(\.item)
            let rows = try await transaction.rows(
                """
                SELECT findable.item, findable.audience, term.label, term.language, term.words FROM findable
                JOIN term ON term.place = findable.place AND term.findable = findable.id
                WHERE findable.place = \(place) AND findable.kind = \(kind.name)
                    AND findable.item IN (\(SQL(list: items.map { "\($0)" })))
                ORDER BY term.findable, term.number
                """
            ) { row in
                (
                    item: try row.column(0, as: String.self), audience: try row.column(1, as: String.self),
                    label: Label(
                        try row.column(2), Text(try row.column(4), in: try row.column(3, as: String?.self)))
                )
            }
            for row in rows {
                let key = Key(kind: kind, item: row.item)
                kept[key, default: Kept(audience: row.audience)].labels.append(row.label)
            }
        }
        return wanted.filter { kept[Key($0)] != Kept(audience: $0.audience.text, labels: $0.labels) }
    }

    private struct Key: Hashable {
        let kind: FindableKind
        let item: String

        init(kind: FindableKind, item: String) {
            self.kind = kind
            self.item = item
        }

        init(_ findable: Findable) { self.init(kind: findable.kind, item: findable.item) }
    }

    private struct Kept: Equatable {
        let audience: String
        var labels: [Label] = []
    }

    private func named(_ items: [String], _ kind: FindableKind) -> SQL {
        "kind = \(kind.name) AND item IN (\(SQL(list: items.map { "\($0)" })))"
    }

    /// False where there was nothing to remove.
    private func remove(_ condition: SQL, in transaction: any Writing) async throws(StorageError) -> Bool {
        let ids = try await transaction.rows("SELECT id FROM findable WHERE place = \(place) AND \(condition)") {
            try $0.column(0, as: Int.self)
        }
        guard !ids.isEmpty else { return false }
        // Of words that stand nowhere else no trace is left.
        let words = try await transaction.rows(
            """
            SELECT DISTINCT kind, audience, word FROM term_word WHERE place = \(place) AND findable IN (\(list(ids)))
            """
        ) { row in
            (
                kind: try row.column(0, as: String.self), audience: try row.column(1, as: String.self),
                word: try row.column(2, as: String.self)
            )
        }
        try await transaction.execute([
            "DELETE FROM term_word WHERE place = \(place) AND findable IN (\(list(ids)))",
            "DELETE FROM term WHERE place = \(place) AND findable IN (\(list(ids)))",
            "DELETE FROM findable WHERE place = \(place) AND id IN (\(list(ids)))",
        ])
        for group in Dictionary(grouping: words, by: { [$0.kind, $0.audience] }).values {
            var rest = group[...]
            while let first = rest.first {
                let some = rest.prefix(Self.portion)
                rest = rest.dropFirst(Self.portion)
                try await transaction.execute(
                    """
                    DELETE FROM word_key WHERE place = \(place) AND kind = \(first.kind) AND audience = \(first.audience)
                        AND word IN (\(SQL(list: some.map { "\($0.word)" })))
                        AND NOT EXISTS (SELECT 1 FROM term_word WHERE term_word.place = word_key.place
                            AND term_word.kind = word_key.kind AND term_word.audience = word_key.audience
                            AND term_word.word = word_key.word)
                    """)
            }
        }
        return true
    }

    private func list(_ ids: [Int]) -> SQL { SQL(list: ids.map { "\($0)" }) }
}
