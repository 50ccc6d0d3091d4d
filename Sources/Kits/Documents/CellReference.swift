/// The place of one cell: `Participants!G4`. Rows and columns count from 0 here and from 1 (A) in the text.
package struct CellReference: Hashable, Sendable, CustomStringConvertible {
    package let sheet: String
    package let column: Int
    package let row: Int

    package init(sheet: String, column: Int, row: Int) {
        self.sheet = sheet
        self.column = column
        self.row = row
    }

    package var address: String { columnLetters(column) + String(row + 1) }

    package var description: String { "\(sheet)!\(address)" }
}

/// A block of cells of one sheet: `Participants!G4:G448`.
package struct CellRange: Hashable, Sendable, CustomStringConvertible {
    package let sheet: String
    package let columns: ClosedRange<Int>
    package let rows: ClosedRange<Int>

    package init(sheet: String, columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        self.sheet = sheet
        self.columns = columns
        self.rows = rows
    }

    package init(sheet: String, column: Int, rows: ClosedRange<Int>) {
        self.init(sheet: sheet, columns: column...column, rows: rows)
    }

    package func contains(row: Int, column: Int) -> Bool { rows.contains(row) && columns.contains(column) }

    package var description: String {
        let first = columnLetters(columns.lowerBound) + String(rows.lowerBound + 1)
        let last = columnLetters(columns.upperBound) + String(rows.upperBound + 1)
        return first == last ? "\(sheet)!\(first)" : "\(sheet)!\(first):\(last)"
    }
}

/// The letters that a spreadsheet shows for a column: 0 is `A`, 26 is `AA`.
package func columnLetters(_ column: Int) -> String {
    var rest = column + 1
    var letters: [Character] = []
    while rest > 0 {
        letters.append(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))))
        rest = (rest - 1) / 26
    }
    return String(letters.reversed())
}
