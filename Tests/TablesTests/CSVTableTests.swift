import Testing

@testable import Tables

/// The examples are those of RFC 4180, section 2, unless they say otherwise.
@Suite struct CSVTableTests {
    private func table(_ text: String, limits: CSVLimits = CSVLimits()) throws(CSVProblem) -> CSVTable {
        try CSVTable(Array(text.utf8), limits: limits)
    }

    @Test(arguments: ["a,b\r\n1,2\r\n", "a,b\n1,2\n", "a,b\r1,2\r", "a,b\n1,2", "\u{FEFF}a,b\n\n1,2\n\n"])
    func `line ends of every kind, a byte order mark and empty lines change nothing`(text: String) throws {
        let table = try table(text)
        #expect(table.columns == ["a", "b"])
        #expect(table.rows.map(\.cells) == [["1", "2"]])
    }

    @Test func `quotes keep commas, line ends and quotes`() throws {
        let table = try table("a,b,c\r\n\"aaa\",\"b\r\nbb\",\"c\"\"c,c\"\r\nx,,\"\"\r\n")
        #expect(table.rows.map(\.cells) == [["aaa", "b\r\nbb", "c\"c,c"], ["x", "", ""]])
        #expect(table.rows.map(\.line) == [2, 4])
    }

    @Test(arguments: [
        ("a,b\n1,\"2\n3,4\n", CSVProblem.openQuote(line: 2)),
        ("a,b\n1,2\n3,4\"5\n", .strayQuote(line: 3)),
        ("a,b\n1,\"2\"x\n", .strayQuote(line: 2)),
        ("a,b\n1,2,3\n", .cells(line: 2, found: 3, expected: 2)),
        ("a,b\n\"x\ny\",2\n1\n", .cells(line: 4, found: 1, expected: 2)),
        ("a, A \n", .columnTwice(" A ")),
        ("", .empty),
        ("\n\r\n", .empty),
    ])
    func `what is broken is refused with its line`(text: String, problem: CSVProblem) {
        #expect(throws: problem) { try table(text) }
    }

    @Test func `bytes that aren't UTF-8 are refused with their line`() {
        #expect(throws: CSVProblem.notUTF8(line: 2)) { try CSVTable([0x61, 0x0A, 0xE9, 0x0A]) }
    }

    @Test func `a table beyond the limits is refused`() {
        let limits = CSVLimits(rows: 1, columns: 2, cell: 3)
        #expect(throws: CSVProblem.tooManyRows(limit: 1)) { try table("a\n1\n2\n", limits: limits) }
        #expect(throws: CSVProblem.tooManyColumns(line: 1, limit: 2)) { try table("a,b,c\n", limits: limits) }
        #expect(throws: CSVProblem.cellTooLong(line: 2, limit: 3)) { try table("a\nlong\n", limits: limits) }
    }

    @Test func `columns are found whatever their case`() throws {
        let table = try table("Code, Regular expression \n")
        #expect(table.column("code") == 0)
        #expect(table.column("regular expression") == 1)
        #expect(table.column("tag") == nil)
    }
}
