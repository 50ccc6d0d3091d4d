/// A 95 % confidence interval, two-sided.
public struct Interval: Sendable, Equatable {
    public let low: Double
    public let high: Double

    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    public func contains(_ value: Double) -> Bool { low <= value && value <= high }

    /// The interval `estimate ± margin`.
    static func around(_ estimate: Double, margin: Double) -> Interval {
        Interval(low: estimate - margin, high: estimate + margin)
    }
}
