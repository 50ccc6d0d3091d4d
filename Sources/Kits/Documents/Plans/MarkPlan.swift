/// What is to be marked in a copy of a person's workbook. All texts are in the person's language already.
package struct MarkPlan: Sendable, Equatable {
    /// The name of the sheet that is put first and lists all problems.
    package var sheetName: String
    package var title: String
    /// The headings of the list, as many as each problem has texts.
    package var headings: [String]
    package var problems: [MarkedProblem]
    /// The header row of each sheet, from 0, so that a short copy of a large workbook can show it.
    package var headerRows: [String: Int]
    /// The heading over the row numbers of a short copy.
    package var rowHeading: String

    package init(
        sheetName: String, title: String, headings: [String], problems: [MarkedProblem],
        headerRows: [String: Int] = [:],
        rowHeading: String
    ) {
        self.sheetName = sheetName
        self.title = title
        self.headings = headings
        self.problems = problems
        self.headerRows = headerRows
        self.rowHeading = rowHeading
    }
}

package struct MarkedProblem: Sendable, Equatable {
    /// Nil where the problem is the whole file or a whole sheet.
    package var cell: CellReference?
    /// What stands in the list, under the headings.
    package var texts: [String]
    /// What the note at the cell says.
    package var comment: String

    package init(cell: CellReference?, texts: [String], comment: String) {
        self.cell = cell
        self.texts = texts
        self.comment = comment
    }
}
