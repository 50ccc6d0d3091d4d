/// One sheet in columnar form, so that a million cells cost about 11 bytes each and not a value each.
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
    private let marks: CellMarks

    /// - Parameters:
    ///   - formats: formats other than `general`, by `row * columnCount + column`.
    ///   - formulas: the cells with a formula, by the same number.
    package init(
        name: String, isHidden: Bool = false, rowCount: Int, columnCount: Int, hiddenRows: Set<Int> = [],
        hiddenColumns: Set<Int> = [], merged: [CellRange] = [], kinds: [UInt8], numbers: [Double], strings: [String],
        formats: [Int: NumberFormat] = [:], formulas: Set<Int> = []
    ) {
        var marks = CellMarks(cellCount: kinds.count)
        for (index, format) in formats { marks.mark(index, as: format) }
        for index in formulas { marks.markFormula(index) }
        self.init(
            name: name, isHidden: isHidden, rowCount: rowCount, columnCount: columnCount, hiddenRows: hiddenRows,
            hiddenColumns: hiddenColumns, merged: merged, kinds: kinds, numbers: numbers, strings: strings, marks: marks
        )
    }

    init(
        name: String, isHidden: Bool, rowCount: Int, columnCount: Int, hiddenRows: Set<Int>, hiddenColumns: Set<Int>,
        merged: [CellRange], kinds: [UInt8], numbers: [Double], strings: [String], marks: CellMarks
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
        self.marks = marks
    }

    /// The same sheet with other values in its cells; sizes, formats and merged cells stay.
    package func with(kinds: [UInt8], numbers: [Double], strings: [String]) -> Sheet {
        Sheet(
            name: name, isHidden: isHidden, rowCount: rowCount, columnCount: columnCount, hiddenRows: hiddenRows,
            hiddenColumns: hiddenColumns, merged: merged, kinds: kinds, numbers: numbers, strings: strings, marks: marks
        )
    }

    /// The value at a row and column, both from 0; `empty` outside the sheet.
    package func value(row: Int, column: Int) -> CellValue {
        guard let index = index(row: row, column: column) else { return .empty }
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

    package func format(row: Int, column: Int) -> NumberFormat {
        index(row: row, column: column).map(marks.format) ?? .general
    }

    package func hasFormula(row: Int, column: Int) -> Bool {
        index(row: row, column: column).map(marks.hasFormula) ?? false
    }

    private func index(row: Int, column: Int) -> Int? {
        guard row >= 0, column >= 0, row < rowCount, column < columnCount else { return nil }
        return row * columnCount + column
    }
}
