import Documents
import Workbooks

/// Days that lost their look on the way: a spreadsheet's own count of days, or 20240402, under a heading that says "date".
/// No score of anybody grows with them.
enum DayNumbers {
    static func stand(in column: PlannedColumn, _ cells: Cells, rows: Range<Int>) -> Bool {
        guard !words.isDisjoint(with: HeaderText(column.header).words) else { return false }
        let numbers = rows.compactMap { cells.number($0, column.column) }
        return !numbers.isEmpty && numbers.allSatisfy { counted.contains($0) || written.contains($0) }
    }

    private static let words = Set(["date", "dates", "dyddiad"].flatMap { HeaderText($0).words })
    /// From May 1927 to January 2119.
    private static let counted = 10_000.0...80_000.0
    private static let written = 19_000_101.0...21_001_231.0
}
