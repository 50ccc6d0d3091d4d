import Glibc

/// What speaks for and against each concept that a text may mean, as rows of numbers.
struct PairEvidence: Sendable {
    /// What the numbers of a row are.
    static let columns = [
        "texts like this one", "its place among all by that", "distance to the first by that",
        "texts with such a description", "found in the title",
        "found in the description",
        "found in the formal part", "different words found", "how early", "how rare that is", "how sure that is",
        "its place among all by that", "how usual the concept is", "how sure its expression is", "label in the title",
        "label in the description", "label in the formal part", "words of its notes", "how often beside the others",
        "the rest of its family", "the best of its family", "the best expression of its family",
        "the best of its siblings", "the best expression of all", "the best of all", "sum of all", "expressions found",
        "length of the text",
    ]

    /// The concepts of the rows.
    let subjects: [Int]
    /// Row after row.
    let values: [Float]

    /// How many concepts are looked at besides those whose expression found something.
    private static let mostLikely = 30

    init(_ evidence: TextEvidence, _ kernel: KernelScores, _ habits: TagHabits, tree: SubjectTree) {
        let all = 0..<kernel.whole.count
        let order = all.sorted { (kernel.whole[$1], $0) < (kernel.whole[$0], $1) }
        let ranks = Self.ranks(order)
        let sureness = all.map { evidence.findings[$0] == nil ? habits.missed($0) : habits.precision($0) }
        let sureRanks = Self.ranks(
            all.sorted {
                (sureness[$1] + 0.001 * kernel.whole[$1], $0) < (sureness[$0] + 0.001 * kernel.whole[$0], $1)
            })
        let companions = habits.companions(of: kernel.whole)
        let groups = Groups(evidence, kernel, habits, tree)
        let best = order.first.map { kernel.whole[$0] } ?? 0
        let sum = kernel.whole.reduce(0) { $0 + max(0, $1) }
        let likely = Set(order.prefix(Self.mostLikely)).union(evidence.findings.keys)
        subjects = likely.sorted()
        var values: [Float] = []
        values.reserveCapacity(subjects.count * Self.columns.count)
        for subject in subjects {
            let finding = evidence.findings[subject]
            let share = evidence.labels[subject] ?? LabelShare()
            let score = kernel.whole[subject]
            values += [score, Float(ranks[subject]), best - score, kernel.description[subject]]
            for part in 0..<3 { values.append(log1pf(finding?.counts[part] ?? 0)) }
            values += [Float(finding?.kinds ?? 0), finding?.earliness ?? 0]
            values += [finding == nil ? 0 : habits.rarity(subject), sureness[subject], Float(sureRanks[subject])]
            values += [habits.share(subject), habits.precision(subject)]
            values += [share.parts[0], share.parts[1], share.parts[2], share.notes, companions[subject]]
            values += groups.values(of: subject, tree, score: max(0, score))
            values += [
                groups.bestExpression, best, sum, Float(evidence.findings.count), log1pf(Float(evidence.length)),
            ]
        }
        self.values = values
    }

    private static func ranks(_ order: [Int]) -> [Int] {
        var ranks = [Int](repeating: 0, count: order.count)
        for (rank, subject) in order.enumerated() { ranks[subject] = rank }
        return ranks
    }
}

/// What is said of concepts that stand together in the vocabulary.
private struct Groups {
    private var familySum: [Int: Float] = [:]
    private var familyBest: [Int: Float] = [:]
    private var siblingsBest: [Int: Float] = [:]
    private var familyExpression: [Int: Float] = [:]
    let bestExpression: Float

    init(_ evidence: TextEvidence, _ kernel: KernelScores, _ habits: TagHabits, _ tree: SubjectTree) {
        for (subject, score) in kernel.whole.enumerated() where score > 0 {
            familySum[tree.root[subject], default: 0] += score
            familyBest[tree.root[subject]] = max(score, familyBest[tree.root[subject]] ?? 0)
            siblingsBest[tree.siblings[subject]] = max(score, siblingsBest[tree.siblings[subject]] ?? 0)
        }
        for subject in evidence.findings.keys {
            let root = tree.root[subject]
            familyExpression[root] = max(habits.precision(subject), familyExpression[root] ?? 0)
        }
        bestExpression = familyExpression.values.max() ?? 0
    }

    func values(of subject: Int, _ tree: SubjectTree, score: Float) -> [Float] {
        let root = tree.root[subject]
        return [
            (familySum[root] ?? 0) - score, familyBest[root] ?? 0, familyExpression[root] ?? 0,
            siblingsBest[tree.siblings[subject]] ?? 0,
        ]
    }
}
