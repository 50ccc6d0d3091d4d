/// Rows of comma-separated values whose first row names the columns.
///
/// Quotes, commas and line ends within quotes are read as RFC 4180 has them; line ends are CRLF, LF or CR; a byte order mark is
/// passed over; lines without anything in them are passed over too. Names of columns are compared without regard to case and to the spaces around them.
///
/// - Source: Shafranovich, Y., RFC 4180 (2005).
package struct CSVTable: Sendable {
    package let columns: [String]
    package let rows: [Row]

    package struct Row: Sendable, Equatable {
        /// The line of the file that it begins on; the first is 1.
        package let line: Int
        /// As many as there are columns.
        package let cells: [String]
    }

    /// - Parameter limits: a table beyond them is refused.
    /// - Throws: ``CSVProblem``, with the line.
    package init(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) throws(CSVProblem) {
        var reader = CSVReader(bytes, limits: limits)
        guard let heading = try reader.record() else { throw .empty }
        columns = heading.cells
        let folded = heading.cells.map(Self.folded)
        if let twice = folded.indices.first(where: { folded[..<$0].contains(folded[$0]) && !folded[$0].isEmpty }) {
            throw .columnTwice(heading.cells[twice])
        }
        var rows: [Row] = []
        while let row = try reader.record() {
            guard row.cells.count == columns.count else {
                throw .cells(line: row.line, found: row.cells.count, expected: columns.count)
            }
            guard rows.count < limits.rows else { throw .tooManyRows(limit: limits.rows) }
            rows.append(row)
        }
        self.rows = rows
    }

    /// The place of a column, if there is one of this name.
    package func column(_ name: String) -> Int? {
        let wanted = Self.folded(name)
        return columns.firstIndex { Self.folded($0) == wanted }
    }

    private static func folded(_ name: String) -> String {
        var letters = name.lowercased()[...]
        while letters.first?.isWhitespace == true { letters.removeFirst() }
        while letters.last?.isWhitespace == true { letters.removeLast() }
        return String(letters)
    }
}

/// The most that is read of a table.
package struct CSVLimits: Sendable {
    package let rows: Int
    package let columns: Int
    /// In UTF-8 bytes.
    package let cell: Int

    package init(rows: Int = 200_000, columns: Int = 200, cell: Int = 1_000_000) {
        self.rows = rows
        self.columns = columns
        self.cell = cell
    }
}

/// Why a table can't be read, and on which line.
package enum CSVProblem: Error, Equatable, Sendable {
    case empty
    case notUTF8(line: Int)
    /// A quote was opened on this line and never closed.
    case openQuote(line: Int)
    /// A quote stands within a cell that doesn't begin with one, or text follows a closing quote.
    case strayQuote(line: Int)
    case cells(line: Int, found: Int, expected: Int)
    case columnTwice(String)
    case tooManyRows(limit: Int)
    case tooManyColumns(line: Int, limit: Int)
    case cellTooLong(line: Int, limit: Int)
}
