import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `Shares and percentages` {
    private func read(_ cells: [Cell], takes: [String] = []) throws -> [Decimal] {
        try understood(Maps.column("Deadweight %", cells), options: ImportOptions(takes: takes)).map.outcomes.map(
            \.deadweight.value)
    }

    private func decimals(_ texts: [String]) -> [Decimal] { texts.compactMap { Decimal(string: $0) } }

    @Test func `follow the cell's own format`() throws {
        #expect(try read([.percent(0.25), .percent(1)]) == decimals(["0.25", "1"]))
        #expect(try read([.percent(0.005), 40]) == decimals(["0.005", "0.4"]))
    }

    @Test func `follow a percent sign in the text`() throws {
        #expect(try read(["25 %", "1%"]) == decimals(["0.25", "0.01"]))
        #expect(try read(["25 %", 0.3]) == decimals(["0.25", "0.3"]))
    }

    @Test func `are percentages where any value of the column is above 1`() throws {
        #expect(try read([20, 64.6]) == decimals(["0.2", "0.646"]))
        #expect(try read([1, 20]) == decimals(["0.01", "0.2"]))
        #expect(try read([0.5, 20]) == decimals(["0.005", "0.2"]))
    }

    @Test func `are parts of 1 where all are at or below 1`() throws {
        #expect(try read([0.2, 1]) == decimals(["0.2", "1"]))
        #expect(try read([0.2, 0.646]) == decimals(["0.2", "0.646"]))
    }

    @Test func `are no question where all are 0`() throws {
        #expect(try read([0, 0]) == [0, 0])
    }

    @Test func `are a question where only 0 and 1 stand in the column`() throws {
        let found = problems(Maps.column("Deadweight %", [0, 1]))
        #expect(found.places == ["IMP-014 J3"])
        #expect(found.first?.takes == ["Value map!Deadweight %=percent", "Value map!Deadweight %=share"])
        #expect(try read([0, 1], takes: ["Value map!Deadweight %=percent"]) == decimals(["0", "0.01"]))
        #expect(try read([0, 1], takes: ["Value map!Deadweight %=share"]) == decimals(["0", "1"]))
        #expect(try read([0, 1], takes: ["Value map!J=share"]) == decimals(["0", "1"]))
    }

    @Test(arguments: [(130 as Cell), .percent(1.3), "130 %", -5, "-5 %", .percent(-0.1)])
    func `outside 0 % to 100 % are problems`(cell: Cell) {
        #expect(problems(Maps.column("Deadweight %", [cell, 20])).places == ["IMP-013 J2"])
    }

    @Test func `are read alike at both ends of a range`() throws {
        let header: [Cell] = [
            "Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight %", "Deadweight low", "Deadweight high",
        ]
        let outcome = try #require(
            try understood(Sheet("Map", [header, ["A", "B", 2, 5, 5, 1, 10]])).map.outcomes.first)
        #expect(outcome.ranges[.deadweight]?.low.value == Decimal(1) / 100)
        #expect(outcome.ranges[.deadweight]?.high.value == Decimal(10) / 100)
    }
}
