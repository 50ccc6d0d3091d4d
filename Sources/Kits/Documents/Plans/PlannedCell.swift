/// One cell to be written. A text is always written as text, also one that begins with `=`.
package struct PlannedCell: Sendable, Equatable {
    package var row: Int
    package var column: Int
    package var content: CellContent
    package var style: CellStyle
    package var format: CellFormat
    /// A note that opens at the cell.
    package var comment: String?

    package init(
        row: Int, column: Int, _ content: CellContent, style: CellStyle = .plain, format: CellFormat = .general,
        comment: String? = nil
    ) {
        self.row = row
        self.column = column
        self.content = content
        self.style = style
        self.format = format
        self.comment = comment
    }
}

package enum CellContent: Sendable, Equatable {
    case blank
    case text(String)
    case number(Double)
    case boolean(Bool)
    case date(year: Int, month: Int, day: Int)
    /// A formula without its equals sign, in English with commas, and what it comes to.
    case formula(String, value: FormulaValue)
    /// A text that leads to an address: `https://...`, or `internal:'Sheet'!A1` inside the workbook.
    case link(String, address: String)

    package enum FormulaValue: Sendable, Equatable {
        case number(Double)
        case text(String)
        case boolean(Bool)
    }
}

/// How a cell looks; the looks themselves stand in `documents/outcomes_documents/styles.py`.
package enum CellStyle: String, Sendable, CaseIterable {
    case plain, title, heading, subheading, label, text, input, result, total, note, warning
}

/// How a number is shown.
package enum CellFormat: Sendable, Equatable {
    case general
    case number(places: Int)
    case percent(places: Int)
    /// Money by its code (`GBP`); places are 0 or 2.
    case money(String, places: Int)
    case date
    /// A ratio such as 3.5 to 1.
    case ratio(places: Int)

    /// The format in the language of spreadsheets (ECMA-376, part 1, 18.8.31).
    package var code: String {
        switch self {
        case .general: "General"
        case .number(let places): "#,##0" + decimals(places)
        case .percent(let places): "0" + decimals(places) + "%"
        case .money(let currency, let places): amount(in: currency, "#,##0" + decimals(places))
        case .date: "d mmmm yyyy"
        case .ratio(let places): "0" + decimals(places)
        }
    }
}

private func decimals(_ places: Int) -> String {
    places > 0 ? "." + String(repeating: "0", count: min(places, 15)) : ""
}

private func amount(in currency: String, _ number: String) -> String {
    let symbols = ["GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥"]
    if let symbol = symbols[currency] { return "[$\(symbol)]\(number);-[$\(symbol)]\(number)" }
    let letters = currency.filter { $0.isASCII && $0.isLetter }
    return "\(number) \"\(letters)\""
}
