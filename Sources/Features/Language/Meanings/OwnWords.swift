package import FoundationEssentials
package import Storage
import Vocabulary

/// Every statement about what the words of organisations stand for.
///
/// A choice is a use of its concept. Another choice ends it and is a use of its own, so that it can be seen what words
/// stood for on any day.
package struct OwnWords: Sendable {
    /// So many words of one organisation have a meaning at most.
    package static let most = 5_000

    let place: String

    package init(place: String) {
        self.place = place
    }

    /// Says what words stand for from now on; nil for nothing that is known here.
    ///
    /// - Parameter author: the identifier of the person who says so.
    /// - Returns: false where the words hold no letter and no digit, or are too many.
    @discardableResult
    package func set(
        _ words: String, _ kind: OwnWord.Kind, to concept: Int?, organisation: String, by author: String?,
        at now: Date, in transaction: any Transaction
    ) async throws(StorageError) -> Bool {
        let key = OwnWord.key(words)
        guard !key.isEmpty, words.count <= OwnWord.longest else { return false }
        let item = Self.item(organisation, key)
        let current = try await current(words, kind, of: organisation, in: transaction)
        guard current != concept else { return true }
        if current != nil {
            try await transaction.execute(
                """
                UPDATE language_use SET until = \(now)
                WHERE place = \(place) AND kind = \(kind) AND item = \(item) AND until IS NULL
                """)
        }
        guard let concept else { return true }
        if current == nil, try await count(of: organisation, in: transaction) >= Self.most { return false }
        // Changed there and back within the same instant: what was ended holds again.
        let again = try await transaction.execute(
            """
            UPDATE language_use SET until = NULL, words = \(words) WHERE place = \(place) AND concept = \(concept)
                AND kind = \(kind) AND item = \(item) AND since = \(now)
            """)
        guard again == 0 else { return true }
        // Of two people who choose at the same moment the first one's choice holds.
        try await transaction.execute(
            """
            INSERT INTO language_use (place, concept, kind, item, words, organisation, author, since)
            VALUES (\(place), \(concept), \(kind), \(item), \(words), \(organisation), \(author), \(now))
            ON CONFLICT DO NOTHING
            """)
        return true
    }

    /// The concept that somebody chose for words; nil where nobody has.
    func current(
        _ words: String, _ kind: OwnWord.Kind, of organisation: String, in store: any Reading
    ) async throws(StorageError) -> Int? {
        try await store.first(
            """
            SELECT concept FROM language_use WHERE place = \(place) AND kind = \(kind)
                AND item = \(Self.item(organisation, OwnWord.key(words))) AND until IS NULL
            """
        ) { try $0.column(0) }
    }

    /// What the words of an organisation stand for, by the words.
    package func meanings(of organisation: String, in store: any Reading) async throws(StorageError) -> [OwnWord] {
        try await store.rows(
            """
            SELECT words, kind, concept FROM language_use
            WHERE place = \(place) AND organisation = \(organisation) AND kind IN ('outcome', 'service')
                AND until IS NULL
            ORDER BY item, kind LIMIT \(Self.most)
            """
        ) { row in OwnWord(try row.column(0), try row.column(1), for: try row.column(2)) }
    }

    /// The concepts that the words of an organisation stand for today, by ``OwnWord/key(_:)``; an outcome's comes first.
    ///
    /// A concept that went into another one is followed to it. One that became several stays, until somebody chooses.
    package func concepts(
        for organisation: String, in store: any Reading
    ) async throws(StorageError) -> [String: [String]] {
        let meanings = try await meanings(of: organisation, in: store)
        let today = try await today(of: meanings.map(\.concept), in: store)
        var found: [String: [String]] = [:]
        for meaning in meanings {
            guard let concept = today[meaning.concept]?.concept.id else { continue }
            if found[meaning.key]?.contains(concept) != true { found[meaning.key, default: []].append(concept) }
        }
        return found
    }

    /// What stands in each concept's place today, by the number of the one that was chosen.
    package func today(
        of numbers: [Int], in store: any Reading
    ) async throws(StorageError) -> [Int: KeptConcept] {
        let concepts = ConceptStore(place: place)
        var known: [Int: KeptConcept] = [:]
        var open = Set(numbers)
        // Concepts are merged a few times at most; the bound keeps a ring from holding everybody up.
        for _ in 0..<50 where !open.isEmpty {
            let all = open.sorted()
            for start in stride(from: 0, to: all.count, by: 500) {
                for kept in try await concepts.concepts(Array(all[start..<min(start + 500, all.count)]), in: store) {
                    known[kept.number] = kept
                }
            }
            open = Set(open.compactMap { known[$0]?.onlySuccessor }).subtracting(known.keys)
        }
        var today: [Int: KeptConcept] = [:]
        for number in Set(numbers) {
            var seen: Set<Int> = []
            var kept = known[number]
            while let next = kept?.onlySuccessor, seen.insert(next).inserted, let successor = known[next] {
                kept = successor
            }
            today[number] = kept
        }
        return today
    }

    private func count(of organisation: String, in store: any Reading) async throws(StorageError) -> Int {
        try await store.first(
            """
            SELECT count(*) FROM language_use
            WHERE place = \(place) AND organisation = \(organisation) AND kind IN ('outcome', 'service')
                AND until IS NULL
            """
        ) { try $0.column(0) } ?? 0
    }

    static func item(_ organisation: String, _ key: String) -> String { "\(organisation)/\(key)" }
}

extension KeptConcept {
    /// The one that is used in its place; nil where it holds itself, and where somebody has to choose among several.
    fileprivate var onlySuccessor: Int? {
        status == .superseded && successors.count == 1 ? successors[0] : nil
    }
}
