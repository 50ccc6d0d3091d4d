import Documents

/// A cell of an example workbook, written as a literal where that says it all.
enum ExampleCell: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByNilLiteral
{
    case blank
    case text(String)
    case number(Double)
    case percent(Double)
    case pounds(Double)
    case date(year: Int, month: Int, day: Int)

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(nilLiteral: ()) { self = .blank }

    var content: CellContent {
        switch self {
        case .blank: .blank
        case .text(let text): .text(text)
        case .number(let number), .percent(let number), .pounds(let number): .number(number)
        case .date(let year, let month, let day): .date(year: year, month: month, day: day)
        }
    }

    var format: CellFormat {
        switch self {
        case .percent: .percent(places: 0)
        case .pounds: .money("GBP", places: 0)
        case .date: .date
        case .blank, .text, .number: .general
        }
    }
}
