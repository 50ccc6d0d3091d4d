import Storage
import Vocabulary

/// The rows of some items, gathered so that they are written with few statements.
struct TermRows {
    /// A statement takes so many rows.
    private static let portion = 200

    private struct KeyedWord: Hashable {
        let kind: String
        let audience: String
        let key: String
        let word: String
    }

    /// A word whose keys are written already, as what it was.
    struct WrittenWord: Hashable {
        let kind: FindableKind
        let audience: Audience
        let word: String
        let isWhole: Bool
        let isWelsh: Bool
    }

    private let place: String
    /// Words need their keys once, however many terms hold them.
    private(set) var written: Set<WrittenWord>
    private let keys = WordKeys()
    private var findables: [SQL] = []
    private var terms: [SQL] = []
    private var words: [SQL] = []
    private var keyed: Set<KeyedWord> = []

    init(place: String, written: Set<WrittenWord> = []) {
        self.place = place
        self.written = written
    }

    mutating func add(_ findable: Findable, id: Int) {
        let (kind, audience) = (findable.kind.name, findable.audience.text)
        findables.append("(\(place), \(id), \(kind), \(audience), \(findable.item))")
        for (number, label) in findable.labels.enumerated() {
            terms.append("(\(place), \(id), \(number), \(label.kind), \(label.text.language), \(label.text.words))")
            for entry in TermEntries.entries(of: label) {
                let word = entry.text
                words.append("(\(place), \(kind), \(audience), \(word), \(entry.rank), \(id), \(number))")
                let known = WrittenWord(
                    kind: findable.kind, audience: findable.audience, word: word, isWhole: entry.isWhole,
                    isWelsh: entry.isWelsh)
                // The same letters may be of other words, with other first letters.
                guard written.insert(known).inserted || entry.isWhole else { continue }
                entry.writeKeys(keys) { bytes in
                    keyed.insert(
                        KeyedWord(
                            kind: kind, audience: audience, key: String(decoding: bytes, as: UTF8.self), word: word))
                }
            }
        }
    }

    var statements: [SQL] {
        let keys = keyed.sorted { ($0.kind, $0.audience, $0.key, $0.word) < ($1.kind, $1.audience, $1.key, $1.word) }
            .map { key in "(\(place), \(key.kind), \(key.audience), \(key.key), \(key.word))" as SQL }
        return portions(of: findables) { "INSERT INTO findable (place, id, kind, audience, item) VALUES \($0)" }
            + portions(of: terms) { "INSERT INTO term (place, findable, number, label, language, words) VALUES \($0)" }
            + portions(of: words) {
                "INSERT INTO term_word (place, kind, audience, word, rank, findable, number) VALUES \($0)"
            }
            + portions(of: keys) {
                """
                INSERT INTO word_key (place, kind, audience, key, word) VALUES \($0)
                ON CONFLICT (place, kind, audience, key, word) DO NOTHING
                """
            }
    }

    private func portions(of rows: [SQL], _ statement: (SQL) -> SQL) -> [SQL] {
        stride(from: 0, to: rows.count, by: Self.portion).map { start in
            statement(SQL(list: rows[start..<min(start + Self.portion, rows.count)]))
        }
    }
}
