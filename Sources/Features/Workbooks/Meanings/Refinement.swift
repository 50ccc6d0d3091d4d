/// How a column is read, beyond what it means: the answers to questions that a meaning alone does not settle.
package enum Refinement: Sendable, Hashable {
    /// A column of 0 and 1: shares of the whole, or hundredths of it.
    case share, percent
    /// The unit of a duration; months become whole years exactly, rounded up or rounded down.
    case years, months, monthsUp, monthsDown
    /// An input that stands on several rows: counted one time, or on each row.
    case once, each
    /// The decimal sign of numbers kept as text.
    case decimalPoint, decimalComma
    /// The time that a value stands for: as it is, or so many of them to the year.
    case perYear, perQuarter, perMonth, perWeek
    /// Which side of a budget was put in.
    case income, costs
    /// Which end of a score is the better one.
    case higherIsBetter, lowerIsBetter
    /// The text that means "on the programme" in a column of groups.
    case programme(String)
    /// A number that stands where a score is not known, or that is a score like any other.
    case missing(String), counted(String)

    package var code: String {
        switch self {
        case .share: "share"
        case .percent: "percent"
        case .years: "years"
        case .months: "months"
        case .monthsUp: "monthsUp"
        case .monthsDown: "monthsDown"
        case .once: "once"
        case .each: "each"
        case .decimalPoint: "decimalPoint"
        case .decimalComma: "decimalComma"
        case .perYear: "perYear"
        case .perQuarter: "perQuarter"
        case .perMonth: "perMonth"
        case .perWeek: "perWeek"
        case .income: "income"
        case .costs: "costs"
        case .higherIsBetter: "higherIsBetter"
        case .lowerIsBetter: "lowerIsBetter"
        case .programme(let text): "programme:\(text)"
        case .missing(let text): "missing:\(text)"
        case .counted(let text): "counted:\(text)"
        }
    }

    static let plain: [Refinement] = [
        .share, .percent, .years, .months, .monthsUp, .monthsDown, .once, .each, .decimalPoint, .decimalComma,
        .perYear, .perQuarter, .perMonth, .perWeek, .income, .costs, .higherIsBetter, .lowerIsBetter,
    ]

    package init?(_ text: String) {
        if let found = Refinement.plain.first(where: { $0.code.lowercased() == text.lowercased() }) {
            self = found
            return
        }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let rest = String(text[text.index(after: colon)...].drop(while: \.isWhitespace))
        switch text[..<colon].lowercased() {
        case "programme": self = .programme(rest)
        case "missing": self = .missing(rest)
        case "counted": self = .counted(rest)
        default: return nil
        }
    }

    /// The meaning of a duration in this unit.
    package var duration: Meaning? {
        switch self {
        case .years: .duration
        case .months: .durationMonths
        case .monthsUp: .durationMonthsUp
        case .monthsDown: .durationMonthsDown
        default: nil
        }
    }
}
