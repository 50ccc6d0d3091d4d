import Documents
import FoundationEssentials
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `What was put in, below each value map` {
    private let header: [Cell] = ["Who benefits", "What changes", "How many", "Proxy value (£)", "Deadweight"]

    private func money(_ below: [[Cell]]) -> Sheet {
        Sheet("Money advice", [header, ["Clients", "Debt written off", 38, 4120, "12%"], []] + below)
    }

    private func benefits(_ below: [[Cell]]) -> Sheet {
        Sheet("Benefits advice", [header, ["Clients", "Income gained", 86, 2905, "20%"], [], []] + below)
    }

    private func amounts(_ sheets: Sheet..., takes: [String] = []) throws -> [Decimal] {
        let result = understand(Workbook(format: .xlsx, sheets: sheets), options: ImportOptions(takes: takes))
        let map = try #require(result.understanding?.map, "\(result.problems.map { "\($0.code) \($0.found)" })")
        return map.inputs.map(\.amount.value)
    }

    @Test(arguments: [
        ["Cost of the service", "Cost of the service"], ["Cost of the service", "Cost of benefits team"],
        ["Total cost", "Total cost"], ["Total cost of service", "Project cost"], ["Grant", "Total costs of the year"],
    ])
    func `is the cost line of every map`(labels: [String]) throws {
        let found = try amounts(money([[.text(labels[0]), 61_500]]), benefits([[.text(labels[1]), 48_250]]))
        #expect(found == [61_500, 48_250])
    }

    @Test(
        arguments: [
            [["Total cost", 61_500]], [["Cost of the service", nil, nil, 61_500]],
            [["Total", nil, 38], ["Total cost of the service", 61_500]], [["Total cost", 61_500], []],
        ] as [[[Cell]]])
    func `may stand right under the last row`(lines: [[Cell]]) throws {
        let rows: [[Cell]] = [header, ["Clients", "Debt written off", 38, 4120, "12%"]]
        #expect(try amounts(Sheet("Money advice", rows + lines)) == [61_500])
        #expect(
            try amounts(Sheet("Money advice", rows + lines), benefits([["Total cost", 48_250]])) == [61_500, 48_250])
    }

    @Test(arguments: [["Cost savings", 61_500], ["Cost per visit", 40], ["Total", 61_500]] as [[Cell]])
    func `is no line about anything else right under the last row`(line: [Cell]) throws {
        #expect(
            try amounts(Sheet("Money advice", [header, ["Clients", "Free of debt", 38, 4120, "12%"], line])).isEmpty)
    }

    @Test func `is the column of a map that has one, and not the line that sums it up`() throws {
        let rows: [[Cell]] = [header + ["Value of input"], ["Clients", "Free of debt", 38, 4120, "12%", 500]]
        #expect(try amounts(Sheet("Money advice", rows + [["Total cost", nil, nil, nil, nil, 500]])) == [500])
    }

    @Test(
        arguments: [
            [["Item", "Amount (£)"]], [["Costs"], ["Item", "Amount (£)"]], [["Costs"]], [["Costs", "Amount (£)"]],
            [["What it cost"], ["Item", "£", "Date paid"]],
        ] as [[[Cell]]])
    func `is a list with or without headings`(heading: [[Cell]]) throws {
        let first = money(heading + [["Staff", 56_500], ["Rent", 5000], ["Total", 61_500]])
        let second = benefits(heading + [["Staff", 43_250], ["Rent", 5000]])
        #expect(try amounts(first) == [56_500, 5000])
        #expect(try amounts(first, second) == [56_500, 5000, 43_250, 5000])
    }

    @Test func `is the lines and not a total that was rounded, which is said`() throws {
        let list: [[Cell]] = [
            ["What it cost"], ["Item", "£"], ["Grant", "£9.5k"], ["Volunteers", 4804.8], ["Food", "1,150"],
            ["Total cost", "£15.5k"],
        ]
        let found = try understood(money(list))
        #expect(found.map.inputs.reduce(Decimal(0)) { $0 + $1.amount.value } == Decimal(string: "15454.8"))
        let notes = found.notes.map(Catalogue.english.text)
        #expect(notes.contains { $0.contains("£15.5k") && $0.contains("15,454.80") })
        #expect(!notes.contains { $0.contains("totals") })
    }

    @Test func `is asked of a map that has none where money stands near it`() throws {
        let first = money([["Cost of the service", 61_500]])
        let second = benefits([["Jo and Sam", 40_000], ["The office", 8250]])
        let asked = problems(first, second)
        #expect(asked.places == ["IMP-041 A5"])
        #expect(asked.first?.takes == ["Benefits advice (A5)=valueMap", "Benefits advice (A5)=notUsed"])
        #expect(try amounts(first, second, takes: ["Benefits advice (A5)=valueMap"]) == [61_500, 40_000, 8250])
        #expect(try amounts(first, second, takes: ["Benefits advice (A5)=notUsed"]) == [61_500])
    }

    @Test func `is asked where each map says the same`() throws {
        let (first, second) = (money([["Total cost", 109_750]]), benefits([["Total cost", 109_750]]))
        let asked = problems(first, second)
        #expect(asked.places == ["IMP-022 B5"])
        #expect(try amounts(first, second, takes: ["Benefits advice (A5)=notUsed"]) == [109_750])
        #expect(try amounts(first, second, takes: ["Benefits advice (A5)=valueMap"]) == [109_750, 109_750])
    }

    @Test(
        arguments: [
            [["Cost per client", 450]], [["Cost of a prison place", 40_000]], [["Cost saved", 9000]],
            [["Base case", 1.8], ["If deadweight is 50%", 1.1]],
        ] as [[[Cell]]])
    func `is no rate, saving or result`(below: [[Cell]]) throws {
        #expect(try amounts(money(below)) == [])
    }

    @Test func `leaves the other lines below the map what they are`() throws {
        let found = try understood(money([["Discount rate", "5%"], ["Cost of the service", 61_500]]))
        #expect(found.map.inputs.map(\.amount.value) == [61_500])
        #expect(found.about.discountRate.value == .flat(Decimal(5) / 100))
    }

    @Test func `is not counted beside inputs of the map itself`() throws {
        let map = Sheet(
            "Map",
            [["Stakeholder", "Input", "Value of input", "Outcome", "Quantity", "Value of proxy"]]
                + [["Council", "Grant", 9000, "Feels better", 20, 500], [], ["Total cost", 9500]])
        #expect(try amounts(map) == [9000])
    }
}
