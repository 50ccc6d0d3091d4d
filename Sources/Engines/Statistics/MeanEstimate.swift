/// A mean with what is known of its uncertainty. Of changes, it is the paired change.
///
/// - Source: the one-sample t interval, with `n - 1` degrees of freedom; Cohen's d_z is the mean over the standard deviation.
public struct MeanEstimate: Sendable, Equatable {
    public let count: Int
    public let mean: Double
    /// Nil for fewer than two, as is everything that follows from it.
    public let standardDeviation: Double?
    public let standardError: Double?
    public let degreesOfFreedom: Double?
    public let interval: Interval?
    /// The mean in standard deviations (d_z of a paired change); nil also where all values are the same.
    public let standardised: Double?

    /// Nil where there are no values.
    public init?(_ moments: Moments) {
        guard let mean = moments.mean else { return nil }
        self.count = moments.count
        self.mean = mean
        guard let deviation = moments.standardDeviation,
            let t = try? StudentT(degreesOfFreedom: Double(moments.count - 1))
        else {
            standardDeviation = nil
            standardError = nil
            degreesOfFreedom = nil
            interval = nil
            standardised = nil
            return
        }
        let error = deviation / Double(moments.count).squareRoot()
        standardDeviation = deviation
        standardError = error
        degreesOfFreedom = t.degreesOfFreedom
        interval = .around(mean, margin: error > 0 ? t.reach95 * error : 0)
        standardised = deviation > 0 ? mean / deviation : nil
    }
}
