/// The difference between the means of two groups, with Welch's interval.
///
/// Given the moments of two groups' values it is the difference from a comparison group; given those of two groups' changes
/// it is the difference of changes, which stands beside it under its own name.
/// - Source: B. L. Welch, "The generalization of 'Student's' problem" (1947); degrees of freedom after F. E. Satterthwaite,
///   "An approximate distribution of estimates of variance components" (1946).
public struct Difference: Sendable, Equatable {
    /// The first group's mean less the second's.
    public let difference: Double
    public let standardError: Double
    public let degreesOfFreedom: Double
    public let interval: Interval

    /// Nil where either group has fewer than two.
    public init?(of group: Moments, from comparison: Moments) {
        guard let mean = group.mean, let variance = group.variance, let otherMean = comparison.mean,
            let otherVariance = comparison.variance
        else { return nil }
        let part = variance / Double(group.count)
        let otherPart = otherVariance / Double(comparison.count)
        let total = part + otherPart
        difference = mean - otherMean
        standardError = total.squareRoot()
        guard total > 0 else {
            degreesOfFreedom = Double(group.count + comparison.count - 2)
            interval = .around(difference, margin: 0)
            return
        }
        // Shares of the total, so that no square of a huge or tiny variance leaves the range of a double.
        let share = part / total
        let otherShare = otherPart / total
        degreesOfFreedom =
            1 / (share * share / Double(group.count - 1) + otherShare * otherShare / Double(comparison.count - 1))
        guard let t = try? StudentT(degreesOfFreedom: degreesOfFreedom) else { return nil }
        interval = .around(difference, margin: t.reach95 * standardError)
    }
}
