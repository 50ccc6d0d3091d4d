package import Documents

extension Sheet {
    /// A sheet of texts and numbers; a text that is a number is one, and one that is a date is one.
    package init(grid name: String, _ rows: [[String]]) {
        let columns = rows.map(\.count).max() ?? 0
        var kinds: [UInt8] = []
        var numbers: [Double] = []
        var strings: [String] = []
        for row in rows {
            for column in 0..<columns {
                let text = column < row.count ? row[column] : ""
                let date = text.split(separator: "-").compactMap { Int($0) }
                if let number = Double(text) {
                    kinds.append(Kind.number.rawValue)
                    numbers.append(number)
                } else if text.isEmpty {
                    kinds.append(Kind.empty.rawValue)
                    numbers.append(0)
                } else if date.count == 3 {
                    kinds.append(Kind.date.rawValue)
                    numbers.append(Double(date[0] * 10_000 + date[1] * 100 + date[2]))
                } else {
                    kinds.append(Kind.text.rawValue)
                    numbers.append(Double(strings.count))
                    strings.append(text)
                }
            }
        }
        self.init(
            name: name, rowCount: rows.count, columnCount: columns, kinds: kinds, numbers: numbers, strings: strings)
    }
}

extension Workbook {
    /// A small value map that is understood without a question.
    package static func map(proxy: String = "900", quantity: String = "20") -> Workbook {
        Workbook(
            format: .xlsx,
            sheets: [
                Sheet(
                    grid: "Value map",
                    [
                        [
                            "Stakeholder", "Input", "Value of input", "Cash or in kind", "Outcome", "Quantity",
                            "Duration (years)", "Value of proxy", "Source of proxy", "Deadweight %", "Attribution %",
                        ],
                        [
                            "Older people", "Grant", "10000", "cash", "Less lonely", quantity, "2", proxy, "Survey",
                            "20", "25",
                        ],
                    ])
            ])
    }
}
