/// Suggests concepts of a vocabulary for a text.
package struct Suggester: Sendable {
    let subjects: [Subject]
    let tree: SubjectTree
    let reader: EvidenceReader

    /// Below this probability nothing is shown to anybody who didn't ask.
    package static let silence = 0.2

    private let labels: [String: String]

    package init(_ subjects: [Subject]) {
        self.subjects = subjects
        labels = Dictionary(subjects.map { ($0.code, $0.labels.first ?? $0.code) }, uniquingKeysWith: { one, _ in one })
        tree = SubjectTree(subjects)
        reader = EvidenceReader(subjects, stems: StemCache())
    }

    /// The preferred word for a concept; the code itself where it is none of these.
    package func label(of code: String) -> String { labels[code] ?? code }

    /// The likeliest concepts, the likeliest first.
    package func suggest(_ wording: Wording, top: Int) -> [Suggestion] {
        let scratch = MatchScratch()
        let evidence = reader.evidence(of: wording, stems: StemCache(), scratch: scratch)
        let scores = PlainReading.scores(of: evidence, subjects: subjects, tree: tree)
        let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        return order.prefix(max(0, top)).map { number in
            Suggestion(
                code: subjects[number].code, probability: Double(probability(logOdds: scores[number])),
                because: reader.words(for: number, in: wording, scratch: scratch))
        }
    }
}
