/// Why a figure can't be worked out from what was given.
public enum StatisticsError: Error, Equatable, Sendable {
    /// A value is not a number or infinite, or their sums are beyond a double.
    case notFinite
    case negativeCount(Int)
    /// More successes than trials.
    case moreThanAll(Int, of: Int)
    /// A sum of squares smaller than any values with that count and sum could have.
    case sumsDisagree
    /// Lists that should hold one entry a person differ in length.
    case lengthsDiffer(Int, Int)
    case probabilityOutOfRange(Double)
    case degreesOfFreedomOutOfRange(Double)

    public var code: String {
        switch self {
        case .notFinite: "STA-001"
        case .negativeCount: "STA-002"
        case .moreThanAll: "STA-003"
        case .sumsDisagree: "STA-004"
        case .lengthsDiffer: "STA-005"
        case .probabilityOutOfRange: "STA-006"
        case .degreesOfFreedomOutOfRange: "STA-007"
        }
    }
}
