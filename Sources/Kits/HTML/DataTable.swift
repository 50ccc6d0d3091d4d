package import Words

/// A table that reads on every screen: where it is narrow, each row becomes a block under its own heading, and each cell says
/// what column it is of.
///
/// Browsers keep telling screen readers that it is a table: Chromium and Firefox since 2020, Safari since its version 17. An
/// older Safari reads the cells with their headings, one after the other.
package struct DataTable: Sendable {
    package struct Column: Sendable {
        enum Kind: Sendable { case text, number, opening }

        let heading: Phrase
        let kind: Kind

        package static func text(_ heading: Phrase) -> Column { Column(heading: heading, kind: .text) }

        /// Aligned by its digits.
        package static func number(_ heading: Phrase) -> Column { Column(heading: heading, kind: .number) }

        /// What opens in place and says itself what it is. It isn't on paper.
        package static func opening(_ heading: Phrase) -> Column { Column(heading: heading, kind: .opening) }
    }

    /// The first cell names its row.
    package enum Row: Sendable {
        case cells([HTML])
        /// Over the rows that belong together.
        case group(HTML)
    }

    /// The caption.
    package var name: Phrase
    package var columns: [Column]
    package var rows: [Row]
    /// Whether it stands on paper alone, and so needs nothing for narrow screens.
    package var isForPaper: Bool

    package init(_ name: Phrase, columns: [Column], rows: [Row], isForPaper: Bool = false) {
        self.name = name
        self.columns = columns
        self.rows = rows
        self.isForPaper = isForPaper
    }

    package init(_ name: Phrase, columns: [Column], rows: [[HTML]], isForPaper: Bool = false) {
        self.init(name, columns: columns, rows: rows.map(Row.cells), isForPaper: isForPaper)
    }

    package var html: HTML {
        div(.classes("table")) {
            table(.when(!classes.isEmpty, .classes(classes.joined(separator: " ")))) {
                caption { name }
                thead { tr { for column in columns { th(.scope("col"), onScreen(column)) { column.heading } } } }
                tbody { for row in rows { html(row) } }
            }
        }
    }

    /// The columns of numbers are named here, once, which is shorter than to say it in each cell.
    private var classes: [String] {
        let numbers = zip(columns, Self.aligned).filter { $0.0.kind == .number }.map(\.1)
        return (isForPaper ? ["on-paper"] : []) + numbers
    }

    /// What aligns the first column, the second and so on; a table with more would be too wide for a page.
    private static let aligned = ["number-1", "number-2", "number-3", "number-4", "number-5", "number-6"]

    private func html(_ row: Row) -> HTML {
        switch row {
        case .group(let heading):
            tr(.classes("group")) { th(.scope("rowgroup"), .colspan(columns.count)) { heading } }
        case .cells(let cells):
            tr {
                for (cell, column) in zip(cells, columns).prefix(1) {
                    th(.scope("row"), onScreen(column)) { cell }
                }
                for (cell, column) in zip(cells, columns).dropFirst() {
                    td(onScreen(column), heading(column)) { cell }
                }
            }
        }
    }

    private func onScreen(_ column: Column) -> Attribute { .when(column.kind == .opening, .classes("screen-only")) }

    /// A cell's heading, which the style sheet shows where there is no room for the row of headings.
    private func heading(_ column: Column) -> Attribute {
        .when(!isForPaper && column.kind != .opening, .data("heading", column.heading))
    }
}
