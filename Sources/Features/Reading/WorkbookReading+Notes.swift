import Documents
import Words
import Workbooks

extension WorkbookReading {
    /// What a person should know of rows that were left out.
    mutating func noteRows(_ sheet: String, totals: [Int], repeated: Int, notes: Int) {
        if !totals.isEmpty {
            let numbers = totals.prefix(5).map { String($0 + 1) }.joined(separator: ", ")
            findings.note(
                Phrase(
                    one: "We left out \(totals.count) row of totals of the sheet \(sheet): row \(numbers).",
                    other: "We left out \(totals.count) rows of totals of the sheet \(sheet): rows \(numbers).",
                    count: totals.count))
        }
        if repeated > 0 { findings.note("The sheet \(sheet) repeats its header. We read it once.") }
        if notes > 0 {
            findings.note(
                Phrase(
                    one: "We left out \(notes) row of the sheet \(sheet) that holds words only.",
                    other: "We left out \(notes) rows of the sheet \(sheet) that hold words only.", count: notes))
        }
    }

    mutating func noteHidden() {
        for role in roles {
            let sheet = role.cells.sheet
            if role.kind == .notUsed {
                if let area = role.cells.area {
                    findings.note("We did not use the cells \(area.description).")
                } else if sheet.rowCount > 0 {
                    findings.note("We did not use the sheet \(sheet.name).")
                }
                continue
            }
            if sheet.columnCount > Cells.mostColumns {
                findings.add(
                    .tooLarge, sheet: sheet.name, found: String(sheet.columnCount),
                    expected: "A sheet of at most \(Cells.mostColumns) columns.",
                    mend: "Take out the columns that are not needed.")
            }
            if sheet.isHidden { findings.note("The sheet \(sheet.name) is hidden. We read it like the others.") }
            let hidden = sheet.hiddenRows.filter { !role.cells.isBlank($0) }.count
            if hidden > 0 {
                findings.note(
                    Phrase(
                        one: "In the sheet \(sheet.name), \(hidden) row is hidden. We read it like the others.",
                        other: "In the sheet \(sheet.name), \(hidden) rows are hidden. We read them like the others.",
                        count: hidden))
            }
            let columns = sheet.hiddenColumns.filter { $0 < sheet.columnCount }.count
            if columns > 0 {
                findings.note(
                    Phrase(
                        one: "In the sheet \(sheet.name), \(columns) column is hidden. We read it like the others.",
                        other:
                            "In the sheet \(sheet.name), \(columns) columns are hidden. We read them like the others.",
                        count: columns))
            }
            let unclean = sheet.strings.lazy.filter { CleanText($0).dropped > 0 }.count
            if unclean > 0 {
                findings.note(
                    Phrase(
                        one:
                            "In the sheet \(sheet.name), \(unclean) text holds characters that can’t be shown. We left those out.",
                        other:
                            "In the sheet \(sheet.name), \(unclean) texts hold characters that can’t be shown. We left those out.",
                        count: unclean))
            }
        }
    }
}
