import Documents
import FoundationEssentials
import Measurement
import Testing
import ValueMaps
import Workbooks

@testable import Reading

@Suite struct `Headings over headings and over rows` {
    @Test func `merged over two columns say what each of them is about`() throws {
        let rows: [[Cell]] = [
            ["Stage 1", nil, "Stage 2", nil, "Stage 3", nil, nil],
            ["Stakeholders", "Inputs", nil, "Outcomes", "Quantity", "Financial proxy", nil],
            [nil, "Description", "Value £", nil, nil, "Description", "Value £"],
            ["Members", "Time", 0, "Feel better", 20, "Gym", 500], ["Council", "Grant", 6000],
        ]
        func range(_ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>) -> CellRange {
            CellRange(sheet: "Map", columns: columns, rows: rows)
        }
        for merged in [[], [range(2...3, 0...0), range(1...2, 1...1), range(5...6, 1...1), range(0...0, 1...2)]] {
            let found = try understood(Sheet("Map", rows, merged: merged)).map
            #expect(found.inputs.map(\.description) == ["Time", "Grant"])
            #expect(found.inputs.map(\.amount.value) == [0, 6000])
            #expect(found.outcomes.map(\.proxyName) == ["Gym"])
            #expect(found.outcomes.map(\.proxy.value) == [500])
        }
    }

    @Test func `in rows of their own are the stakeholders of a map without a column of them`() throws {
        let rows: [[Cell]] = [
            ["Outcome", "Quantity", "Value of proxy"], ["YOUNG PEOPLE"], ["Feel better", 20, 500], ["Sub-total", 20],
            [],
            ["PARENTS"], ["Sleep better", 12, 80], ["Sub-total", 12], ["Grand total", 32],
        ]
        let found = try understood(Sheet("Map", rows)).map.outcomes
        #expect(found.map(\.stakeholder) == ["YOUNG PEOPLE", "PARENTS"])
        #expect(found.map(\.outcome) == ["Feel better", "Sleep better"])
    }

    @Test func `are missed where an outcome stands under none`() {
        let rows: [[Cell]] = [
            ["Outcome", "Quantity", "Value of proxy"], ["Feel better", 20, 500], ["PARENTS"], ["Sleep", 12, 80],
        ]
        #expect(problems(Sheet("Map", rows)).map(\.code) == ["IMP-005"])
    }

    @Test(arguments: [("x", nil), ("✓", nil), ("☑", "☐"), ("✓", "✗"), ("ticked", "")] as [(String, String?)])
    func `ticks are yes, and an empty box beside them no`(yes: String, no: String?) throws {
        func box(_ isTicked: Bool) -> Cell { isTicked ? .text(yes) : no.map { .text($0) } ?? nil }
        let rows: [[Cell]] = [
            ["ID", "In work before", "In work after"], ["a", box(false), box(true)], ["b", box(true), box(true)],
            ["c", box(false), box(false)],
        ]
        let found = try understood(Maps.sheet(), Sheet("People", rows)).participants?.measures.first
        #expect(found?.before == [0, 1, 0])
        #expect(found?.after == [1, 1, 0])
    }

    @Test func `an empty cell beside yes is not known`() throws {
        let rows: [[Cell]] = [["ID", "In work before", "In work after"], ["a", "Yes", nil], ["b", "Yes", "Yes"]]
        #expect(try understood(Maps.sheet(), Sheet("People", rows)).participants?.measures.first?.after == [nil, 1])
    }
}
