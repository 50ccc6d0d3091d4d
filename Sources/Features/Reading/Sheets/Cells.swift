import Documents
import FoundationEssentials
import Words

/// Reads the cells of one table as a person sees them: of a whole sheet, or of a block of it where several tables stand on one.
///
/// Rows and columns are counted from the sheet's own edges. What stands outside the block is empty here.
struct Cells: Sendable {
    let sheet: Sheet
    let rows: Range<Int>
    /// Columns further right than so many are not looked at; that something stands there is a problem.
    let columns: Range<Int>

    /// What the table is called in answers and notes: the sheet's name, with the place of its first cell where another table
    /// of the sheet bears the name alone.
    let name: String

    static let mostColumns = 1000

    /// Where the rows and columns of a list that was put together stand in the workbook.
    struct Origins: Sendable {
        /// The sheet, the row on it, and the number of the sheet among those of the list.
        let rows: [(sheet: String, row: Int, number: Int)]
        /// For each sheet: its column by the list's.
        let columns: [[Int: Int]]
    }

    private let origins: Origins?

    init(sheet: Sheet, _ origins: Origins? = nil) {
        self.sheet = sheet
        self.origins = origins
        name = sheet.name
        rows = 0..<sheet.rowCount
        columns = 0..<min(sheet.columnCount, Cells.mostColumns)
    }

    private init(_ sheet: Sheet, _ name: String, rows: Range<Int>, columns: Range<Int>) {
        self.sheet = sheet
        origins = nil
        self.name = name
        self.rows = rows
        self.columns = columns
    }

    /// A block of these cells: what is left of the same table, or another one with a name of its own.
    func block(rows: Range<Int>? = nil, columns: Range<Int>? = nil, isAnother: Bool = false) -> Cells {
        let rows = (rows ?? self.rows).clamped(to: self.rows)
        let columns = (columns ?? self.columns).clamped(to: self.columns)
        let place = "\(columnLetters(columns.lowerBound))\(rows.lowerBound + 1)"
        return Cells(sheet, isAnother ? "\(sheet.name) (\(place))" : name, rows: rows, columns: columns)
    }

    /// Whether these are a further table of a sheet, whose first table bears the sheet's name.
    var isFurther: Bool { name != sheet.name }

    /// The cells of the block as a range; nil where it is all of its sheet.
    var area: CellRange? {
        guard !rows.isEmpty, !columns.isEmpty,
            rows != 0..<sheet.rowCount || columns != 0..<min(sheet.columnCount, Cells.mostColumns)
        else { return nil }
        return CellRange(
            sheet: sheet.name, columns: columns.lowerBound...columns.upperBound - 1,
            rows: rows.lowerBound...rows.upperBound - 1)
    }

    func value(_ row: Int, _ column: Int) -> CellValue {
        guard rows.contains(row), columns.contains(column) else { return .empty }
        return sheet.value(row: row, column: column)
    }

    func reference(_ row: Int, _ column: Int) -> CellReference {
        guard let origins, origins.rows.indices.contains(row) else {
            return CellReference(sheet: sheet.name, column: column, row: row)
        }
        let origin = origins.rows[row]
        return CellReference(
            sheet: origin.sheet, column: origins.columns[origin.number][column] ?? 0, row: origin.row)
    }

    func isEmpty(_ row: Int, _ column: Int) -> Bool {
        switch value(row, column) {
        case .empty: true
        case .text(let text): text.allSatisfy(\.isWhitespace)
        default: false
        }
    }

    func isBlank(_ row: Int) -> Bool {
        guard rows.contains(row) else { return true }
        return !columns.contains { !isEmpty(row, $0) }
    }

    /// The number in a cell, also where it is kept as text, as in every cell of a .csv; nil for anything else.
    func number(_ row: Int, _ column: Int) -> Double? {
        switch value(row, column) {
        case .number(let number): return number.isFinite ? number : nil
        case .text(let text):
            if let plain = PlainNumber.read(text) { return plain }
            switch WrittenNumber(CleanText(text).oneLine ?? "") {
            case .number(let number, false): return Double("\(number)")
            case .either(let point, _, false, _): return Double("\(point)")
            default: return nil
            }
        default: return nil
        }
    }

    /// What stands in a cell as words: trimmed, in one line, without characters that can't be shown; nil where it is empty.
    func text(_ row: Int, _ column: Int) -> String? {
        switch value(row, column) {
        case .empty: nil
        case .text(let text): CleanText(text).oneLine
        default: shown(row, column)
        }
    }

    /// Text with its paragraphs kept, for the provider's own words.
    func paragraphs(_ row: Int, _ column: Int) -> String? {
        if case .text(let text) = value(row, column) { return CleanText(text).paragraphs }
        return text(row, column)
    }

    /// What a spreadsheet shows in a cell, so that a person finds it again: `25 %`, `2026-03-31`, `#REF!`.
    func shown(_ row: Int, _ column: Int) -> String {
        switch value(row, column) {
        case .empty: return ""
        case .text(let text): return CleanText(text).oneLine ?? ""
        case .boolean(let truth): return truth ? "TRUE" : "FALSE"
        case .error(let text): return CleanText(text).oneLine ?? ""
        case .date(let year, let month, let day): return CivilDate(year: year, month: month, day: day).description
        case .number(let number):
            guard let decimal = exactDecimal(number) else { return String(number) }
            switch sheet.format(row: row, column: column) {
            case .percent: return "\(decimal * 100)%"
            case .currency(let sign): return sign.count > 1 ? "\(sign) \(decimal)" : "\(sign)\(decimal)"
            case .general, .date: return "\(decimal)"
            }
        }
    }
}

/// The decimal that a spreadsheet shows for a number: the shortest that reads back as the same number.
///
/// - Returns: nil for what is no number, infinite, or above 10^15, where a spreadsheet's numbers lose their units.
func exactDecimal(_ number: Double) -> Decimal? {
    guard number.isFinite, abs(number) <= 1e15 else { return nil }
    if number == number.rounded(.towardZero) { return Decimal(Int64(number)) }
    return abs(number) < 1e-30 ? 0 : Decimal(string: String(number))
}
