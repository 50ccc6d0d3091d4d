import Documents
import FoundationEssentials
import Words

/// Reads the cells of one sheet as a person sees them.
struct Cells: Sendable {
    let sheet: Sheet

    var rows: Range<Int> { 0..<sheet.rowCount }
    /// Columns further right are not looked at; that something stands there is a problem.
    var columns: Range<Int> { 0..<min(sheet.columnCount, Cells.mostColumns) }

    static let mostColumns = 1000

    func value(_ row: Int, _ column: Int) -> CellValue { sheet.value(row: row, column: column) }

    func reference(_ row: Int, _ column: Int) -> CellReference {
        CellReference(sheet: sheet.name, column: column, row: row)
    }

    func isEmpty(_ row: Int, _ column: Int) -> Bool {
        switch value(row, column) {
        case .empty: true
        case .text(let text): text.allSatisfy(\.isWhitespace)
        default: false
        }
    }

    func isBlank(_ row: Int) -> Bool {
        guard row >= 0, row < sheet.rowCount else { return true }
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
