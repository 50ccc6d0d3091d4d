import Documents
import FoundationEssentials
import Testing

@Suite(.enabled(if: hasWorker, "script/bootstrap makes the virtual environment that the worker needs"))
struct ReadingTests {
    @Test func `a text file is read cell by cell`() async throws {
        let path = scratchFolder() + "/people.csv"
        try "Person,Score\nA,1.5\nB,\n".write(toFile: path, atomically: true, encoding: .utf8)
        let workbook = try await withWorkers { try await $0.read(path) }
        #expect(workbook.format == .csv)
        let sheet = try #require(workbook.sheets.first)
        #expect(sheet.rowCount == 3)
        #expect(sheet.value(row: 0, column: 1) == .text("Score"))
        #expect(sheet.value(row: 1, column: 1) == .text("1.5"))
        #expect(sheet.value(row: 2, column: 1) == .empty)
    }

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: reference + "/data/programme/nsw-provider.xlsx"),
            "the folder that OUTCOMES_REFERENCE names is not here"))
    func `the real programme's workbook is read whole`() async throws {
        let workbook = try await withWorkers { try await $0.read(reference + "/data/programme/nsw-provider.xlsx") }
        #expect(workbook.format == .xlsx)
        #expect(workbook.sheets.map(\.name) == ["Participants", "Value map"])
        #expect(workbook.sheets[0].rowCount == 448)
        #expect(workbook.sheets[0].value(row: 3, column: 6) == .number(9930.05))
        #expect(workbook.sheets[0].value(row: 3, column: 0) == .text("NSW-0001"))
    }
}

let reference =
    ProcessInfo.processInfo.environment["OUTCOMES_REFERENCE"] ?? projectRoot + "/../shared"
