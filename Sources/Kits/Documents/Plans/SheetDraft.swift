/// A sheet in the making: cells are put where one says, and each answers with the reference that formulas use.
package struct SheetDraft {
    package private(set) var sheet: PlannedSheet
    private var row = 0

    package init(
        _ name: String, widths: [Double], frozenRows: Int = 0, isLandscape: Bool = true, printedColumns: Int? = nil
    ) {
        sheet = PlannedSheet(
            name: name, columnWidths: widths, frozenRows: frozenRows, isLandscape: isLandscape,
            printedColumns: printedColumns)
    }

    /// The row that is written next, from 0.
    package var next: Int { row }

    package mutating func skip(_ rows: Int = 1) { row += rows }

    /// Writes one row from its first column on and moves to the next; nil leaves a cell blank.
    @discardableResult
    package mutating func line(_ cells: [DraftCell?]) -> Int {
        for (column, cell) in cells.enumerated() {
            guard let cell else { continue }
            put(cell, row: row, column: column)
        }
        row += 1
        return row - 1
    }

    package mutating func put(_ cell: DraftCell, row: Int, column: Int) {
        sheet.cells.append(
            PlannedCell(row: row, column: column, cell.content, style: cell.style, format: cell.format))
    }

    /// Gives what stands in the first of these columns the room of all.
    package mutating func merge(_ row: Int, columns: ClosedRange<Int>) {
        sheet.merged.append(PlannedArea(rows: row...row, columns: columns))
    }

    /// `C5`, for formulas of this sheet.
    package func here(_ row: Int, _ column: Int) -> String { columnLetters(column) + String(row + 1) }

    /// `'Value map'!$C$5`, for formulas of other sheets.
    package func reference(_ row: Int, _ column: Int) -> String {
        "\(quotedName)!$\(columnLetters(column))$\(row + 1)"
    }

    /// `'Years'!$B$3:$B$9`.
    package func reference(rows: ClosedRange<Int>, _ column: Int) -> String {
        let letters = columnLetters(column)
        return "\(quotedName)!$\(letters)$\(rows.lowerBound + 1):$\(letters)$\(rows.upperBound + 1)"
    }

    private var quotedName: String {
        "'" + sheet.name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}

/// What stands in a cell, how it looks and how its number is shown.
package struct DraftCell {
    package var content: CellContent
    package var style: CellStyle
    package var format: CellFormat

    package init(content: CellContent, style: CellStyle = .plain, format: CellFormat = .general) {
        self.content = content
        self.style = style
        self.format = format
    }

    package static func text(_ text: String, _ style: CellStyle = .text) -> DraftCell {
        DraftCell(content: .text(text), style: style)
    }

    package static func heading(_ text: String) -> DraftCell { .text(text, .heading) }

    package static func number(_ value: Double, _ format: CellFormat) -> DraftCell {
        DraftCell(content: .number(value), format: format)
    }

    /// A live formula with what it comes to.
    package static func formula(_ formula: String, _ value: Double, _ format: CellFormat, _ style: CellStyle = .result)
        -> DraftCell
    {
        DraftCell(content: .formula(formula, value: .number(value)), style: style, format: format)
    }
}
