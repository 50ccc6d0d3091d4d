/// What changed for the people who were measured before and after.
///
/// - Source: methods for distance travelled; the fallback threshold of half a standard deviation is from G. R. Norman and
///   others, "Interpretation of changes in health-related quality of life" (2003).
public struct PairedChange: Sendable, Equatable {
    /// How many people improved, stayed the same and got worse, by a threshold.
    public struct Movement: Sendable, Equatable {
        public let improved: Int
        public let same: Int
        public let worse: Int
        /// The change that counts, in the measure's own units.
        public let threshold: Double
        /// True where the threshold is half the standard deviation of the baseline and not the instrument's own.
        public let isHalfDeviation: Bool
    }

    /// The moments of the people's changes, after less before.
    public let changes: Moments
    public let before: Moments
    public let after: Moments
    /// Nil where nobody was measured twice.
    public let estimate: MeanEstimate?
    /// Nil where there is no threshold: none of the instrument's own, and fewer than two baselines.
    public let movement: Movement?

    /// From one entry a person; a person with only one of the two values is left out.
    ///
    /// - Parameter threshold: the smallest change that matters by the instrument's own rule, above 0; nil where it has none.
    public init(
        before: [Double?], after: [Double?], higherIsBetter: Bool = true, threshold: Double? = nil
    ) throws(StatisticsError) {
        guard before.count == after.count else { throw .lengthsDiffer(before.count, after.count) }
        var first: [Double] = []
        var last: [Double] = []
        for case (let before?, let after?) in zip(before, after) {
            first.append(before)
            last.append(after)
        }
        let changes = zip(first, last).map { $1 - $0 }
        self.changes = try Moments(changes)
        self.before = try Moments(first)
        self.after = try Moments(last)
        estimate = MeanEstimate(self.changes)
        let half = self.before.standardDeviation.map { $0 / 2 }
        movement = (threshold ?? half).map {
            Movement(
                gains: higherIsBetter ? changes : changes.map { -$0 }, threshold: $0, isHalfDeviation: threshold == nil)
        }
    }
}

extension PairedChange.Movement {
    /// Counts gains against a threshold. A hair's breadth is allowed for, because 0.7 - 0.4 is a little less than 0.3.
    init(gains: [Double], threshold: Double, isHalfDeviation: Bool) {
        let least = threshold - 1e-9 * max(1, threshold)
        improved = gains.count { $0 > 0 && $0 >= least }
        worse = gains.count { $0 < 0 && -$0 >= least }
        same = gains.count - improved - worse
        self.threshold = threshold
        self.isHalfDeviation = isHalfDeviation
    }
}
