/// What a text says about the concepts of a vocabulary, before anything is learnt.
struct TextEvidence: Sendable {
    /// By the number of the concept.
    let findings: [Int: Finding]
    let labels: [Int: LabelShare]
    /// How many words the text has.
    let length: Int
}

/// Reads the evidence of texts.
struct EvidenceReader: Sendable {
    private let expressions: ExpressionReader
    let labels: LabelReader

    init(_ subjects: [Subject], stems: StemCache) {
        expressions = ExpressionReader(subjects)
        labels = LabelReader(subjects, stems: stems)
    }

    func evidence(of wording: Wording, stems: StemCache, scratch: MatchScratch) -> TextEvidence {
        let found = expressions.findings(in: JoinedText(wording), with: scratch)
        let parts = wording.parts.map { TermKeys.words($0) }
        return TextEvidence(
            findings: Dictionary(uniqueKeysWithValues: found.map { ($0.subject, $0) }),
            labels: labels.shares(in: parts.map { stems.stems(of: $0) }), length: parts.reduce(0) { $0 + $1.count })
    }
}
