/// The rows that one of several sheets of one shape adds to a list of people.
package struct SheetPart: Sendable, Equatable {
    package var sheet: String
    /// The rows on this sheet, one for each row of the list, in the order of the list.
    package var rows: [Int]
    /// The column of this sheet that holds what a column of the list does; a column that the sheet lacks is not there.
    package var columns: [Int: Int]

    package init(sheet: String, rows: [Int], columns: [Int: Int]) {
        self.sheet = sheet
        self.rows = rows
        self.columns = columns
    }

    /// From the first to the last row.
    package var span: ClosedRange<Int> { (rows.first ?? 0)...max(rows.first ?? 0, rows.last ?? 0) }
}
