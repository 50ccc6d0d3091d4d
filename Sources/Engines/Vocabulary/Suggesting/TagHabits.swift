import Glibc

/// How often people gave concepts: at all, where the concept's expression found something, and together.
struct TagHabits: Sendable {
    private var texts = 0
    private var given: [Int]
    private var found: [Int]
    private var givenAndFound: [Int]
    private var together: [Int: [Int: Int]] = [:]

    /// A few texts say little: as many more, as rare as these, are added to each count.
    private static let priorGiven = (weight: Float(50), share: Float(0.004))
    private static let priorFound = (weight: Float(2), share: Float(0.3))
    private static let priorMissed = (weight: Float(2), share: Float(0.01))
    private static let priorTogether: Float = 3

    init(subjects: Int) {
        given = [Int](repeating: 0, count: subjects)
        found = given
        givenAndFound = given
    }

    /// What they take in memory.
    var bytes: Int {
        3 * MemoryLayout<Int>.stride * given.capacity
            + together.values.reduce(0) { $0 + 64 + 2 * MemoryLayout<Int>.stride * $1.capacity * 4 / 3 }
    }

    mutating func learn(_ tags: [Int], _ evidence: TextEvidence) {
        texts += 1
        for subject in evidence.findings.keys { found[subject] += 1 }
        for tag in tags {
            given[tag] += 1
            if evidence.findings[tag] != nil { givenAndFound[tag] += 1 }
            for other in tags where other != tag { together[tag, default: [:]][other, default: 0] += 1 }
        }
    }

    /// How usual a concept is.
    func share(_ subject: Int) -> Float {
        (Float(given[subject]) + Self.priorGiven.weight * Self.priorGiven.share)
            / (Float(texts) + Self.priorGiven.weight)
    }

    /// How often it is meant where its expression finds something.
    func precision(_ subject: Int) -> Float {
        (Float(givenAndFound[subject]) + Self.priorFound.weight * Self.priorFound.share)
            / (Float(found[subject]) + Self.priorFound.weight)
    }

    /// How often it is meant where its expression finds nothing.
    func missed(_ subject: Int) -> Float {
        (Float(given[subject] - givenAndFound[subject]) + Self.priorMissed.weight * Self.priorMissed.share)
            / (Float(texts - found[subject]) + Self.priorMissed.weight)
    }

    /// How rare it is that its expression finds something, as a logarithm.
    func rarity(_ subject: Int) -> Float { logf(Float(texts + 1) / Float(found[subject] + 1)) }

    /// For each concept how likely it is beside the others that a text seems to have.
    ///
    /// - Parameter scores: by concept, near 1 where it seems to be meant.
    func companions(of scores: [Float]) -> [Float] {
        var sums = [Float](repeating: 0, count: scores.count)
        for (subject, score) in scores.enumerated() where score > 0.01 {
            let weight = min(score, 1) / (Float(given[subject]) + Self.priorTogether)
            for (other, count) in together[subject] ?? [:] { sums[other] += weight * Float(count) }
        }
        return sums
    }
}
