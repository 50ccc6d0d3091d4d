/// A share of people, with its interval.
///
/// - Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (1927); no continuity
///   correction.
public struct Rate: Sendable, Equatable {
    public let successes: Int
    public let count: Int
    public let share: Double
    public let interval: Interval

    /// Nil where there is nobody.
    public init?(_ successes: Int, of count: Int) throws(StatisticsError) {
        guard successes >= 0 else { throw .negativeCount(successes) }
        guard count >= 0 else { throw .negativeCount(count) }
        guard successes <= count else { throw .moreThanAll(successes, of: count) }
        guard count > 0 else { return nil }
        let n = Double(count)
        let p = Double(successes) / n
        let z = Normal.z95
        let middle = p + z * z / (2 * n)
        let reach = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        self.successes = successes
        self.count = count
        share = p
        interval = Interval(
            low: successes == 0 ? 0 : (middle - reach) / scale,
            high: successes == count ? 1 : (middle + reach) / scale)
    }

    /// What a target asks for.
    public enum Target: Sendable, Equatable {
        case atLeast(Double)
        case atMost(Double)
    }

    public enum Verdict: String, Sendable, Equatable {
        case met, notMet
        /// The interval covers the target.
        case tooEarlyToSay
    }

    public func verdict(on target: Target) -> Verdict {
        switch target {
        case .atLeast(let share):
            if interval.contains(share) { return .tooEarlyToSay }
            return interval.low > share ? .met : .notMet
        case .atMost(let share):
            if interval.contains(share) { return .tooEarlyToSay }
            return interval.high < share ? .met : .notMet
        }
    }
}
