import Documents
import Testing

@testable import Imports

@Suite struct WorkbookBytesTests {
    private let workbook = Workbook(
        format: .ods,
        sheets: [
            Sheet(
                name: "Gwerth ☂", isHidden: true, rowCount: 2, columnCount: 4, hiddenRows: [1], hiddenColumns: [0, 3],
                merged: [CellRange(sheet: "Gwerth ☂", columns: 0...1, rows: 0...0)],
                kinds: [2, 0, 1, 1, 3, 4, 5, 1], numbers: [0, 0, -0.25, 1_200_000, 1, 20_260_331, 1, -0.0],
                strings: ["Who changes?", "#REF!"], formats: [2: .percent, 3: .currency("£"), 5: .date],
                formulas: [3, 7]),
            Sheet(name: "Empty", rowCount: 0, columnCount: 0, kinds: [], numbers: [], strings: []),
        ])

    private func cells(_ sheet: Sheet) -> [String] {
        (0..<sheet.rowCount).flatMap { row in
            (0..<sheet.columnCount).map { column in
                "\(sheet.value(row: row, column: column)) \(sheet.format(row: row, column: column)) "
                    + "\(sheet.hasFormula(row: row, column: column))"
            }
        }
    }

    @Test func `a workbook comes back as it was`() throws {
        let back = try WorkbookBytes.decode(WorkbookBytes.encode(workbook))
        #expect(back.format == .ods)
        #expect(back.sheets.map(\.name) == workbook.sheets.map(\.name))
        for (old, new) in zip(workbook.sheets, back.sheets) {
            #expect(cells(old) == cells(new))
            #expect(old.numbers.map(\.bitPattern) == new.numbers.map(\.bitPattern))
            #expect(old.merged == new.merged)
            #expect(old.hiddenRows == new.hiddenRows)
            #expect(old.hiddenColumns == new.hiddenColumns)
            #expect(old.isHidden == new.isHidden)
        }
    }

    @Test func `bytes that were cut short or changed are refused or read, and never crash`() {
        let bytes = WorkbookBytes.encode(workbook)
        for count in 0..<bytes.count {
            #expect(throws: WorkbookBytes.Fault.damaged) { try WorkbookBytes.decode(Array(bytes.prefix(count))) }
        }
        for place in bytes.indices {
            for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
                var changed = bytes
                changed[place] = value
                _ = try? WorkbookBytes.decode(changed)
            }
        }
    }
}
