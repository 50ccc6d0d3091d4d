package import Storage
import Vocabulary

/// Every statement that keeps what can be found.
///
/// A term's words are kept with the keys by which each is found; see `WordKeys` of the vocabulary.
package struct TermStore: Sendable {
    /// Of the rules by which words are kept: where they change, all terms are made anew.
    package static let version = 1
    /// How many items are written at once.
    private static let portion = 4_000

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
            let (changed, old) = try await changed(among: Array(rest.prefix(Self.portion)), in: transaction)
            rest = rest.dropFirst(Self.portion)
            // Keys may have gone with the words that stood nowhere else.
            if try await remove(old, in: transaction) { written = [] }
            var rows = TermRows(place: place, written: written)
            for findable in changed {
                rows.add(findable, id: next)
                next += 1
            }
            try await rows.write(in: transaction)
            written = rows.written
        }
    }

    /// Nobody finds these any more.
    package func remove(_ kind: FindableKind, _ items: [String], in transaction: any Writing)
        async throws(StorageError)
    {
        let ids = try await ids(of: items, kind, in: transaction)
        _ = try await remove(Array(ids.values), in: transaction)
    }

    /// Nobody finds the items any more whose names begin so.
    package func remove(
        _ kind: FindableKind, beginning start: String, in transaction: any Writing
    ) async throws(StorageError) {
        let ids = try await transaction.rows(
            """
            SELECT id FROM findable WHERE place = \(place) AND kind = \(kind.name)
                AND item >= \(start) AND item < \(start + "\u{10FFFF}")
            """
        ) { try $0.column(0, as: Int.self) }
        _ = try await remove(ids, in: transaction)
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

    /// Those of which other words are kept than these, each once: the last one of several for the same item. And what is kept of them.
    private func changed(
        among findables: [Findable], in transaction: any Writing
    ) async throws(StorageError) -> (changed: [Findable], old: [Int]) {
        var seen: Set<Key> = []
        let wanted = Array(findables.reversed().filter { seen.insert(Key($0)).inserted }.reversed())
        var known: [Key: Int] = [:]
        for kind in Set(wanted.map(\.kind)) {
            let items = wanted.filter { $0.kind == kind }.map(\.item)
            for (item, id) in try await ids(of: items, kind, in: transaction) {
                known[Key(kind: kind, item: item)] = id
            }
        }
        guard !known.isEmpty else { return (wanted, []) }
        let kept = try await kept(Array(known.values), in: transaction)
        let changed = wanted.filter { findable in
            known[Key(findable)].map {
                kept[$0] != Kept(audience: findable.audience.text, labels: findable.labels)
            } ?? true
        }
        return (changed, changed.compactMap { known[Key($0)] })
    }

    /// What is kept of items, by their numbers.
    private func kept(_ ids: [Int], in store: any Reading) async throws(StorageError) -> [Int: Kept] {
        var kept: [Int: Kept] = [:]
        for runs in TermStore.portions(of: TermStore.runs(ids), Self.runsAtOnce) {
            let rows = try await store.rows(
                SQL(
                    list: runs.map { run in
                        """
                        SELECT findable.id, findable.audience, term.number, term.label, term.language, term.words
                        FROM findable
                        LEFT JOIN term ON term.place = findable.place AND term.findable = findable.id
                        WHERE findable.place = \(place) AND findable.id >= \(run.lowerBound)
                            AND findable.id <= \(run.upperBound)
                        """
                    }, separator: " UNION ALL ")
            ) { row in
                (
                    id: try row.column(0, as: Int.self), audience: try row.column(1, as: String.self),
                    number: try row.column(2, as: Int?.self),
                    label: try row.column(3, as: String?.self).flatMap(Label.Kind.init(rawValue:)),
                    text: Text(try row.column(5, as: String?.self) ?? "", in: try row.column(4, as: String?.self))
                )
            }
            for row in rows.sorted(by: { ($0.number ?? 0) < ($1.number ?? 0) }) {
                kept[row.id, default: Kept(audience: row.audience)].labels +=
                    row.label.map { [Label($0, row.text)] } ?? []
            }
        }
        return kept
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
}
