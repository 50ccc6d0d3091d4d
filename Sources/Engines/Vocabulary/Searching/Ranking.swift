/// Brings items that were found into the order in which they are shown.
struct Ranking {
    /// What decides, the weightiest first; the smaller one comes first.
    private struct Score {
        let missing: Int
        let match: Match
        let distance: Int
        /// Whether the words stand in different terms of the item.
        let isScattered: Bool
        let kind: Int
        let isForeign: Bool
        let length: Int
        let words: String

        static func < (one: Score, other: Score) -> Bool {
            let first = (
                one.missing, one.match.rawValue, one.distance, one.isScattered ? 1 : 0, one.kind, one.isForeign ? 1 : 0
            )
            let second = (
                other.missing, other.match.rawValue, other.distance, other.isScattered ? 1 : 0, other.kind,
                other.isForeign ? 1 : 0
            )
            if first != second { return isOrdered(first, second) }
            if one.length != other.length { return one.length < other.length }
            return one.words.utf8.lexicographicallyPrecedes(other.words.utf8)
        }

        private static func isOrdered(
            _ one: (Int, Int, Int, Int, Int, Int), _ other: (Int, Int, Int, Int, Int, Int)
        ) -> Bool { one < other }
    }

    let query: Query
    /// The reader's language.
    let language: String

    /// - Parameter verdicts: on all terms that are known of the items.
    func found(_ verdicts: [TermJudge.Verdict], mayMiss: Bool, most: Int) -> [Found] {
        let items = Dictionary(grouping: verdicts, by: \.term.item)
        let scored = items.values.compactMap(best).filter { mayMiss || $0.found.missing == 0 }
        return scored.sorted {
            if $0.score < $1.score { return true }
            return $1.score < $0.score ? false : $0.found.item < $1.found.item
        }.prefix(most).map(\.found)
    }

    private func best(of item: [TermJudge.Verdict]) -> (score: Score, found: Found)? {
        let alone = item.compactMap { scored($0, with: $0.words, isScattered: false) }
            .min { $0.score < $1.score }
        if let alone, alone.found.missing == 0 { return alone }
        // Each word as it stands best in any term of the item.
        let together = query.words.indices.map { place in
            item.compactMap { $0.words[place] }
                .min { ($0.verdict.match, $0.verdict.distance) < ($1.verdict.match, $1.verdict.distance) }
        }
        guard let alone, together.count(where: { $0 != nil }) > query.words.count - alone.found.missing,
            let verdict = item.first(where: { $0.term == alone.found.term })
        else { return alone }
        return scored(verdict, with: together, isScattered: true)
    }

    private func scored(
        _ verdict: TermJudge.Verdict, with words: [(verdict: WordJudge.Verdict, word: Word)?], isScattered: Bool
    ) -> (score: Score, found: Found)? {
        let found = words.compactMap { $0?.verdict }
        var missing = words.count - found.count
        var match = found.map(\.match).max() ?? .sound
        var distance = found.map(\.distance).reduce(0, +)
        var mended = missing == 0 && match.isMended ? mended(words) : nil
        if let whole = verdict.whole, missing > 0 || (whole.match, whole.distance) < (match, distance) {
            (missing, match, distance) = (0, whole.match, whole.distance)
            mended = match.isMended ? String(decoding: verdict.form.bytes, as: UTF8.self) : nil
        }
        guard missing < words.count else { return nil }
        let term = verdict.term
        let score = Score(
            missing: missing, match: match, distance: distance, isScattered: isScattered, kind: term.kind.order,
            isForeign: term.language != nil && term.language?.hasPrefix(language) == false,
            length: verdict.form.bytes.count, words: term.words)
        return (
            score,
            Found(
                item: term.item, term: term, match: match, missing: missing, mended: term.kind == .hidden ? nil : mended
            )
        )
    }

    /// What was typed, with the words that were meant.
    private func mended(_ words: [(verdict: WordJudge.Verdict, word: Word)?]) -> String {
        let meant = zip(query.words, words).map { typed, found in
            found.map { $0.verdict.match.isMended ? $0.word : typed } ?? typed
        }
        let pairs = Dictionary(zip(query.words, meant)) { first, _ in first }
        return query.form.words.map { (pairs[$0] ?? $0).text }.joined(separator: " ")
    }
}
