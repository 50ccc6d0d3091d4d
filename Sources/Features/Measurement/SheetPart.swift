/// The rows that one of several sheets adds to a list of people. The list's rows and columns are counted as on its first sheet;
/// the rows of the sheets follow one another in it.
package struct SheetPart: Sendable, Equatable {
    package var sheet: String
    /// The rows on this sheet.
    package var rows: ClosedRange<Int>
    /// The column of this sheet that holds what a column of the list does; a column that it lacks is not there.
    package var columns: [Int: Int]

    package init(sheet: String, rows: ClosedRange<Int>, columns: [Int: Int]) {
        self.sheet = sheet
        self.rows = rows
        self.columns = columns
    }
}
