/// Suggests concepts of a vocabulary for a text, and learns from texts that people tagged.
///
/// The same texts in the same order give the same suggestions.
package struct Suggester: Sendable {
    let subjects: [Subject]
    private let numbers: [String: Int]
    private let tree: SubjectTree
    private let reader: EvidenceReader
    private(set) var taught: [TaughtText] = []
    private(set) var learnt: Learnt?
    private var selfTaught: SelfTaught?
    private var isBeside = false

    /// Below this probability nothing is shown to anybody who didn't ask.
    package static let silence = 0.2
    /// Of more texts the last ones are learnt: memory grows with the square of their number.
    package static let mostTexts = 4_000
    /// So many texts are worth tools of their own.
    private static let portion = 64

    /// - Parameter taught: texts with the concepts that people gave them. Codes that are none of these concepts are passed over.
    package init(_ subjects: [Subject], taught: [TaughtText] = []) {
        self.subjects = subjects
        numbers = Dictionary(zip(subjects.map(\.code), subjects.indices), uniquingKeysWith: { first, _ in first })
        tree = SubjectTree(subjects)
        reader = EvidenceReader(subjects, stems: StemCache())
        self.taught = taught.suffix(Self.mostTexts)
        learnAnew()
    }

    /// Where nobody tagged anything, many texts teach by what they have in common.
    package init(_ subjects: [Subject], untagged texts: [Wording]) {
        self.init(subjects)
        let texts = Array(texts.prefix(Self.mostTexts))
        guard texts.count >= SelfTaught.least, texts.count * subjects.count <= SelfTaught.mostPairs else { return }
        let plain = inParallel(texts.count, portion: Self.portion, tools: ReadingTools.init) {
            [reader, tree] number, tools in
            PlainReading.scores(
                of: reader.evidence(of: texts[number], stems: tools.stems, scratch: tools.scratch), subjects: subjects,
                tree: tree)
        }
        selfTaught = SelfTaught(
            texts, keys: texts.map { TextSpaces.keys(of: $0) }, plain: plain, subjects: subjects.count)
    }

    /// One of the same concepts that shares their memory, knows no texts yet, and is to be asked beside another one only.
    package var beside: Suggester {
        var beside = self
        (beside.taught, beside.learnt, beside.selfTaught, beside.isBeside) = ([], nil, nil, true)
        return beside
    }

    /// The preferred word for a concept; the code itself where it is none of these.
    package func label(of code: String) -> String { numbers[code].flatMap { subjects[$0].labels.first } ?? code }

    /// Takes in what somebody just confirmed, at once: the next suggestion knows it.
    ///
    /// How evidence is weighed stays as it was; a new `Suggester` from all texts weighs anew.
    package mutating func learn(_ texts: [TaughtText]) {
        guard !texts.isEmpty else { return }
        taught += texts
        guard learnt?.trees != nil, taught.count <= Self.mostTexts else {
            taught = taught.suffix(Self.mostTexts)
            return learnAnew()
        }
        let tools = ReadingTools()
        for text in texts.map({ read($0, tools) }) { learnt?.learn(text) }
    }

    private mutating func learnAnew() {
        guard !taught.isEmpty else { return }
        let texts = inParallel(taught.count, portion: Self.portion, tools: ReadingTools.init) { [self] number, tools in
            read(taught[number], tools)
        }
        learnt = Learnt(texts, subjects: subjects.count, tree: tree, isBeside: isBeside)
    }

    private func read(_ text: TaughtText, _ tools: ReadingTools) -> LearntText {
        LearntText(
            keys: TextSpaces.keys(of: text.wording),
            evidence: reader.evidence(of: text.wording, stems: tools.stems, scratch: tools.scratch),
            tags: text.codes.compactMap { numbers[$0] }.sorted())
    }

    /// For each text, in their order, worked out on all processors.
    package func suggest(_ texts: [Wording], top: Int) -> [(suggestions: [Suggestion], tags: [String])] {
        inParallel(texts.count, portion: Self.portion, tools: ReadingTools.init) { number, tools in
            suggest(texts[number], top: top, with: tools)
        }
    }

    /// The likeliest concepts, the likeliest first, and those that may be given without asking.
    ///
    /// - Parameters:
    ///   - own: one ``beside`` this one, taught a few further texts. What these say of a text that is like them is reason
    ///     enough beside all that is known here.
    ///   - tools: what may be kept from one text to the next, in one thread.
    package func suggest(
        _ wording: Wording, top: Int, besides own: Suggester? = nil, with tools: ReadingTools = ReadingTools()
    ) -> (suggestions: [Suggestion], tags: [String]) {
        let keys = TextSpaces.keys(of: wording)
        let evidence = reader.evidence(of: wording, stems: tools.stems, scratch: tools.scratch)
        var chances = chances(of: wording, keys, evidence)
        let further = own?.learnt?.likeness(of: keys)
        if let further { chances = zip(chances, further).map { 1 - (1 - $0) * (1 - min($1, 0.95)) } }
        let order = chances.indices.sorted { (chances[$1], $0) < (chances[$0], $1) }
        let threshold = learnt?.threshold ?? Learnt.usualThreshold
        func reasons(_ learnt: Learnt?) -> Reasons {
            Reasons(wording, evidence, learnt: learnt, labels: reader.labels, stems: tools.stems)
        }
        let (shared, others) = (reasons(learnt), further.map { _ in reasons(own?.learnt) })
        return (
            order.prefix(max(0, top)).map { number in
                // The words are named of whichever texts say more.
                let isOwn = 2 * (further?[number] ?? 0) > chances[number]
                return Suggestion(
                    code: subjects[number].code, probability: Double(chances[number]),
                    because: (isOwn ? others ?? shared : shared).words(for: number))
            },
            order.prefix { chances[$0] > threshold }.map { subjects[$0].code }
        )
    }

    /// By concept.
    private func chances(of wording: Wording, _ keys: [TermKeys], _ evidence: TextEvidence) -> [Float] {
        var plain = PlainReading.scores(of: evidence, subjects: subjects, tree: tree)
        guard let learnt else {
            if let selfTaught { plain = selfTaught.scores(of: wording, keys: keys, plain: plain) }
            return plain.map { probability(logOdds: $0) }
        }
        let kernel = learnt.scores(of: keys)
        guard let trees = learnt.trees else {
            // Either of two reasons is enough where neither can be weighed.
            return zip(plain, kernel.whole).map { 1 - (1 - probability(logOdds: $0)) * (1 - min(max($1, 0), 0.95)) }
        }
        let pairs = PairEvidence(evidence, kernel, learnt.habits, tree: tree)
        var chances = zip(plain, kernel.whole).map { own, other in
            // Below all that was looked at closely, in the order of what speaks for it.
            learnt.remainder * min(1, 0.5 + max(0, other) + 0.4 * probability(logOdds: own))
        }
        pairs.values.withUnsafeBufferPointer { values in
            let width = PairEvidence.columns.count
            for (row, subject) in pairs.subjects.enumerated() {
                let score = trees.score(UnsafeBufferPointer(rebasing: values[row * width..<(row + 1) * width]))
                chances[subject] = probability(logOdds: score)
            }
        }
        return chances
    }
}

/// What reading needs and can't be shared between threads.
package final class ReadingTools {
    let stems = StemCache()
    let scratch = MatchScratch()

    package init() {}
}
