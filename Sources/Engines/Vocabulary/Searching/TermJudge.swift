/// Says how a query and terms go together.
struct TermJudge {
    /// What one term has to do with the query.
    struct Verdict {
        let term: CandidateTerm
        /// In the order of the query's words: how each stands in the term, and as which word.
        let words: [(verdict: WordJudge.Verdict, word: Word)?]
        /// How the term as a whole and the query as a whole go together; nil where only words do.
        let whole: WordJudge.Verdict?
        let form: NormalForm
    }

    let query: Query
    private let judge: WordJudge
    private let compact: Word

    init(_ query: Query, _ judge: WordJudge) {
        self.query = query
        self.judge = judge
        compact = query.form.compact
    }

    func verdict(_ term: CandidateTerm) -> Verdict {
        let form = NormalForm(term.words)
        let words = form.words
        let isWelsh = term.language?.hasPrefix("cy") ?? false
        let found = query.words.map { typed in
            words.compactMap { word in judge.verdict(typed, word, isWelsh: isWelsh).map { (verdict: $0, word: word) } }
                .min { ($0.verdict.match, $0.verdict.distance) < ($1.verdict.match, $1.verdict.distance) }
        }
        return Verdict(term: term, words: found, whole: whole(form, words), form: form)
    }

    private func whole(_ form: NormalForm, _ words: [Word]) -> WordJudge.Verdict? {
        let termCompact = form.compact
        if termCompact == compact { return .init(match: .whole, distance: 0) }
        if form.bytes.starts(with: query.form.bytes) { return .init(match: .start, distance: 0) }
        if query.whole == nil, initials(of: form.bytes[...]).contains(Array(compact.text.utf8)) {
            return .init(match: .abbreviation, distance: 0)
        }
        let isPhrase = words.count > 1 || query.whole != nil
        guard isPhrase, termCompact.letters.count <= WordKeys.longestWhole else { return nil }
        return judge.mistakes(compact, termCompact).map { .init(match: .misspelling, distance: $0) }
    }
}
