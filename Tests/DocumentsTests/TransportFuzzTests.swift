import CanonicalJSON
import Testing

@testable import Documents

/// What comes from the worker is never believed: whatever its bytes are, they make a workbook or a problem.
@Suite struct TransportFuzzTests {
    private static let sheet: JSON = [
        "name": "A", "hidden": false, "rows": 2, "columns": 2, "hiddenRows": [[0, 0]], "hiddenColumns": [[1, 1]],
        "merged": [[0, 0, 1, 1]], "formats": ["percent", "£"],
    ]

    private static var frame: Frame {
        let numbers: [Double] = [0, 20_260_331, 1.5, 1]
        return Frame(
            ["ok": ["format": "xlsx", "sheets": [sheet]]],
            parts: [
                [2, 4, 1, 5], numbers.withUnsafeBytes(Array.init), [3, 0, 0, 0, 8, 0, 0, 0], Array("Who#REF!".utf8),
                [2, 0, 0, 0], [1], [3, 0, 0, 0],
            ])
    }

    @Test func `a frame becomes the workbook that it describes`() throws {
        let workbook = try Workbook(Self.frame)
        let sheet = try #require(workbook.sheets.first)
        #expect(sheet.value(row: 0, column: 0) == .text("Who"))
        #expect(sheet.value(row: 0, column: 1) == .date(year: 2026, month: 3, day: 31))
        #expect(sheet.value(row: 1, column: 0) == .number(1.5))
        #expect(sheet.value(row: 1, column: 1) == .error("#REF!"))
        #expect(sheet.format(row: 1, column: 0) == .currency("£"))
        #expect(sheet.format(row: 0, column: 0) == .general)
        #expect(sheet.hasFormula(row: 1, column: 1))
        #expect(sheet.hiddenRows == [0])
        #expect(sheet.hiddenColumns == [1])
        #expect(sheet.value(row: 2, column: 0) == .empty)
        #expect(sheet.value(row: 0, column: -1) == .empty)
    }

    @Test func `bytes turned at random make a workbook or a problem`() {
        var chance = SystemRandomNumberGenerator()
        for _ in 0..<4_000 {
            var frame = Self.frame
            for _ in 0..<Int.random(in: 1...3, using: &chance) {
                let part = frame.parts.indices.randomElement(using: &chance) ?? 0
                switch Int.random(in: 0..<4, using: &chance) {
                case 0: frame.parts[part].append(UInt8.random(in: 0...255, using: &chance))
                case 1: _ = frame.parts[part].popLast()
                default:
                    guard let place = frame.parts[part].indices.randomElement(using: &chance) else { continue }
                    frame.parts[part][place] = UInt8.random(in: 0...255, using: &chance)
                }
            }
            readWhole(frame)
        }
    }

    @Test(
        arguments: [
            ["rows": -1], ["rows": 1e300], ["rows": 3_000_000_000], ["columns": 0], ["columns": "2"],
            ["hiddenRows": [[0, 9]]], ["hiddenRows": [[1, 0]]], ["hiddenRows": [[-1, 0]]], ["hiddenRows": [5]],
            ["merged": [[1, 1, 0, 0]]], ["merged": "x"], ["formats": [1, 2]], ["formats": []], ["name": nil],
        ] as [JSON])
    func `headers that contradict the cells make a workbook or a problem`(change: JSON) {
        var frame = Self.frame
        let members = (Self.sheet.objectValue ?? [:]).merging(change.objectValue ?? [:]) { $1 }
        frame.header["ok"] = ["format": "xlsx", "sheets": [.object(members)]]
        readWhole(frame)
    }

    /// Looks at every cell of what a frame makes, and a little beyond.
    private func readWhole(_ frame: Frame) {
        guard let workbook = try? Workbook(frame) else { return }
        for sheet in workbook.sheets {
            for row in -1...sheet.rowCount {
                for column in -1...sheet.columnCount {
                    _ = sheet.value(row: row, column: column)
                    _ = sheet.format(row: row, column: column)
                    _ = sheet.hasFormula(row: row, column: column)
                }
            }
        }
    }
}
