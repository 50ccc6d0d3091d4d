public import FoundationEssentials

/// Why a value map can't be valued. Positions count from 0; an outcome of nil means the map as a whole.
public enum ValuationError: Error, Equatable, Sendable {
    case quantityNegative(outcome: Int, Decimal)
    case shareOutOfRange(outcome: Int, Assumption, Decimal)
    case durationOutOfRange(outcome: Int, Int)
    case rateOutOfRange(outcome: Int?, Decimal)
    case amountNegative(input: Int, Decimal)
    case yearOutOfRange(input: Int, Int)
    /// A number, or what follows from it, is beyond ``ValuationLimits/largest`` in magnitude.
    case tooLarge(outcome: Int?)
    case inputTooLarge(input: Int)
    /// A range whose low end is above its high end, or which belongs to no row.
    case rangeInvalid(outcome: Int, Assumption)
    /// The table of discount rates that the engine carries can't be read.
    case seriesUnreadable

    public var code: String {
        switch self {
        case .quantityNegative: "VAL-001"
        case .shareOutOfRange: "VAL-002"
        case .durationOutOfRange: "VAL-003"
        case .rateOutOfRange: "VAL-004"
        case .amountNegative: "VAL-005"
        case .yearOutOfRange: "VAL-006"
        case .tooLarge: "VAL-007"
        case .inputTooLarge: "VAL-008"
        case .rangeInvalid: "VAL-009"
        case .seriesUnreadable: "VAL-010"
        }
    }
}

/// What a value map may hold.
public enum ValuationLimits {
    /// Years that an outcome may last.
    public static let duration = 1...100
    /// Years in which an input may fall; 0 is the year of the activity.
    public static let inputYear = 0...100
    /// A flat discount rate a year.
    public static let rate: ClosedRange<Decimal> = 0...(Decimal(2) / 10)
    public static let share: ClosedRange<Decimal> = 0...1
    /// The largest quantity, amount or figure: a thousand million million. Beyond it pennies mean nothing.
    public static let largest = Decimal(sign: .plus, exponent: 15, significand: 1)
}
