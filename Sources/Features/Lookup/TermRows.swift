import Storage
import Vocabulary

/// The rows of some items, gathered so that they are written together.
struct TermRows {
    /// A word whose keys are written already, as what it was.
    struct WrittenWord: Hashable {
        let kind: FindableKind
        let audience: Audience
        let word: String
        let isWhole: Bool
        let isWelsh: Bool
    }

    private struct Group: Hashable {
        let kind: FindableKind
        let audience: Audience
    }

    private let place: SQL.Value
    /// Words need their keys once, however many terms hold them.
    private(set) var written: Set<WrittenWord>
    private let keys = WordKeys()
    private var findables = NewRows(into: "findable", ["place", "id", "kind", "audience", "item"])
    private var terms = NewRows(into: "term", ["place", "findable", "number", "label", "language", "words"])
    private var words: [Group: [(word: String, rank: Int, findable: Int, number: Int)]] = [:]
    private var keyed: [Group: [(key: String, word: String)]] = [:]

    init(place: String, written: Set<WrittenWord> = []) {
        self.place = place.stored
        self.written = written
    }

    mutating func add(_ findable: Findable, id: Int) {
        let group = Group(kind: findable.kind, audience: findable.audience)
        findables.add(
            place, id.stored, findable.kind.name.stored, findable.audience.text.stored, findable.item.stored)
        for (number, label) in findable.labels.enumerated() {
            terms.add(
                place, id.stored, number.stored, label.kind.rawValue.stored, label.text.language.stored,
                label.text.words.stored)
            let entries = TermEntries(of: label)
            for entry in entries.entries {
                let word = entries.text(entry)
                words[group, default: []].append((word, entry.rank, id, number))
                let known = WrittenWord(
                    kind: findable.kind, audience: findable.audience, word: word, isWhole: entry.isWhole,
                    isWelsh: entry.isWelsh)
                // The same letters may be of other words, with other first letters.
                guard written.insert(known).inserted || entry.isWhole else { continue }
                entries.writeKeys(of: entry, keys) { bytes in
                    keyed[group, default: []].append((String(decoding: bytes, as: UTF8.self), word))
                }
            }
        }
    }

    /// All rows; those with words in the order in which they are kept, because neighbours are written quickly.
    func write(in transaction: any Writing) async throws(StorageError) {
        var entries = NewRows(
            into: "term_word", ["place", "kind", "audience", "word", "rank", "findable", "number"])
        for (group, words) in words {
            let (kind, audience) = (group.kind.name.stored, group.audience.text.stored)
            for entry in words.sorted(by: { ($0.word, $0.rank, $0.findable) < ($1.word, $1.rank, $1.findable) }) {
                entries.add(
                    place, kind, audience, entry.word.stored, entry.rank.stored, entry.findable.stored,
                    entry.number.stored)
            }
        }
        var keys = NewRows(into: "word_key", ["place", "kind", "audience", "key", "word"], leavesKnown: true)
        for (group, keyed) in keyed {
            let (kind, audience) = (group.kind.name.stored, group.audience.text.stored)
            var last: (key: String, word: String)?
            for entry in keyed.sorted(by: <) where last.map({ $0 != entry }) ?? true {
                last = entry
                keys.add(place, kind, audience, entry.key.stored, entry.word.stored)
            }
        }
        for rows in [findables, terms, entries, keys] { try await transaction.insert(rows) }
    }
}
