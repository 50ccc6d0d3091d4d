import Glibc

/// What texts that nobody tagged teach: those that say the same in other words should mean the same.
///
/// Each text is first read by expressions and labels alone. What comes out is taken for taught, with its doubts, and what texts like
/// it got speaks for or against it; twice. It needs many texts.
///
/// - Source: self-training; Yarowsky, Unsupervised word sense disambiguation rivaling supervised methods (1995).
struct SelfTaught: Sendable {
    private let spaces: TextSpaces
    private let kernel: KernelRidge
    /// How usual each concept seems, as a logarithm.
    private let usual: [Float]
    /// Each text's scores from the others alone, by what was read.
    private let known: [Wording: [Float]]

    /// Fewer texts teach nothing that the expressions don't say.
    static let least = 200
    /// For each text and each concept several numbers are kept: for more of these no memory is spent.
    static let mostPairs = 8_000_000
    private static let rounds = 2

    // Round numbers, near those of a logistic regression over the same texts as in `PlainReading`.
    private static let ownEvidence: Float = 0.5
    private static let usualness: Float = 0.5
    private static let distanceToBest: Float = 1

    /// - Parameter plain: the log odds of each text's concepts, by `PlainReading`.
    init(_ texts: [Wording], keys: [[TermKeys]], plain: [[Float]], subjects: Int) {
        spaces = TextSpaces(keys)
        let factor = KernelFactor(spaces.matrices().whole, count: texts.count)
        var scores = plain
        var usual = [Float](repeating: 0, count: subjects)
        var fitted = KernelRidge.fitted(factor, targets: [], columns: 0)
        for _ in 0..<Self.rounds {
            let chances = scores.flatMap { $0.map { probability(logOdds: $0) } }
            for subject in 0..<subjects {
                let sum = stride(from: subject, to: chances.count, by: subjects).reduce(0) { $0 + chances[$1] }
                usual[subject] = logf(max(sum / Float(texts.count), 1e-4))
            }
            fitted = KernelRidge.fitted(factor, targets: chances, columns: subjects)
            let usualNow = usual
            let others = fitted.withoutItself
            scores = plain.enumerated().map { row, own in
                Self.together(own, Array(others[row * subjects..<(row + 1) * subjects]), usualNow)
            }
        }
        kernel = fitted.0
        self.usual = usual
        known = Dictionary(zip(texts, scores), uniquingKeysWith: { first, _ in first })
    }

    private static func together(_ own: [Float], _ others: [Float], _ usual: [Float]) -> [Float] {
        let best = others.max() ?? 0
        return own.indices.map { subject in
            ownEvidence * own[subject] + logf(min(max(others[subject], 1e-3), 1)) - usualness * usual[subject]
                + distanceToBest * (others[subject] - best)
        }
    }

    /// Log odds from a text's own evidence and from texts like it.
    func scores(of wording: Wording, keys: [TermKeys], plain: [Float]) -> [Float] {
        if let scores = known[wording] { return scores }
        return Self.together(plain, kernel.scores(spaces.similarities(to: keys).whole), usual)
    }
}
