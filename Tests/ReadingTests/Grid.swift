import Documents
import FoundationEssentials

/// A cell of a sheet that a test writes down: `"text"`, `12`, `0.25.percent`.
enum Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByNilLiteral,
    Equatable
{
    case value(CellValue)
    case formatted(Double, NumberFormat)
    case formula(Double)

    init(stringLiteral value: String) { self = .value(.text(value)) }
    init(integerLiteral value: Int) { self = .value(.number(Double(value))) }
    init(floatLiteral value: Double) { self = .value(.number(value)) }
    init(nilLiteral: ()) { self = .value(.empty) }

    static func percent(_ share: Double) -> Cell { .formatted(share, .percent) }
    static func money(_ amount: Double, _ sign: String) -> Cell { .formatted(amount, .currency(sign)) }
    static func date(_ year: Int, _ month: Int, _ day: Int) -> Cell {
        .value(.date(year: year, month: month, day: day))
    }
    static func text(_ text: String) -> Cell { .value(.text(text)) }
    static func number(_ number: Double) -> Cell { .value(.number(number)) }
    static func error(_ text: String) -> Cell { .value(.error(text)) }
}

extension Sheet {
    /// A sheet from rows of cells; shorter rows are filled with empty cells.
    init(
        _ name: String, _ rows: [[Cell]], isHidden: Bool = false, hiddenRows: Set<Int> = [], merged: [CellRange] = []
    ) {
        let width = rows.map(\.count).max() ?? 0
        var kinds: [UInt8] = []
        var numbers: [Double] = []
        var strings: [String] = []
        var known: [String: Int] = [:]
        var formats: [Int: NumberFormat] = [:]
        var formulas: Set<Int> = []
        func index(_ text: String) -> Double {
            if let index = known[text] { return Double(index) }
            known[text] = strings.count
            strings.append(text)
            return Double(strings.count - 1)
        }
        for row in rows {
            for column in 0..<width {
                let cell = column < row.count ? row[column] : nil
                let value: CellValue
                switch cell {
                case .value(let plain): value = plain
                case .formatted(let number, let format):
                    formats[kinds.count] = format
                    value = .number(number)
                case .formula(let number):
                    formulas.insert(kinds.count)
                    value = .number(number)
                }
                switch value {
                case .empty:
                    kinds.append(Kind.empty.rawValue)
                    numbers.append(0)
                case .number(let number):
                    kinds.append(Kind.number.rawValue)
                    numbers.append(number)
                case .text(let text):
                    kinds.append(Kind.text.rawValue)
                    numbers.append(index(text))
                case .boolean(let truth):
                    kinds.append(Kind.boolean.rawValue)
                    numbers.append(truth ? 1 : 0)
                case .date(let year, let month, let day):
                    kinds.append(Kind.date.rawValue)
                    numbers.append(Double(year * 10_000 + month * 100 + day))
                case .error(let text):
                    kinds.append(Kind.error.rawValue)
                    numbers.append(index(text))
                }
            }
        }
        self.init(
            name: name, isHidden: isHidden, rowCount: rows.count, columnCount: width, hiddenRows: hiddenRows,
            merged: merged,
            kinds: kinds, numbers: numbers, strings: strings, formats: formats, formulas: formulas)
    }
}

extension Workbook {
    init(_ sheets: Sheet...) { self.init(format: .xlsx, sheets: sheets) }
}

/// The real programme's workbook, cell by cell as it stands in the file.
enum RealProgramme {
    private struct StoredSheet: Decodable {
        let name: String
        let rows: [[StoredCell]]
    }

    private struct StoredCell: Decodable {
        let cell: Cell

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                cell = nil
            } else if let number = try? container.decode(Double.self) {
                cell = .number(number)
            } else {
                cell = .text(try container.decode(String.self))
            }
        }
    }

    static func workbook(file: StaticString = #filePath) throws -> Workbook {
        let folder = file.description.split(separator: "/").dropLast().joined(separator: "/")
        let data = try Data(contentsOf: URL(filePath: "/\(folder)/Fixtures/nsw-provider.json"))
        let sheets = try JSONDecoder().decode([StoredSheet].self, from: data)
        return Workbook(format: .xlsx, sheets: sheets.map { Sheet($0.name, $0.rows.map { row in row.map(\.cell) }) })
    }
}
