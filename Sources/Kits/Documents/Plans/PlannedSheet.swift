/// One sheet to be written: single cells, and for many rows whole blocks of a column. Rows and columns count from 0.
package struct PlannedSheet: Sendable, Equatable {
    package var name: String
    package var isHidden: Bool
    /// Widths in characters, from the first column on.
    package var columnWidths: [Double]
    package var cells: [PlannedCell]
    package var blocks: [PlannedBlock]
    package var merged: [PlannedArea]
    package var choices: [PlannedChoice]
    package var frozenRows: Int
    package var frozenColumns: Int
    /// Rows from the first on that are repeated at the head of each printed page.
    package var repeatedRows: Int
    package var isLandscape: Bool
    /// How many columns are printed, from the first on; nil for all. They are made as small as one page asks.
    package var printedColumns: Int?
    /// Rows whose height is given, in points; others fit themselves.
    package var rowHeights: [Int: Double]

    package init(
        name: String, isHidden: Bool = false, columnWidths: [Double] = [], cells: [PlannedCell] = [],
        blocks: [PlannedBlock] = [], merged: [PlannedArea] = [], choices: [PlannedChoice] = [], frozenRows: Int = 0,
        frozenColumns: Int = 0, repeatedRows: Int = 0, isLandscape: Bool = false, printedColumns: Int? = nil,
        rowHeights: [Int: Double] = [:]
    ) {
        self.name = name
        self.isHidden = isHidden
        self.columnWidths = columnWidths
        self.cells = cells
        self.blocks = blocks
        self.merged = merged
        self.choices = choices
        self.frozenRows = frozenRows
        self.frozenColumns = frozenColumns
        self.repeatedRows = repeatedRows
        self.isLandscape = isLandscape
        self.printedColumns = printedColumns
        self.rowHeights = rowHeights
    }
}

/// A block of cells by its corners, both included.
package struct PlannedArea: Sendable, Equatable {
    package var rows: ClosedRange<Int>
    package var columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }
}

/// A list of values that a person picks from in an area.
package struct PlannedChoice: Sendable, Equatable {
    package var area: PlannedArea
    package var values: [String]
    /// Shown beside the cell while it is chosen.
    package var title: String?
    package var message: String?

    package init(area: PlannedArea, values: [String], title: String? = nil, message: String? = nil) {
        self.area = area
        self.values = values
        self.title = title
        self.message = message
    }
}

/// A run of cells down one column, for many rows; a NaN is a blank cell.
package struct PlannedBlock: Sendable, Equatable {
    package enum Values: Sendable, Equatable {
        case numbers([Double])
        case texts([String])
    }

    package var row: Int
    package var column: Int
    package var values: Values
    package var style: CellStyle
    package var format: CellFormat

    package init(row: Int, column: Int, values: Values, style: CellStyle = .plain, format: CellFormat = .general) {
        self.row = row
        self.column = column
        self.values = values
        self.style = style
        self.format = format
    }
}
