/// Under which keys a word is kept, so that it is found by what people type instead. A key is a letter that says which kind it is, and text.
///
/// Not for several threads at once.
package final class WordKeys {
    private let stemmer = EnglishStemmer()

    package init() {}

    /// The longest phrase that is kept as a whole too, in letters.
    static let longestWhole = 80

    /// The keys of a word of a term.
    ///
    /// - Parameter isWelsh: whether it may be changed as Welsh words are.
    package func keys(of word: Word, isWelsh: Bool) -> [String] {
        var keys = ["w" + word.text, "s" + stemmer.stem(word)]
        for length in 1...3 where length <= word.letters.count { keys.append(beginning(word, length)) }
        if word.letters.count >= 4, let sound = soundKey(of: word) { keys.append("p" + sound) }
        if isWelsh { keys += welshRoots(of: word).map { "m" + $0 } }
        return keys + halves(of: word)
    }

    /// The keys of a phrase as a whole, written without spaces.
    package func keys(ofWhole word: Word, words: [Word]) -> [String] {
        ["c" + word.text] + initials(of: words).map { "a" + $0 } + halves(of: word)
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

    func stem(_ word: Word) -> String { stemmer.stem(word) }

    /// The key under which words with the same beginning stand, the shortest first.
    private func beginning(_ word: Word, _ length: Int) -> String {
        let count = min(word.letters.count, 99)
        return "b" + text(word.letters.prefix(length)) + (count < 10 ? " 0" : " ") + "\(count)"
    }

    /// One mistake leaves one half of a word as it is: the first letters, or the last ones. With the length of the word they lead to it.
    private func halves(of word: Word) -> [String] {
        let count = word.letters.count
        guard (4...Self.longestWhole).contains(count) else { return [] }
        let middle = count / 2
        return [head(count, word.letters.prefix(middle)), tail(count, word.letters.suffix(count - middle))]
    }

    /// The halves of all words that a word may be with a mistake or two in it.
    private func halves(near word: Word) -> [String] {
        let (letters, count) = (word.letters, word.letters.count)
        let mistakes = mistakesAllowed(in: count)
        guard mistakes > 0, count - mistakes <= Self.longestWhole else { return [] }
        var keys: [String] = []
        for length in max(4, count - mistakes)...min(Self.longestWhole, count + mistakes) {
            let middle = length / 2
            keys.append(head(length, letters.prefix(middle)))
            keys.append(tail(length, letters.suffix(length - middle)))
        }
        // The two letters in the middle may have been swapped, which touches both halves.
        let middle = count / 2
        var swapped = letters
        swapped.swapAt(middle - 1, middle)
        keys.append(head(count, swapped.prefix(middle)))
        return keys
    }

    private func head(_ count: Int, _ letters: ArraySlice<Unicode.Scalar>) -> String { "h\(count) \(text(letters))" }

    private func tail(_ count: Int, _ letters: ArraySlice<Unicode.Scalar>) -> String { "t\(count) \(text(letters))" }

    private func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return String(text)
    }
}
