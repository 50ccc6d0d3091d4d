/// How the concepts of a vocabulary stand to each other, by their numbers.
struct SubjectTree: Sendable {
    /// The topmost concept above each.
    let root: [Int]
    /// Those that share a root, by the root's number.
    let families: [Int: [Int]]
    /// All above a concept, the nearest first.
    let ancestors: [[Int]]
    /// For each concept the number of the group of those directly under the same concept.
    let siblings: [Int]
    /// Whether a concept or one of its family has an expression.
    let hasExpressions: [Bool]

    init(_ subjects: [Subject]) {
        var numbers: [String: Int] = [:]
        for (number, subject) in subjects.enumerated() where numbers[subject.code] == nil {
            numbers[subject.code] = number
        }
        ancestors = subjects.enumerated().map { number, subject in
            var above: [Int] = []
            var next = subject.broader.flatMap { numbers[$0] }
            // A vocabulary that goes in a circle is cut where the circle closes.
            while let one = next, one != number, !above.contains(one) {
                above.append(one)
                next = subjects[one].broader.flatMap { numbers[$0] }
            }
            return above
        }
        let ancestors = ancestors
        root = subjects.indices.map { ancestors[$0].last ?? $0 }
        families = Dictionary(grouping: subjects.indices, by: { ancestors[$0].last ?? $0 })
        siblings = subjects.indices.map { ancestors[$0].first ?? $0 }
        let root = root
        let expressive = Set(subjects.indices.filter { subjects[$0].expression != nil }.map { root[$0] })
        hasExpressions = root.map { expressive.contains($0) }
    }
}
