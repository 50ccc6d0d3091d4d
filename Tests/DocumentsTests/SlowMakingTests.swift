import CanonicalJSON
import Documents
import FoundationEssentials
import Testing

@Suite(.enabled(if: hasWorker, "script/bootstrap makes the virtual environment that the worker needs"))
struct SlowMakingTests {
    private static let paper = Paper(
        html: Array(
            """
            <!doctype html><html lang="en"><head><title>t</title></head><body style="font-family: 'DejaVu Sans'">
            <h1>What changed</h1><h2 id="annex-1" style="break-before: page">Annex</h2></body></html>
            """.utf8),
        title: "What changed", language: "en", author: "Acme", date: "2026-03-31",
        attachments: [.init(name: "account.json", description: "The figures", bytes: Array("{}".utf8))])

    @Test func `a page becomes a PDF, the same each time, also in a new process`() async throws {
        let first = try await withWorkers { try await $0.pdf(Self.paper) }
        let second = try await withWorkers { try await $0.pdf(Self.paper) }
        #expect(first == second)
        #expect(first.pages == 2)
        #expect(first.pagesBeforeAnnexes == 1)
        #expect(first.bytes.starts(with: Array("%PDF-1.7".utf8)))
    }

    @Test func `a page that points outside is our own mistake`() async throws {
        var paper = Self.paper
        paper.html = Array("<img src='https://example.org/x.png' alt='x'>".utf8)
        let asked = paper
        try await withWorkers { workers in
            await #expect(throws: WorkerProblem.badRequest("the page points to https://example.org/x.png")) {
                try await workers.pdf(asked)
            }
        }
    }

    @Test func `a chart comes back as a picture with its description`() async throws {
        let chart: JSON = [
            "description": "One bar & no more", "data": ["values": [["a": 1]]], "mark": "bar",
            "encoding": ["x": ["field": "a", "type": "quantitative"]],
        ]
        let pictures = try await withWorkers { try await $0.charts([chart, chart]) }
        #expect(pictures.count == 2)
        #expect(pictures[0] == pictures[1])
        #expect(pictures[0].contains("One bar &amp; no more</title>"))
        let none = try await withWorkers { try await $0.charts([]) }
        #expect(none.isEmpty)
    }

    @Test func `a workbook that we write reads back as it was planned`() async throws {
        let many = (0..<6_000).map(Double.init)
        let plan = WorkbookPlan(
            title: "Account", author: "Acme", date: "2026-03-31",
            sheets: [
                PlannedSheet(
                    name: "What it is worth", columnWidths: [30, 14],
                    cells: [
                        PlannedCell(row: 0, column: 0, .text("=Siân"), style: .heading),
                        PlannedCell(row: 1, column: 0, .number(0.25), style: .input, format: .percent(places: 1)),
                        PlannedCell(
                            row: 1, column: 1, .formula("A2*4", value: .number(1)), style: .result,
                            format: .money("GBP", places: 2)),
                        PlannedCell(row: 2, column: 0, .date(year: 2026, month: 3, day: 31), format: .date),
                        PlannedCell(row: 2, column: 1, .boolean(true)),
                        PlannedCell(row: 3, column: 0, .number(.infinity)),
                    ], frozenRows: 1),
                PlannedSheet(
                    name: "Rows", isHidden: true,
                    blocks: [
                        PlannedBlock(row: 0, column: 0, values: .numbers(many)),
                        PlannedBlock(row: 0, column: 1, values: .texts(many.map { "P\($0)" })),
                    ]),
            ], names: [PlannedName("ratio", refersTo: "'What it is worth'!$B$2")])
        let path = scratchFolder() + "/account.xlsx"
        let workbook = try await withWorkers { workers in
            let bytes = try await workers.write(plan)
            #expect(try await workers.write(plan) == bytes)
            try Data(bytes).write(to: URL(filePath: path))
            return try await workers.read(path)
        }
        #expect(workbook.sheets.map(\.name) == ["What it is worth", "Rows"])
        let sheet = workbook.sheets[0]
        #expect(sheet.value(row: 0, column: 0) == .text("=Siân"))
        #expect(sheet.value(row: 1, column: 0) == .number(0.25))
        #expect(sheet.format(row: 1, column: 0) == .percent)
        #expect(sheet.value(row: 1, column: 1) == .number(1))
        #expect(sheet.hasFormula(row: 1, column: 1))
        #expect(sheet.format(row: 1, column: 1) == .currency("£"))
        #expect(sheet.value(row: 2, column: 0) == .date(year: 2026, month: 3, day: 31))
        #expect(sheet.value(row: 2, column: 1) == .boolean(true))
        #expect(workbook.sheets[1].isHidden)
        #expect(workbook.sheets[1].value(row: 5_999, column: 0) == .number(5_999))
        #expect(workbook.sheets[1].value(row: 5_999, column: 1) == .text("P5999.0"))
    }

    @Test func `every style and format that can be planned can be written`() async throws {
        let formats: [CellFormat] = [
            .general, .number(places: 2), .percent(places: 0), .money("GBP", places: 2), .money("SEK", places: 0),
            .money("\"x", places: 0), .date, .ratio(places: 6),
        ]
        let cells = CellStyle.allCases.enumerated().flatMap { row, style in
            formats.enumerated().map { PlannedCell(row: row, column: $0, .number(1), style: style, format: $1) }
        }
        let plan = WorkbookPlan(title: "All", date: "2026-03-31", sheets: [PlannedSheet(name: "All", cells: cells)])
        let bytes = try await withWorkers { try await $0.write(plan) }
        #expect(bytes.starts(with: Array("PK".utf8)))
    }

    @Test func `a marked copy lists the problem and shows it in its cell`() async throws {
        let source = try people(rows: 3)
        let plan = MarkPlan(
            sheetName: "Problems", title: "1 problem", headings: ["Cell", "What to do"],
            problems: [
                MarkedProblem(
                    cell: CellReference(sheet: "CSV", column: 1, row: 2), texts: ["B3", "Write a number"],
                    comment: "Write a number")
            ], rowHeading: "Row")
        let path = scratchFolder() + "/marked.xlsx"
        let workbook = try await withWorkers { workers in
            try Data(try await workers.marked(source, plan)).write(to: URL(filePath: path))
            return try await workers.read(path)
        }
        #expect(workbook.sheets.map(\.name) == ["Problems", "CSV"])
        #expect(workbook.sheets[0].value(row: 3, column: 1) == .text("Write a number"))
        #expect(workbook.sheets[1].value(row: 2, column: 1) == .text("2"))
    }
}
