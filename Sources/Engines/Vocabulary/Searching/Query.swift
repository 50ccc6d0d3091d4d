/// What somebody typed into the search box.
package struct Query: Sendable {
    /// In characters; what comes after is not looked for.
    package static let longest = 200
    /// In words; what comes after is not looked for.
    static let mostWords = 8

    let form: NormalForm
    /// What is looked for: all words but the small ones, or these where there are no others.
    let words: [Word]

    package init(_ text: String) {
        let all = NormalForm(String(text.prefix(Self.longest))).words
        form = NormalForm(joining: all)
        var seen: Set<Word> = []
        let weighty = all.filter { !smallWords.contains($0.text) }
        words = Array((weighty.isEmpty ? all : weighty).filter { seen.insert($0).inserted }.prefix(Self.mostWords))
    }

    package var isEmpty: Bool { words.isEmpty }

    /// All that was typed as one word, where it was several.
    var whole: Word? {
        guard form.bytes.contains(UInt8(ascii: " ")) else { return nil }
        let whole = form.compact
        return whole.letters.count <= WordKeys.longestWhole + 2 ? whole : nil
    }

    /// What is asked for to find the words that these may mean.
    func wish(_ keys: WordKeys) -> WordWish {
        WordWish(
            keys: Set(words.flatMap(keys.asked(for:)) + (whole.map(keys.asked(forWhole:)) ?? [])).sorted(),
            beginnings: words.map(\.text))
    }
}

/// Words that are asked of a source.
package struct WordWish: Sendable {
    /// How many come back at most for all keys together.
    package static let mostForKeys = 400
    /// How many come back at most for one beginning.
    package static let mostForBeginning = 64

    /// See ``WordKeys``.
    package let keys: [String]
    /// Words that begin so.
    package let beginnings: [String]

    /// The keys between which the words with a beginning stand: the shortest first where the beginning is short, else in the order of their letters.
    package static func keys(beginning text: String) -> (from: String, below: String) {
        // In the order of bytes U+10FFFF comes after all else, and "!" after the space.
        text.unicodeScalars.count <= 3 ? ("b\(text) ", "b\(text)!") : ("w\(text)", "w\(text)\u{10FFFF}")
    }
}
