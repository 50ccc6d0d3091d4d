/// Under which keys a word is kept, so that it is found by what people type instead. A key is a letter that says which kind it is, and text.
///
/// Not for several threads at once.
package final class WordKeys {
    /// Takes a key; its bytes are UTF-8.
    package typealias Sink = ([UInt8]) -> Void

    private let stemmer = EnglishStemmer()
    /// Written anew for every key, so that a hundred thousand words don't cost a million texts.
    private var key: [UInt8] = []

    package init() {}

    /// The longest phrase that is kept as a whole too, in letters.
    static let longestWhole = 80

    /// The keys of a word of a term.
    ///
    /// - Parameter isWelsh: whether it may be changed as Welsh words are.
    package func write(_ word: Word, isWelsh: Bool, to sink: Sink) {
        write("w", word.text, sink)
        write("s", stemmer.stem(word), sink)
        for length in 1...3 where length <= word.letters.count { writeBeginning(of: word, length, sink) }
        if word.letters.count >= 4, let sound = soundKey(of: word) { write("p", sound, sink) }
        if isWelsh { for root in welshRoots(of: word) { write("m", root, sink) } }
        writeHalves(of: word, sink)
    }

    /// The keys of a phrase as a whole, written without spaces; UTF-8.
    func write(whole bytes: ArraySlice<UInt8>, initials: [[UInt8]], to sink: Sink) {
        write("c", bytes, sink)
        for letters in initials { write("a", letters[...], sink) }
        guard bytes.allSatisfy({ $0 < 0x80 }) else {
            return writeHalves(of: Word(normal: String(decoding: bytes, as: UTF8.self)), sink)
        }
        // A letter is a byte here.
        let count = bytes.count
        guard (4...Self.longestWhole).contains(count) else { return }
        beginHalf("h", count)
        key += bytes.prefix(count / 2)
        sink(key)
        beginHalf("t", count)
        key += bytes.suffix(count - count / 2)
        sink(key)
    }

    /// What is asked for, so that every word comes that a typed one may mean.
    func asked(for word: Word) -> [String] {
        var keys = ["w" + word.text, "c" + word.text, "s" + stemmer.stem(word)]
        if word.letters.count >= 4, let sound = soundKey(of: word) { keys.append("p" + sound) }
        if (2...12).contains(word.letters.count) { keys.append(Self.abbreviation(word)) }
        keys += welshRoots(of: word).map { "m" + $0 }
        return keys + halves(near: word)
    }

    /// What is asked for where several words were typed that may be one phrase.
    func asked(forWhole word: Word) -> [String] {
        ["w" + word.text, "c" + word.text] + halves(near: word)
    }

    static func abbreviation(_ word: Word) -> String { "a" + word.text }

    static func isWelsh(_ key: String) -> Bool { key.utf8.first == UInt8(ascii: "m") }

    func stem(_ word: Word) -> String { stemmer.stem(word) }

    /// The key under which words with the same beginning stand, the shortest first.
    private func writeBeginning(of word: Word, _ length: Int, _ sink: Sink) {
        begin("b")
        append(word.letters.prefix(length))
        let count = min(word.letters.count, 99)
        key += [UInt8(ascii: " "), UInt8(ascii: "0") + UInt8(count / 10), UInt8(ascii: "0") + UInt8(count % 10)]
        sink(key)
    }

    /// One mistake leaves one half of a word as it is: the first letters, or the last ones. With the length of the word they lead to it.
    private func writeHalves(of word: Word, _ sink: Sink) {
        let count = word.letters.count
        guard (4...Self.longestWhole).contains(count) else { return }
        writeHalf("h", count, word.letters.prefix(count / 2), sink)
        writeHalf("t", count, word.letters.suffix(count - count / 2), sink)
    }

    /// The halves of all words that a word may be with a mistake or two in it.
    private func halves(near word: Word) -> [String] {
        let (letters, count) = (word.letters, word.letters.count)
        let mistakes = mistakesAllowed(in: count)
        guard mistakes > 0, count - mistakes <= Self.longestWhole else { return [] }
        var keys: [String] = []
        let sink: Sink = { keys.append(String(decoding: $0, as: UTF8.self)) }
        for length in max(4, count - mistakes)...min(Self.longestWhole, count + mistakes) {
            writeHalf("h", length, letters.prefix(length / 2), sink)
            writeHalf("t", length, letters.suffix(length - length / 2), sink)
        }
        // The two letters in the middle may have been swapped, which touches both halves.
        var swapped = letters
        swapped.swapAt(count / 2 - 1, count / 2)
        writeHalf("h", count, swapped.prefix(count / 2), sink)
        return keys
    }

    private func writeHalf(
        _ kind: Unicode.Scalar, _ count: Int, _ letters: ArraySlice<Unicode.Scalar>, _ sink: Sink
    ) {
        beginHalf(kind, count)
        append(letters)
        sink(key)
    }

    private func beginHalf(_ kind: Unicode.Scalar, _ count: Int) {
        begin(kind)
        key.append(UInt8(ascii: "0") + UInt8(count / 10))
        key.append(UInt8(ascii: "0") + UInt8(count % 10))
    }

    private func write(_ kind: Unicode.Scalar, _ text: String, _ sink: Sink) {
        begin(kind)
        key += text.utf8
        sink(key)
    }

    private func write(_ kind: Unicode.Scalar, _ bytes: ArraySlice<UInt8>, _ sink: Sink) {
        begin(kind)
        key += bytes
        sink(key)
    }

    private func begin(_ kind: Unicode.Scalar) {
        key.removeAll(keepingCapacity: true)
        key.append(UInt8(ascii: kind))
    }

    private func append(_ letters: ArraySlice<Unicode.Scalar>) {
        for letter in letters {
            if letter.isASCII { key.append(UInt8(ascii: letter)) } else { key += UTF8.encode(letter) ?? .init() }
        }
    }
}
