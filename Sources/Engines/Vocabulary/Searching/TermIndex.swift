/// Terms in memory: for vocabularies that belong to no store.
///
/// All is kept in flat arrays of numbers and bytes, so that 100,000 concepts take some tens of megabytes.
package struct TermIndex: Sendable {
    let terms: FlatTerms
    /// A number for every word, and for every phrase without its spaces.
    let words: NumberedTexts
    /// The plain words in the order of their bytes.
    let plain: FlatTexts
    /// The terms of word `w`, those of the lowest rank first, stand from `postingEnds[w - 1]` up to `postingEnds[w]`.
    let postings: [Posting]
    let postingEnds: [UInt32]
    /// In the order of keys.
    let keyed: [KeyedWord]

    struct Posting: Sendable {
        let rank: UInt16
        let term: UInt32
    }

    struct KeyedWord: Sendable, Comparable {
        /// The digest of a key.
        let key: UInt64
        let word: UInt32

        static func < (one: Self, other: Self) -> Bool { one.key < other.key }
    }

    /// - Parameter items: the labels of each item; its number is its place here.
    package init(_ items: some Sequence<[Label]>) {
        var builder = TermIndexBuilder()
        builder.add(Array(items))
        self = builder.index
    }

    init(
        terms: FlatTerms, words: NumberedTexts, plain: FlatTexts, postings: [Posting], postingEnds: [UInt32],
        keyed: [KeyedWord]
    ) {
        self.terms = terms
        self.words = words
        self.plain = plain
        self.postings = postings
        self.postingEnds = postingEnds
        self.keyed = keyed
    }

    private func postings(of word: String) -> ArraySlice<Posting> {
        guard let number = words.number(of: word).map(Int.init) else { return [] }
        return postings[(number == 0 ? 0 : Int(postingEnds[number - 1]))..<Int(postingEnds[number])]
    }
}

extension TermIndex: TermSource {
    package func words(_ wish: WordWish) -> [KeptWord] {
        var found: [KeptWord] = []
        for key in wish.keys where found.count < WordWish.mostForKeys {
            let digest = digest(of: key.utf8)
            var place = keyed.firstPlace { $0.key < digest }
            var under: [String] = []
            while place < keyed.count, keyed[place].key == digest {
                under.append(words.texts[Int(keyed[place].word)])
                place += 1
            }
            found += Set(under).sorted(by: isInByteOrder).prefix(WordWish.mostForKeys - found.count).map {
                KeptWord(key: key, word: $0)
            }
        }
        return found + wish.beginnings.flatMap(words(beginning:)).map { KeptWord(key: "w" + $0, word: $0) }
    }

    private func words(beginning text: String) -> [String] {
        let bytes = Array(text.utf8)
        var place = plain.firstPlace(notBefore: bytes)
        let isShort = text.unicodeScalars.count <= 3
        var found: [String] = []
        while place < plain.count, plain.bytes(place).starts(with: bytes),
            isShort || found.count < WordWish.mostForBeginning
        {
            found.append(plain[place])
            place += 1
        }
        guard isShort else { return found }
        let sorted = found.map { (length: min($0.unicodeScalars.count, 99), text: $0) }.sorted {
            $0.length == $1.length ? isInByteOrder($0.text, $1.text) : $0.length < $1.length
        }
        return sorted.prefix(WordWish.mostForBeginning).map(\.text)
    }

    package func terms(with words: [String], mostForEach most: Int) -> [CandidateTerm] {
        words.flatMap { postings(of: $0).prefix(most).map { terms[Int($0.term)] } }
    }

    package func terms(withAll groups: [[String]], most: Int) -> [CandidateTerm] {
        guard let leading = groups.first else { return [] }
        let others = groups.dropFirst().map { group in
            Set(group.flatMap { postings(of: $0).map { terms.items[Int($0.term)] } })
        }
        var best: [UInt32: UInt16] = [:]
        for posting in leading.flatMap(postings(of:)) {
            let item = terms.items[Int(posting.term)]
            guard others.allSatisfy({ $0.contains(item) }) else { continue }
            best[item] = min(best[item] ?? .max, posting.rank)
        }
        let first = best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(most)
        let items = Set(first.map(\.key))
        let holding = Set(groups.joined().flatMap { postings(of: $0).map(\.term) })
        return holding.filter { items.contains(terms.items[Int($0)]) }.map { terms[Int($0)] }
    }
}

func isInByteOrder(_ one: String, _ other: String) -> Bool { one.utf8.lexicographicallyPrecedes(other.utf8) }

/// FNV-1a with 64 bits.
///
/// - Source: Fowler, Noll and Vo; RFC 9923.
func digest(of bytes: some Sequence<UInt8>) -> UInt64 {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return digest
}

extension Array {
    /// The first place of which a test no longer holds, in an array in which it holds at the beginning only.
    func firstPlace(_ isBefore: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
