import Glibc

/// How strongly a text speaks for each concept when nobody taught anything: a sum of weights, in log odds.
///
/// The weights are round numbers, close to those of a logistic regression over 2,101 charities and 254 concepts, and for concepts without
/// expressions over 900 other words for our own 380 concepts: see docs/methods/suggestions.md.
enum PlainReading {
    /// With nothing found.
    private static let nothing: Float = -6.2
    private static let expressionInPlainWords: Float = 2.6
    private static let expressionInFormalWordsOnly: Float = 0.8
    private static let expressionInTitle: Float = 0.8
    private static let differentWords: Float = 1.8
    private static let earliness: Float = 0.8
    /// For a label that stands there in part. One that stands there whole is nearly always found by its expression too, and not to be counted twice.
    private static let partOfLabel: Float = 2
    private static let narrowerFoundToo: Float = -2
    private static let widerFoundToo: Float = 0.5
    private static let relativeFoundInstead: Float = 1.3
    /// For a concept without an expression, beside others that have one.
    private static let labelAlone: Float = 4
    // For a concept none of whose family has an expression: its words are all there is.
    private static let nothingButWords: Float = -7.2
    private static let label: Float = 3.5
    private static let cover: Float = 5

    static func scores(of evidence: TextEvidence, subjects: [Subject], tree: SubjectTree) -> [Float] {
        let plain = evidence.findings.values.filter(\.isPlain).map(\.subject)
        let families = Set(plain.map { tree.root[$0] })
        let found = Set(plain)
        let wider = Set(plain.flatMap { tree.ancestors[$0] })
        var scores = [Float](repeating: nothing, count: subjects.count)
        for (root, members) in tree.families where families.contains(root) {
            for member in members where evidence.findings[member] == nil { scores[member] += relativeFoundInstead }
        }
        for (subject, finding) in evidence.findings {
            scores[subject] += score(of: finding)
            if wider.contains(subject) { scores[subject] += narrowerFoundToo }
            if tree.ancestors[subject].contains(where: found.contains) { scores[subject] += widerFoundToo }
        }
        for (subject, share) in evidence.labels {
            if !tree.hasExpressions[subject] {
                scores[subject] = nothingButWords + label * share.plain + cover * share.cover
            } else if subjects[subject].expression == nil {
                scores[subject] += labelAlone * share.plain
            } else if share.plain < 0.99 {
                scores[subject] += partOfLabel * share.plain
            }
        }
        return scores
    }

    private static func score(of finding: Finding) -> Float {
        (finding.isPlain ? expressionInPlainWords : expressionInFormalWordsOnly)
            + (finding.counts[0] > 0 ? expressionInTitle : 0)
            + differentWords * logf(1 + Float(finding.kinds))
            + earliness * finding.earliness
    }
}

/// The probability that has these odds.
func probability(logOdds: Float) -> Float { 1 / (1 + expf(-logOdds)) }
