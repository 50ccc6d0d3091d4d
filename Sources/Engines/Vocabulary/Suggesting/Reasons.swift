/// Says which words of a text spoke most for a concept.
struct Reasons {
    private let text: JoinedText
    private let evidence: TextEvidence
    private let learnt: Learnt?
    /// The words of the text, each once, with the concepts that have it in a label.
    private let words: [(text: String, labelled: [Int])]
    /// By word: the learnt texts that have it.
    private let uses: [[TermUse]]

    private static let most = 3
    private static let shortest = 3
    private static let small: Set<String> = [
        "the", "and", "for", "with", "from", "that", "this", "are", "any", "all", "who", "which", "their", "other",
        "such",
        "not", "our", "has", "have", "its", "was", "will", "may", "shall", "into", "upon", "said", "being", "been",
    ]

    init(_ wording: Wording, _ evidence: TextEvidence, learnt: Learnt?, labels: LabelReader, stems: StemCache) {
        text = JoinedText(wording)
        self.evidence = evidence
        self.learnt = learnt
        var seen: Set<UInt64> = []
        var words: [(text: String, labelled: [Int])] = []
        var uses: [[TermUse]] = []
        for bytes in wording.parts.flatMap({ TermKeys.words($0) }) where bytes.count >= Self.shortest {
            let key = TermKeys.key(of: bytes)
            guard seen.insert(key).inserted else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            guard !Self.small.contains(text) else { continue }
            words.append((text, labels.concepts(withLabelWord: stems.stem(bytes))))
            uses.append(learnt?.uses(of: key) ?? [])
        }
        self.words = words
        self.uses = uses
    }

    /// At most three: what the expression found, then words of its labels, then words that texts with this concept have.
    func words(for subject: Int) -> [String] {
        var reasons = Array(text.words(evidence.findings[subject]?.ranges ?? []).prefix(Self.most))
        func isNew(_ word: String) -> Bool { !reasons.contains { $0.split(separator: " ").contains(word[...]) } }
        guard reasons.count < Self.most else { return reasons }
        for word in words where reasons.count < Self.most && word.labelled.contains(subject) && isNew(word.text) {
            reasons.append(word.text)
        }
        guard reasons.count < Self.most, let learnt else { return reasons }
        let pulls = zip(words, learnt.pulls(of: uses, towards: subject)).filter { $0.1 > 0 }
            .sorted { ($1.1, $0.0.text) < ($0.1, $1.0.text) }
        for (word, _) in pulls where reasons.count < Self.most && isNew(word.text) { reasons.append(word.text) }
        return reasons
    }
}
