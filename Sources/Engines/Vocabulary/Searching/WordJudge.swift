/// Says how the words that were typed and the words of terms go together.
final class WordJudge {
    struct Verdict {
        let match: Match
        /// How many letters differ, for misspellings.
        let distance: Int
    }

    private struct Pair: Hashable {
        let typed: Word
        let word: Word
        let isWelsh: Bool
    }

    let keys = WordKeys()
    /// The words that a source gave for what was typed. No other one can have the same stem, root or sound, or be a mistake away, so that
    /// need not be worked out; nil before the source was asked.
    var given: Set<String>?
    /// Typed words that are nothing as they stand, so that they may be beginnings with a mistake in them.
    var begun: Set<Word> = [] {
        didSet { verdicts = [:] }
    }
    /// In letters: the sure beginning of a word that has a mistake behind it.
    static let shortestBeginning = 3
    private var verdicts: [Pair: Verdict?] = [:]
    private var stems: [Word: String] = [:]
    private var sounds: [Word: String?] = [:]
    private var roots: [Word: Set<String>] = [:]

    /// Nil where they have nothing to do with each other.
    ///
    /// - Parameter isWelsh: whether the word may be changed as Welsh words are; "gold" is no form of "cold" in English.
    func verdict(_ typed: Word, _ word: Word, isWelsh: Bool) -> Verdict? {
        let pair = Pair(typed: typed, word: word, isWelsh: isWelsh)
        if let known = verdicts[pair] { return known }
        let verdict = judge(typed, word, isWelsh)
        // Twice optional: that there is none is known too.
        verdicts.updateValue(verdict, forKey: pair)
        return verdict
    }

    private func judge(_ typed: Word, _ word: Word, _ isWelsh: Bool) -> Verdict? {
        if typed == word { return Verdict(match: .words, distance: 0) }
        if word.letters.starts(with: typed.letters) { return Verdict(match: .beginnings, distance: 0) }
        if let given, !given.contains(word.text) { return nil }
        if stem(typed) == stem(word) { return Verdict(match: .stem, distance: 0) }
        if isWelsh, !root(typed).isDisjoint(with: root(word)) { return Verdict(match: .stem, distance: 0) }
        if let distance = mistakes(typed, word) { return Verdict(match: .misspelling, distance: distance) }
        if typed.letters.count >= 4, word.letters.count >= 4, let one = sound(typed), one.count >= 2, one == sound(word)
        {
            return Verdict(match: .sound, distance: 0)
        }
        guard begun.contains(typed) else { return nil }
        return mistakesInBeginning(typed, word).map { Verdict(match: .misspelling, distance: $0) }
    }

    /// How many mistakes make a word of the other one's beginning.
    private func mistakesInBeginning(_ typed: Word, _ word: Word) -> Int? {
        let most = mistakesAllowed(in: typed.letters.count)
        let lengths = (typed.letters.count - most)...(typed.letters.count + most)
        return lengths.filter { $0 < word.letters.count }
            .compactMap { editDistance(typed, Word(word.letters.prefix($0)), most: most) }.min()
    }

    func mistakes(_ typed: Word, _ word: Word) -> Int? {
        guard word.letters.count >= 4 else { return nil }
        return editDistance(typed, word, most: mistakesAllowed(in: typed.letters.count))
    }

    private func stem(_ word: Word) -> String {
        if let known = stems[word] { return known }
        let stem = keys.stem(word)
        stems[word] = stem
        return stem
    }

    private func sound(_ word: Word) -> String? {
        if let known = sounds[word] { return known }
        let sound = soundKey(of: word)
        sounds.updateValue(sound, forKey: word)
        return sound
    }

    private func root(_ word: Word) -> Set<String> {
        if let known = roots[word] { return known }
        let root = welshRoots(of: word)
        roots[word] = root
        return root
    }
}
