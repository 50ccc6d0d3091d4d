/// Builds a ``TermIndex``. Keys are worked out once for every distinct word.
struct TermIndexBuilder {
    /// A word, a rank and a term in one number, so that sorting is quick.
    private typealias Packed = UInt64

    private var terms = FlatTerms()
    private var words = NumberedTexts()
    private var plain: [UInt32] = []
    private var packed: [Packed] = []
    private var keyed: [TermIndex.KeyedWord] = []
    /// What is known of each word: its keys as a plain one, as a Welsh one and as a whole phrase.
    private var known: [Roles] = []
    private let keys = WordKeys()

    private struct Roles: OptionSet {
        let rawValue: UInt8
        static let plain = Roles(rawValue: 1)
        static let welsh = Roles(rawValue: 2)
        static let whole = Roles(rawValue: 4)
    }

    /// A word has 24 bits, a rank 16 and a term 24: more than four thousand ranks and sixteen million of the others.
    private static let mostTerms = 1 << 24

    mutating func add(_ label: Label, of item: UInt32) {
        guard terms.count < Self.mostTerms, words.count < Self.mostTerms - 100 else { return }
        let term = UInt64(terms.count)
        terms.append(label, of: item)
        let isWelsh = label.text.language?.hasPrefix("cy") ?? false
        for entry in TermEntries.entries(of: label) {
            let number = words.add(entry.bytes)
            if number == known.count { known.append([]) }
            let role: Roles = entry.isWhole ? .whole : isWelsh ? [.plain, .welsh] : .plain
            if !known[Int(number)].isSuperset(of: role) { note(entry, role, number) }
            packed.append(UInt64(number) << 40 | UInt64(entry.rank) << 24 | term)
        }
    }

    private mutating func note(_ entry: TermEntries.Entry, _ role: Roles, _ number: UInt32) {
        if role.contains(.plain), !known[Int(number)].contains(.plain) { plain.append(number) }
        known[Int(number)].formUnion(role)
        entry.writeKeys(keys) { keyed.append(TermIndex.KeyedWord(key: digest(of: $0), word: number)) }
    }

    var index: TermIndex {
        var ends = [UInt32](repeating: 0, count: words.count)
        let sorted = packed.sorted()
        for posting in sorted { ends[Int(posting >> 40)] += 1 }
        var sum: UInt32 = 0
        for word in ends.indices {
            sum += ends[word]
            ends[word] = sum
        }
        var inOrder = FlatTexts()
        for word in plain.map({ words.texts[Int($0)] }).sorted(by: isInByteOrder) { inOrder.append(word.utf8) }
        return TermIndex(
            terms: terms, words: words, plain: inOrder,
            postings: sorted.map {
                TermIndex.Posting(rank: UInt16($0 >> 24 & 0xFFFF), term: UInt32($0 & 0xFF_FFFF))
            }, postingEnds: ends, keyed: keyed.sorted { $0.key < $1.key })
    }
}
