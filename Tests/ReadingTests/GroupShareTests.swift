import Documents
import FoundationEssentials
import Testing
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `The part of a group that changed` {
    private func map(_ quantity: String, _ share: String, _ cells: [Cell]) -> Sheet {
        Sheet(
            "Map",
            [["Stakeholder", "Outcome", .text(quantity), .text(share), "Value of proxy"]]
                + cells.map { ["Members", "Less lonely", 40, $0, 500] })
    }

    @Test(arguments: [
        "% who changed", "% improved", "Proportion improved", "Percentage achieving outcome", "% of group",
        "Percent experiencing change", "Success rate (%)",
    ])
    func `is multiplied with the group, and both cells are named`(header: String) throws {
        let found = try understood(map("Number in group", header, ["75%"]))
        let outcome = try #require(found.map.outcomes.first)
        #expect(outcome.quantity.value == .number(30))
        #expect(outcome.group == PartOfGroup(people: 40, share: Decimal(75) / 100))
        let cells = [2, 3].map { CellReference(sheet: "Map", column: $0, row: 1) }
        #expect(outcome.quantity.origin == .cells(cells))
        let reading = found.sheets.first?.columns.first { $0.meaning == "quantityShare" }?.reading
        #expect(reading.map(Catalogue.english.text) == "You wrote 75% of a group of 40. We read it as: 30 changed.")
    }

    @Test func `is written in the ways of every share`() throws {
        let found = try understood(map("No. of people", "% who changed", [75, 50, 1]))
        #expect(found.map.outcomes.map(\.quantity.value) == [.number(30), .number(20), .number(Decimal(4) / 10)])
    }

    @Test func `is not taken again of those who changed`() throws {
        let found = try understood(map("Number who changed", "% who changed", ["75%"]))
        #expect(found.map.outcomes.map(\.quantity.value) == [.number(40)])
    }

    @Test func `is a question beside a quantity that may be either`() throws {
        let sheet = map("Quantity", "% who changed", ["75%"])
        let found = problems(sheet)
        #expect(found.places == ["IMP-042 D1"])
        #expect(found.first?.takes == ["Map!% who changed=quantityShare", "Map!% who changed=notUsed"])
        for (answer, quantity) in zip(found.first?.takes ?? [], [Decimal(30), 40]) {
            let taken = try understood(sheet, options: ImportOptions(takes: [answer]))
            #expect(taken.map.outcomes.map(\.quantity.value) == [.number(quantity)])
        }
    }

    @Test func `is missed where a row lacks it`() {
        #expect(problems(map("Number in group", "% who changed", ["75%", nil])).places == ["IMP-010 D3"])
    }

    @Test(arguments: [
        "% that would have happened anyway", "% of the change due to others", "Drop-off %",
        "% of outcome attributable to others",
        "Deadweight %", "Displacement rate", "Who changed?",
    ])
    func `is no other share`(header: String) {
        #expect(!GroupShare.isNamed(header))
    }
}

@Suite struct `Amounts in thousands` {
    @Test(arguments: [
        "Value of input (£k)", "Value of input £000s", "Value of input £’000", "Cost (k)", "Cost in thousands",
        "Cost £ 000",
    ])
    func `are read as their heading says`(header: String) throws {
        let rows: [[Cell]] = [
            ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Input", .text(header)],
            ["Members", "Less lonely", 20, 500, "Grant", 6], ["Trust", nil, nil, nil, "Rooms", "1.5k"],
        ]
        let found = try understood(Sheet("Map", rows))
        #expect(found.map.inputs.map(\.amount.value) == [6000, 1500])
        let reading = found.sheets.first?.columns.last?.reading
        #expect(reading.map(Catalogue.english.text) == "You wrote 6. We read it as 6,000, as the heading says.")
    }

    @Test func `are read as a line above the table says`() throws {
        let found = try understood(Maps.sheet(above: [["All figures in £000s"], []]))
        #expect(found.map.inputs.map(\.amount.value) == [0, 9_000_000, 30_000_000])
    }

    @Test(arguments: [
        "Cost", "Grants over £10,000", "Value of input (£)", "Market value", "K", "Kind", "Cost per thousand people",
    ])
    func `are none where nothing says so`(header: String) {
        #expect(HeaderScale.factor(in: [header]) == 1)
    }
}
