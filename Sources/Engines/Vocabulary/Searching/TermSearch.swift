/// Finds what somebody means.
///
/// - Units: the time doesn't depend on how many terms a source keeps, but for queries of several frequent words.
package struct TermSearch: Sendable {
    package let query: Query
    /// The reader's language, as in BCP 47.
    package let language: String

    /// How many words of a source are tried at once, and how many for one typed word at most.
    private static let wordsAtOnce = 6
    private static let wordsTried = 24
    /// How many terms each word brings.
    private static let termsOfWord = 30
    private static let enough = 100

    package init(_ text: String, language: String) {
        query = Query(text)
        self.language = language
    }

    /// The items whose terms hold everything that was typed; where there are none, those that hold a part.
    ///
    /// - Parameter most: how many come back at most.
    package func found<Source: TermSource>(
        in source: Source, most: Int
    ) async throws(Source.Failure) -> [Found] {
        guard !query.isEmpty, most > 0 else { return [] }
        let judge = WordJudge()
        let kept = try await source.words(query.wish(judge.keys))
        judge.given = Set(kept.map(\.word))
        let words = meant(by: kept)
        var groups = query.words.map { ordered(words, for: $0, judge) }
        for (place, typed) in query.words.enumerated() where groups[place].isEmpty {
            groups[place] = try await begun(typed, source, judge)
        }
        let wholes = wholes(among: words, judge) + abbreviated(among: kept)
        let ranking = Ranking(query: query, language: language)
        let terms = TermJudge(query, judge)

        let all = try await candidates(groups, wholes, source)
        let found = ranking.found(all.map(terms.verdict), mayMiss: false, most: most)
        if !found.isEmpty { return found }
        if let apart = try await apart(source, judge) {
            return try await TermSearch(apart, language: language).found(in: source, most: most)
        }
        guard query.words.count > 1 else { return [] }
        let some = try await source.terms(
            with: distinct(groups.flatMap { $0.prefix(Self.wordsAtOnce) }), mostForEach: Self.termsOfWord)
        return ranking.found(some.map(terms.verdict), mayMiss: true, most: most)
    }

    /// Each word once, and whether it came because it may be Welsh.
    private func meant(by kept: [KeptWord]) -> [(word: Word, isWelsh: Bool)] {
        var isWelsh: [String: Bool] = [:]
        for entry in kept {
            isWelsh[entry.word, default: false] = isWelsh[entry.word] == true || WordKeys.isWelsh(entry.key)
        }
        return isWelsh.map { (Word(normal: $0.key), $0.value) }
    }

    /// The words that a typed one may mean, the likeliest first.
    private func ordered(_ words: [(word: Word, isWelsh: Bool)], for typed: Word, _ judge: WordJudge) -> [Word] {
        let close = words.compactMap { word, isWelsh in
            judge.verdict(typed, word, isWelsh: isWelsh).map { (verdict: $0, word: word) }
        }
        let sorted = close.sorted { one, other in
            let first = (one.verdict.match, one.verdict.distance, one.word.letters.count)
            let second = (other.verdict.match, other.verdict.distance, other.word.letters.count)
            return first == second ? one.word.text.utf8.lexicographicallyPrecedes(other.word.text.utf8) : first < second
        }
        return sorted.prefix(Self.wordsTried).map(\.word)
    }

    /// The words that one may be the beginning of, with a mistake in its second half.
    private func begun<Source: TermSource>(
        _ typed: Word, _ source: Source, _ judge: WordJudge
    ) async throws(Source.Failure) -> [Word] {
        // A longer beginning leads to fewer words, of which not too many may be read.
        let lengths = Set([typed.letters.count * 2 / 3, typed.letters.count / 2])
        let sure = lengths.filter { $0 >= WordJudge.shortestBeginning }.sorted(by: >)
        guard !sure.isEmpty else { return [] }
        let kept = try await source.words(
            WordWish(keys: [], beginnings: sure.map { Word(typed.letters.prefix($0)).text }))
        judge.begun.insert(typed)
        judge.given?.formUnion(kept.map(\.word))
        return ordered(meant(by: kept), for: typed, judge)
    }

    /// Phrases that all that was typed may be, or the one typed word.
    private func wholes(among words: [(word: Word, isWelsh: Bool)], _ judge: WordJudge) -> [Word] {
        let compact = query.form.compact
        let close = words.map(\.word).filter { $0 == compact || judge.mistakes(compact, $0) != nil }
        let sorted = close.sorted { one, other in
            let (first, second) = (judge.mistakes(compact, one) ?? 0, judge.mistakes(compact, other) ?? 0)
            return first == second ? one.text.utf8.lexicographicallyPrecedes(other.text.utf8) : first < second
        }
        return Array(sorted.prefix(Self.wordsAtOnce))
    }

    /// Phrases for which the one typed word stands with its letters.
    private func abbreviated(among kept: [KeptWord]) -> [Word] {
        guard query.whole == nil else { return [] }
        return kept.filter { $0.key == WordKeys.abbreviation(query.form.compact) }.prefix(Self.wordsAtOnce)
            .map { Word(normal: $0.word) }
    }

    private func candidates<Source: TermSource>(
        _ groups: [[Word]], _ wholes: [Word], _ source: Source
    ) async throws(Source.Failure) -> Set<CandidateTerm> {
        var found: Set<CandidateTerm> = []
        if groups.count == 1 {
            let words = groups[0].filter { !wholes.contains($0) }
            var rest = distinct(Array(words.prefix(1)) + wholes + words.dropFirst())[...]
            while !rest.isEmpty, found.count < Self.enough {
                let next = Array(rest.prefix(Self.wordsAtOnce))
                rest = rest.dropFirst(Self.wordsAtOnce)
                found.formUnion(try await source.terms(with: next, mostForEach: Self.termsOfWord))
            }
            return found
        }
        if !wholes.isEmpty {
            found.formUnion(try await source.terms(with: distinct(wholes), mostForEach: Self.termsOfWord))
        }
        if groups.allSatisfy({ !$0.isEmpty }) {
            // The longest word is likely the rarest, and leads.
            let order = groups.indices.sorted { query.words[$0].letters.count > query.words[$1].letters.count }
            let parts = order.map { distinct(Array(groups[$0].prefix(Self.wordsAtOnce))) }
            found.formUnion(try await source.terms(withAll: parts, most: Self.enough))
        }
        return found
    }

    /// The query with a space where one was left out between two known words; nil where that helps nothing.
    private func apart<Source: TermSource>(
        _ source: Source, _ judge: WordJudge
    ) async throws(Source.Failure) -> String? {
        guard query.words.count == 1, let word = query.words.first, (4...40).contains(word.letters.count) else {
            return nil
        }
        let halves = (2...(word.letters.count - 2)).map { place in
            (Word(word.letters.prefix(place)).text, Word(word.letters.dropFirst(place)).text)
        }
        let keys = Set(halves.flatMap { ["w" + $0.0, "w" + $0.1] }).sorted()
        let known = Set(try await source.words(WordWish(keys: keys, beginnings: [])).map(\.word))
        // The pair with the longer shorter half: "care" and "home" rather than "ca" and "rehome".
        let pairs = halves.filter { known.contains($0.0) && known.contains($0.1) }
        let best = pairs.max { min($0.0.utf8.count, $0.1.utf8.count) < min($1.0.utf8.count, $1.1.utf8.count) }
        return best.map { "\($0.0) \($0.1)" }
    }

    private func distinct(_ words: [Word]) -> [String] {
        var seen: Set<Word> = []
        return words.filter { seen.insert($0).inserted }.map(\.text)
    }
}
