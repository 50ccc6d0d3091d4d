import Documents
import FoundationEssentials
import Testing
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `Several value maps` {
    private let header: [Cell] = [
        "Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight", "Input", "Value of input",
    ]
    private func map(_ name: String, _ quantity: Cell, outcome: Cell = "Less lonely", input: Cell = 1000) -> Sheet {
        Sheet(name, [header, ["Members", outcome, quantity, 500, "20%", .text("Grant for \(name)"), input]])
    }

    @Test(arguments: [("North", "South"), ("Debt advice", "Youth club"), ("Leeds value map", "York value map")])
    func `of sites or services are one account`(first: String, second: String) throws {
        let found = try understood(map(first, 10), map(second, 20))
        #expect(found.map.sheets == [first, second])
        #expect(found.map.outcomes.map(\.sheet) == [first, second])
        #expect(found.map.outcomes.map(\.quantity.value) == [.number(10), .number(20)])
        #expect(found.map.inputs.count == 2)
        let said = found.notes.map(Catalogue.english.text)
        #expect(said.contains("We read these value maps as parts of one account: \(first), \(second)."))
    }

    @Test func `of different outcomes are one account, whatever they are called`() throws {
        #expect(try understood(map("Sheet1", 10), map("Sheet2", 20, outcome: "Less debt")).map.outcomes.count == 2)
    }

    @Test(arguments: [
        ("Value map", "Value map (2)"), ("Map 2024", "Map 2025"), ("Impact map Q1", "Impact map Q2"),
        ("North", "North draft"), ("Best case", "Worst case"), ("2023-24", "2024-25"), ("Sheet1", "Sheet2"),
        ("SROI v1", "SROI v2"), ("April", "May"),
    ])
    func `that may be one of them again are a question`(first: String, second: String) throws {
        let found = problems(map(first, 10), map(second, 20))
        #expect(found.places == ["IMP-004 \(second)"])
        let both = "\(first) + \(second)=valueMap"
        #expect(found.first?.takes == ["\(first)=valueMap", "\(second)=valueMap", both])
        let together = try understood(map(first, 10), map(second, 20), options: ImportOptions(takes: [both]))
        #expect(together.map.outcomes.count == 2)
        let one = ImportOptions(takes: ["\(second)=valueMap"])
        #expect(try understood(map(first, 10), map(second, 20), options: one).map.sheets == [second])
    }

    @Test func `with the same rows are a question, whatever they are called`() {
        #expect(problems(map("North", 10), map("South", 10)).places == ["IMP-004 South"])
    }

    @Test func `are not made of the template’s example and one's own`() {
        let example = Sheet("Value map", [header, ["Older people", "Feels less lonely", 20, 500, "20%", "Time", 5]])
        #expect(problems(example, map("Our work", 10)).map(\.code) == ["IMP-004"])
    }

    @Test func `keep each its own way to write shares`() throws {
        let parts = Sheet("South", [header, ["Members", "Less debt", 20, 500, 0.2, "Rent", 5]])
        let percents = Sheet("North", [header, ["Members", "Less lonely", 20, 500, 25, "Grant", 6]])
        let found = try understood(percents, parts).map.outcomes.map(\.deadweight.value)
        #expect(found == [Decimal(25) / 100, Decimal(2) / 10])
    }

    @Test func `with the same input on both are asked about it`() {
        let rows: [[Cell]] = [header, ["Members", "Less lonely", 20, 500, 25, "Grant", 6000]]
        let others: [[Cell]] = [header, ["Members", "Less debt", 12, 500, 25, "Grant", 6000]]
        let found = problems(Sheet("North", rows), Sheet("South", others))
        #expect(found.places == ["IMP-022 G2"])
        #expect(found.first?.found == "6000 (North!G2)")
    }
}
