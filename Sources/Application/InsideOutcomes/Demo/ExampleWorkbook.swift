import Documents

/// A made-up provider's workbook, laid out as people lay theirs out: each with its own headings.
struct ExampleWorkbook: Sendable {
    struct Table: Sendable {
        var name: String
        /// A line above the table, as many people write one.
        var title: String?
        var headings: [String]
        var rows: [[ExampleCell]]
    }

    /// Also the identifier of the account that is made of it.
    let id: String
    /// Which edition of that account it makes, and the reason where it corrects one.
    var edition = 1
    var correction: String?
    /// Whose it is.
    let organisation: (id: String, name: String)
    let about: [(name: String, value: String)]
    let map: Table
    var people: Table?
    var words: [(name: String, value: String)] = []

    var fileName: String { edition == 1 ? "\(id).xlsx" : "\(id)-corrected.xlsx" }

    /// The same workbook always has the same bytes, so that anyone can make the account of it again.
    var plan: WorkbookPlan {
        var sheets = [lines("About", about), sheet(map)]
        if let people { sheets.append(sheet(people)) }
        if !words.isEmpty { sheets.append(lines("In our words", words)) }
        return WorkbookPlan(title: fileName, date: "2026-01-01", sheets: sheets)
    }

    private func sheet(_ table: Table) -> PlannedSheet {
        var sheet = PlannedSheet(
            name: table.name, columnWidths: table.headings.map { max(12, Double($0.count) + 2) }, isLandscape: true)
        var row = 0
        if let title = table.title {
            sheet.cells.append(PlannedCell(row: 0, column: 0, .text(title), style: .title))
            row = 2
        }
        for (column, heading) in table.headings.enumerated() {
            sheet.cells.append(PlannedCell(row: row, column: column, .text(heading), style: .heading))
        }
        for (index, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                if case .blank = cell { continue }
                sheet.cells.append(
                    PlannedCell(row: row + 1 + index, column: column, cell.content, format: cell.format))
            }
        }
        return sheet
    }

    private func lines(_ name: String, _ lines: [(name: String, value: String)]) -> PlannedSheet {
        var sheet = PlannedSheet(name: name, columnWidths: [26, 90])
        for (row, line) in lines.enumerated() {
            sheet.cells += [
                PlannedCell(row: row, column: 0, .text(line.name), style: .label),
                PlannedCell(row: row, column: 1, .text(line.value), style: .text),
            ]
        }
        return sheet
    }
}

extension ExampleWorkbook {
    /// All of them, in the order in which they are made: those of one account in the order of its editions.
    static let all: [ExampleWorkbook] = befriending + debtAdvice + supportedWork + youthClub
}
