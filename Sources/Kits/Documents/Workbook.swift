/// A workbook as it was read: values, and of their formats what decides a meaning. Nothing is interpreted yet.
package struct Workbook: Sendable {
    package enum Format: String, Sendable { case xlsx, ods, csv }

    package let format: Format
    package let sheets: [Sheet]

    package init(format: Format, sheets: [Sheet]) {
        self.format = format
        self.sheets = sheets
    }

    package func sheet(named name: String) -> Sheet? { sheets.first { $0.name == name } }
}

/// What one cell holds. A date is a civil date (a time of day is dropped); an error is the text a spreadsheet shows (`#REF!`).
package enum CellValue: Sendable, Equatable {
    case empty
    case number(Double)
    case text(String)
    case boolean(Bool)
    case date(year: Int, month: Int, day: Int)
    case error(String)
}

/// What a number format says about the meaning of a number.
package enum NumberFormat: Sendable, Equatable {
    case general
    case percent
    case date
    /// A currency by the symbol or code in the format, such as `£` or `USD`.
    case currency(String)
}
