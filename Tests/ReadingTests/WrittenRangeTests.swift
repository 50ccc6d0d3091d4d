import Documents
import FoundationEssentials
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `A range in one cell` {
    @Test(
        arguments: [
            ("20-30%", 20, 30, true), ("10% – 15%", 10, 15, true), ("8 to 12", 8, 12, false),
            ("£80-£100", 80, 100, false),
            ("between 5 and 10", 5, 10, false), ("about 20 - 30", 20, 30, false), ("1k-2k", 1000, 2000, false),
            ("1,000 to 1,500", 1000, 1500, false), ("5–10 people", 5, 10, false),
        ] as [(String, Decimal, Decimal, Bool)])
    func `has two ends`(text: String, low: Decimal, high: Decimal, isPercent: Bool) throws {
        let range = try #require(WrittenRange(text))
        #expect((range.low, range.high) == (low, high))
        #expect(range.isPercent == isPercent)
    }

    @Test(arguments: [
        "-5", "20", "30-20", "900-2k", "10%-15", "1-2-3", "5 - ", "a to b", "2.000-3.000", "to", "20-20", "",
    ])
    func `is no other text`(text: String) {
        #expect(WrittenRange(text) == nil)
    }

    @Test func `is read as its middle, with its ends kept`() throws {
        let rows: [[Cell]] = [
            ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight", "Part due to you"],
            ["Members", "Less lonely", "8 to 12", "£80-£100", "20-30%", "60-80%"],
            ["Members", "More active", 5, 10, 20, 50],
        ]
        let found = try understood(Sheet("Map", rows))
        let outcome = try #require(found.map.outcomes.first)
        #expect(outcome.quantity.value == .number(10))
        #expect(outcome.proxy.value == 90)
        #expect(outcome.deadweight.value == Decimal(25) / 100)
        #expect(outcome.attribution.value == Decimal(30) / 100)
        func ends(_ range: EnteredRange?) -> [Decimal?] { [range?.low.value, range?.high.value] }
        #expect(ends(outcome.ranges[.quantity]) == [8, 12])
        #expect(ends(outcome.ranges[.proxy]) == [80, 100])
        #expect(ends(outcome.ranges[.deadweight]) == [Decimal(20) / 100, Decimal(30) / 100])
        #expect(ends(outcome.ranges[.attribution]) == [Decimal(20) / 100, Decimal(40) / 100])
        #expect(found.notes.count { $0.key.contains("we read its middle") } == 4)
    }

    @Test func `stays a problem where a whole number is needed`() {
        #expect(problems(Maps.column("Duration (years)", ["2-3"])).map(\.code) == ["IMP-011"])
        #expect(problems(Maps.column("Value of input", ["100-200"])).map(\.code) == ["IMP-011"])
    }

    @Test func `a small number among percentages is pointed out`() throws {
        let sheet = Maps.column("Deadweight %", [.percent(0.2), 15, 0.3])
        let found = try understood(sheet)
        #expect(
            found.map.outcomes.map(\.deadweight.value) == [Decimal(20) / 100, Decimal(15) / 100, Decimal(3) / 1000])
        let notes = found.notes.map(Catalogue.english.text)
        #expect(notes.contains { $0.hasPrefix("In Value map!J4 stands 0.3. We read it as 0.3%,") })
        let reading = found.sheets.first?.columns.first { $0.meaning == "deadweight" }?.reading
        #expect(
            reading.map(Catalogue.english.text)?.contains("look at J4: you wrote 0.3, and we read it as 0.3%") == true)
    }
}
