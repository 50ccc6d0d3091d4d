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

    private struct Roles: OptionSet {
        let rawValue: UInt8
        static let plain = Roles(rawValue: 1)
        static let welsh = Roles(rawValue: 2)
        static let whole = Roles(rawValue: 4)
    }

    /// A word has 24 bits, a rank 16 and a term 24: more than four thousand ranks and sixteen million of the others.
    private static let mostTerms = 1 << 24
    /// So many items are worked out by one processor before the words of all are numbered.
    private static let block = 2_000
    private static let blocksAtOnce = 4

    /// Adds the labels of each item; its number is its place here.
    mutating func add(_ items: [[Label]]) {
        let blocks = stride(from: 0, to: items.count, by: Self.block).map { $0..<min($0 + Self.block, items.count) }
        for start in stride(from: 0, to: blocks.count, by: Self.blocksAtOnce) {
            let some = Array(blocks[start..<min(start + Self.blocksAtOnce, blocks.count)])
            // Normal forms and keys take most of the time, and only the numbering between them is one for all.
            let found = inParallel(some.count) { Block(items, some[$0]) }
            let new = found.map { number($0, items) }
            keyed += inParallel(new.count) { Self.keys(of: new[$0], in: found[$0].entries) }.joined()
        }
    }

    /// Some items with the entries of their labels.
    private struct Block: Sendable {
        let items: Range<Int>
        private(set) var entries = TermEntries()
        /// Up to where the entries of each label stand.
        private(set) var ends: [Int] = []

        init(_ all: [[Label]], _ items: Range<Int>) {
            self.items = items
            for label in all[items].joined() {
                entries.add(label)
                ends.append(entries.entries.count)
            }
        }
    }

    /// A word whose keys are still to be written.
    private struct NewWord: Sendable {
        let entry: TermEntries.Entry
        let number: UInt32
    }

    private mutating func number(_ block: Block, _ items: [[Label]]) -> [NewWord] {
        var new: [NewWord] = []
        var (label, next) = (0, 0)
        for item in block.items {
            for text in items[item] {
                let entries = next..<block.ends[label]
                (label, next) = (label + 1, block.ends[label])
                guard terms.count < Self.mostTerms, words.count < Self.mostTerms - 100 else { continue }
                let term = UInt64(terms.count)
                terms.append(text, of: UInt32(item))
                for place in entries { add(block.entries.entries[place], block.entries.bytes, term, &new) }
            }
        }
        return new
    }

    private mutating func add(
        _ entry: TermEntries.Entry, _ bytes: [UInt8], _ term: UInt64, _ new: inout [NewWord]
    ) {
        let number = words.add(bytes[entry.range], entry.digest)
        if number == known.count { known.append([]) }
        let role: Roles = entry.isWhole ? .whole : entry.isWelsh ? [.plain, .welsh] : .plain
        let before = known[Int(number)]
        if !before.isSuperset(of: role) {
            if role.contains(.plain), !before.contains(.plain) { plain.append(number) }
            known[Int(number)].formUnion(role)
            new.append(NewWord(entry: entry, number: number))
        }
        packed.append(UInt64(number) << 40 | UInt64(entry.rank) << 24 | term)
    }

    private static func keys(of words: [NewWord], in entries: TermEntries) -> [TermIndex.KeyedWord] {
        let keys = WordKeys()
        var keyed: [TermIndex.KeyedWord] = []
        keyed.reserveCapacity(words.count * 6)
        for word in words {
            entries.writeKeys(of: word.entry, keys) {
                keyed.append(TermIndex.KeyedWord(key: digest(of: $0), word: word.number))
            }
        }
        return keyed
    }

    var index: TermIndex {
        var ends = [UInt32](repeating: 0, count: words.count)
        for posting in packed { ends[Int(posting >> 40)] += 1 }
        var sum: UInt32 = 0
        for word in ends.indices {
            sum += ends[word]
            ends[word] = sum
        }
        var inOrder = FlatTexts()
        for word in words.texts.inByteOrder(plain) { inOrder.append(words.texts.bytes(Int(word))) }
        return TermIndex(
            terms: terms, words: words, plain: inOrder,
            postings: sortedInBuckets(packed, buckets: ends.count) { Int($0 >> 40) }.map {
                TermIndex.Posting(rank: UInt16($0 >> 24 & 0xFFFF), term: UInt32($0 & 0xFF_FFFF))
            }, postingEnds: ends, keyed: keyedInOrder)
    }

    /// Digests are spread evenly, so that few fall into one bucket.
    private var keyedInOrder: [TermIndex.KeyedWord] {
        let bits = max(1, min(24, Int.bitWidth - keyed.count.leadingZeroBitCount - 2))
        return sortedInBuckets(keyed, buckets: 1 << bits) { Int($0.key >> UInt64(64 - bits)) }
    }
}
