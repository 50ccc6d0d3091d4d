import Documents
import FoundationEssentials
import Testing
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `Money that is on no value map` {
    private let map = Sheet(
        "Map", [["Stakeholder", "Outcome", "Quantity", "Value of proxy"], ["Members", "Less lonely", 20, 500]])
    private let income = Sheet(
        "Income", [["Funder", "Amount"], ["Council", 7000], ["Lottery", 2500], ["Total", 9500]])

    private func costs(_ last: Cell) -> Sheet {
        Sheet(
            "Budget",
            [
                ["Budget line", "Budget", "Actual"], ["Staff", 6000, 7000], ["Rent", 2000, last], ["Total", 8000, nil],
            ])
    }

    private func inputs(_ sheets: [Sheet], _ takes: [String] = []) throws -> [EnteredInput] {
        let result = understand(Workbook(format: .xlsx, sheets: sheets), options: ImportOptions(takes: takes))
        return try #require(result.understanding?.map.inputs, "\(result.problems.map { "\($0.code) \($0.found)" })")
    }

    @Test func `stands in for inputs by those who gave it`() throws {
        let found = try inputs([map, income])
        #expect(found.map(\.stakeholder) == ["Council", "Lottery"])
        #expect(found.map(\.amount.value) == [7000, 2500])
        #expect(found.map(\.amount.origin) == [1, 2].map { .cell(CellReference(sheet: "Income", column: 1, row: $0)) })
    }

    @Test func `is what the account names as the source of what was put in`() throws {
        let found = try understood(map, income).map
        #expect(found.inputSheets == ["Income"])
        #expect(found.sheets == ["Map"])
    }

    @Test func `stands in by what it was spent on, as it was and not as it was planned`() throws {
        let found = try inputs([map, costs(2400)])
        #expect(found.map(\.description) == ["Staff", "Rent"])
        #expect(found.map(\.amount.value) == [7000, 2400])
    }

    @Test func `is not counted twice where both sides come to the same`() throws {
        #expect(try inputs([map, income, costs(2500)]).map(\.stakeholder) == ["Council", "Lottery"])
    }

    @Test func `is a question where the two sides differ`() throws {
        let sheets = [map, income, costs(2400)]
        let found = understand(Workbook(format: .xlsx, sheets: sheets), options: ImportOptions()).problems
        #expect(found.places == ["IMP-043 C1"])
        #expect(found.first?.takes == ["Budget!Actual=income", "Budget!Actual=costs"])
        #expect(try inputs(sheets, ["Budget!Actual=income"]).count == 2)
        #expect(try inputs(sheets, ["Budget!Actual=costs"]).map(\.amount.value) == [7000, 2400])
        #expect(try inputs(sheets, ["Income=notUsed"]).map(\.amount.value) == [7000, 2400])
    }

    @Test func `has both sides in one table too`() {
        let rows: [[Cell]] = [
            ["Item", "Amount"], ["INCOME"], ["Council", 7000], ["Total income", 7000], [], ["EXPENDITURE"],
            ["Staff", 5000],
            ["Rent", 1500], ["Total expenditure", 6500], ["Surplus", 500],
        ]
        let found = problems(map, Sheet("Project budget", rows))
        #expect(found.places == ["IMP-043 B1"])
        #expect(found.first?.found == "7000, 6500")
    }

    @Test func `may stand under two words and no headings`() throws {
        let rows: [[Cell]] = [
            ["Income"], ["Council", 6000], ["Lottery", 1500], ["Total", 7500], [], ["Expenditure"], ["Staff", 6500],
            ["Rent", 1000],
        ]
        #expect(try inputs([map, Sheet("Budget", rows)]).map(\.amount.value) == [6000, 1500])
    }

    @Test func `is left where the value map says what was put in`() throws {
        let found = try understood(Maps.sheet(), income)
        #expect(found.map.inputs.map(\.stakeholder) == ["Older people", "Volunteers", "Council"])
        #expect(found.notes.contains { $0.key.contains("because the value map says what was put in") })
    }

    @Test func `is not added to its own subtotals`() throws {
        let rows: [[Cell]] = [
            ["Cost", "Amount"], ["Manager", 3000], ["Worker", 2000], ["Staff", .formula(5000)], ["Rent", 900],
            ["Heat", 100],
            ["Building", .formula(1000)],
        ]
        #expect(try inputs([map, Sheet("Costs", rows)]).map(\.amount.value) == [3000, 2000, 900, 100])
    }

    @Test func `is the total of each line where the price of one stands beside it`() throws {
        let rows: [[Cell]] = [
            ["Item", "Quantity", "Unit cost", "Total cost"], ["Sessions", 40, 50, 2000], ["Bus passes", 20, 75, 1500],
            ["Total", nil, nil, 3500],
        ]
        #expect(try inputs([map, Sheet("Budget", rows)]).map(\.amount.value) == [2000, 1500])
    }

    @Test func `is what was spent, beside what differs from the plan`() throws {
        let rows: [[Cell]] = [
            ["Cost line", "Budget £", "Actual £", "Variance £", "% spent"], ["Staff", 5000, 4800, 200, 96],
            ["Rent", 600, 650, -50, 108], ["Total", 5600, 5450, 150, 97],
        ]
        #expect(try inputs([map, Sheet("Budget", rows)]).map(\.amount.value) == [4800, 650])
    }

    @Test func `is not counted in a heading and in the lines below it`() throws {
        let rows: [[Cell]] = [
            ["Expenditure", "Amount"], ["Staff costs", 5000], ["Manager", 3000], ["Worker", 2000], ["Overheads", 1000],
            ["Rent", 700], ["Insurance", 300],
        ]
        #expect(try inputs([map, Sheet("Budget", rows)]).map(\.amount.value) == [3000, 2000, 700, 300])
        #expect(try inputs([map, Sheet("Budget", rows + [["Total", 6000]])]).count == 4)
        // Where the list's own total counts every line, so do we.
        #expect(try inputs([map, Sheet("Budget", rows + [["Total", 12_000]])]).count == 6)
    }

    @Test func `is the total where nothing else is known`() throws {
        let rows: [[Cell]] = [["Budget", "Amount"], ["Total budget", 50_000]]
        #expect(try inputs([map, Sheet("Budget", rows)]).map(\.amount.value) == [50_000])
    }

    @Test(
        arguments: [
            (["Cost line", "Net £", "VAT £", "Gross £"], [1000, 200, 1200]),
            (["Funder", "2024/25", "2025/26"], [3000, 3500]),
        ] as [([Cell], [Cell])])
    func `is a question where it may stand in any of several columns`(header: [Cell], amounts: [Cell]) throws {
        let sheet = Sheet("Budget", [header, ["Rent"] + amounts])
        let found = problems(map, sheet)
        #expect(found.places == ["IMP-006 B1"])
        let last = try #require(found.first?.takes.last)
        guard case .value(.number(let amount)) = amounts.last else { return }
        #expect(try inputs([map, sheet], [last]).map(\.amount.value) == [Decimal(amount)])
    }

    @Test func `may be one line`() throws {
        let above = Sheet(
            "Map",
            [
                ["Total investment", "£7,500"], [], ["Stakeholder", "Outcome", "Quantity", "Value of proxy"],
                ["Members", "Less lonely", 20, 500],
            ])
        #expect(try inputs([above]).map(\.amount.value) == [7500])
        let about = Sheet("About", [["Provider", "Oak House"], ["Funder", "Council"], ["Contract value", 12_000]])
        #expect(try inputs([map, about]).map(\.amount.value) == [12_000])
        #expect(try inputs([map, about]).map(\.stakeholder) == ["Council"])
        #expect(try inputs([Maps.sheet(), about]).count == 3)
    }

    @Test(
        arguments: [
            [["Name", "Telephone"], ["Staff", 1234]], [["Funder", "Notes"], ["Council", "none"]], [["Amount"], [1]],
            [[nil, nil]],
        ] as [[[Cell]]])
    func `is not seen in other tables`(rows: [[Cell]]) throws {
        #expect(try inputs([map, Sheet("Budget", rows)]).isEmpty)
    }
}
