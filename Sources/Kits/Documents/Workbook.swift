/// A workbook as it was read: values, and of their formats what decides a meaning. Nothing is interpreted yet.
package struct Workbook: Sendable {
    package enum Format: String, Sendable { case xlsx, ods, csv }

    package let format: Format
    package let sheets: [Sheet]

    package init(format: Format, sheets: [Sheet]) {
        self.format = format
        self.sheets = sheets
    }

    package func sheet(named name: String) -> Sheet? { sheets.first { $0.name == name } }
}

/// What one cell holds. A date is a civil date (a time of day is dropped); an error is the text a spreadsheet shows (`#REF!`).
package enum CellValue: Sendable, Equatable {
    case empty
    case number(Double)
    case text(String)
    case boolean(Bool)
    case date(year: Int, month: Int, day: Int)
    case error(String)
}

/// What a number format says about the meaning of a number.
package enum NumberFormat: Sendable, Equatable {
    case general
    case percent
    case date
    /// A currency by the symbol or code in the format, such as `£` or `USD`.
    case currency(String)
}

/// One sheet in columnar form, so that a million cells cost about 13 bytes each and not a value each.
package struct Sheet: Sendable {
    /// The tag of a cell; the order is that of the worker's transport.
    package enum Kind: UInt8, Sendable { case empty, number, text, boolean, date, error }

    package let name: String
    package let isHidden: Bool
    package let rowCount: Int
    package let columnCount: Int
    package let hiddenRows: Set<Int>
    package let hiddenColumns: Set<Int>
    package let merged: [CellRange]
    /// Row-major, `rowCount * columnCount` each. A number stands in `numbers`, a boolean there as 0 or 1, a date there as
    /// year * 10,000 + month * 100 + day; text and errors stand there as an index into `strings`.
    package let kinds: [UInt8]
    package let numbers: [Double]
    package let strings: [String]
    /// Formats other than `general`, and the cells with a formula, by `row * columnCount + column`.
    package let formats: [Int: NumberFormat]
    package let formulas: Set<Int>

    package init(
        name: String, isHidden: Bool = false, rowCount: Int, columnCount: Int, hiddenRows: Set<Int> = [],
        hiddenColumns: Set<Int> = [], merged: [CellRange] = [], kinds: [UInt8], numbers: [Double], strings: [String],
        formats: [Int: NumberFormat] = [:], formulas: Set<Int> = []
    ) {
        self.name = name
        self.isHidden = isHidden
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.hiddenRows = hiddenRows
        self.hiddenColumns = hiddenColumns
        self.merged = merged
        self.kinds = kinds
        self.numbers = numbers
        self.strings = strings
        self.formats = formats
        self.formulas = formulas
    }

    /// The value at a row and column, both from 0; `empty` outside the sheet.
    package func value(row: Int, column: Int) -> CellValue {
        guard row >= 0, column >= 0, row < rowCount, column < columnCount else { return .empty }
        let index = row * columnCount + column
        let number = numbers[index]
        switch Kind(rawValue: kinds[index]) {
        case .number: return .number(number)
        case .text: return .text(strings[Int(number)])
        case .boolean: return .boolean(number != 0)
        case .date:
            let packed = Int(number)
            return .date(year: packed / 10_000, month: packed / 100 % 100, day: packed % 100)
        case .error: return .error(strings[Int(number)])
        case .empty, nil: return .empty
        }
    }

    package func format(row: Int, column: Int) -> NumberFormat { formats[row * columnCount + column] ?? .general }

    package func hasFormula(row: Int, column: Int) -> Bool { formulas.contains(row * columnCount + column) }
}
