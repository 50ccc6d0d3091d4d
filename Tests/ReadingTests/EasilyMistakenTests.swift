import Documents
import FoundationEssentials
import Measurement
import Testing
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `What is easily taken for something else` {
    private let inputs: [[Cell]] = [[], ["Stakeholder", "Input", "Value of input"], ["Council", "Grant", 9000]]

    private func map(_ header: [Cell], _ rows: [[Cell]]) -> Sheet { Sheet("Map", [header] + rows + inputs) }

    @Test(
        arguments: [
            ("Unit cost per month (£)", "perMonth", 6000), ("Value per person per week", "perWeek", 26_000),
            ("Value of proxy (quarterly)", "perQuarter", 2000), ("Monthly value", "perMonth", 6000),
        ] as [(String, String, Decimal)])
    func `a value for less than a year is a question`(header: String, unit: String, yearly: Decimal) throws {
        let sheet = map(["Stakeholder", "Outcome", "Quantity", .text(header)], [["Members", "Less lonely", 20, 500]])
        let found = problems(sheet)
        #expect(found.places == ["IMP-044 D1"])
        #expect(found.first?.takes == ["Map!\(header)=\(unit)", "Map!\(header)=perYear"])
        for (take, value) in zip(found.first?.takes ?? [], [yearly, 500]) {
            let taken = try understood(sheet, options: ImportOptions(takes: [take]))
            #expect(taken.map.outcomes.map(\.proxy.value) == [value])
        }
    }

    @Test(arguments: ["Value of proxy", "Unit cost per year", "Monthly meetings held", "Value each", "Cost per night"])
    func `a value for a year is none`(header: String) { #expect(!ProxyTime.namesValue(header)) }

    @Test(arguments: ["Duration (weeks)", "Duration in days"])
    func `weeks are never taken for years`(header: String) throws {
        let sheet = Maps.column("Duration (years)", [52, 26], renamed: header)
        #expect(problems(sheet).places == ["IMP-017 F1"])
        let options = ImportOptions(takes: ["Value map!\(header)=years"])
        #expect(try understood(sheet, options: options).map.outcomes.map(\.duration.value) == [52, 26])
    }

    @Test func `the numbers of lines are no quantity`() throws {
        let sheet = map(
            ["No.", "Stakeholder", "Outcome", "No. of people", "Value of proxy"],
            [[1, "Members", "Less lonely", 20, 500], [2, "Members", "More active", 8, 90]])
        #expect(try understood(sheet).map.outcomes.map(\.quantity.value) == [.number(20), .number(8)])
    }

    @Test func `what was found counts before what was hoped for`() throws {
        let both = map(
            ["Stakeholder", "Outcome", "Target number", "Actual number", "Value of proxy"],
            [["Members", "Less lonely", 30, 20, 500]])
        #expect(try understood(both).map.outcomes.map(\.quantity.value) == [.number(20)])
        let hoped = map(
            ["Target group", "Outcome", "Target number", "Value of proxy"], [["Members", "Less lonely", 30, 500]])
        let found = try understood(hoped).map.outcomes
        #expect(found.map(\.quantity.value) == [.number(30)])
        #expect(found.map(\.stakeholder) == ["Members"])
    }

    @Test(arguments: ["\"", "ditto", "as above", "''", "”"])
    func `marks that say the same again are no names`(mark: String) throws {
        let sheet = map(
            ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Source of proxy"],
            [["Members", "Less lonely", 20, 500, "Survey"], [.text(mark), "More active", 8, 90, .text(mark)]])
        let found = try understood(sheet).map.outcomes
        #expect(found.map(\.stakeholder) == ["Members", "Members"])
        #expect(found.map(\.proxySource) == ["Survey", "Survey"])
    }

    @Test(arguments: [("20 (50%)", 20), ("8 out of 40", 8), ("8 of 40", 8), ("8/40", 8)] as [(String, Decimal)])
    func `a count with the part that it is of all is the count`(text: String, count: Decimal) throws {
        #expect(
            try understood(Maps.changed(["Quantity": .text(text)])).map.outcomes.first?.quantity.value == .number(count)
        )
    }

    @Test(arguments: ["20 (40)", "40/8", "1/2/3", "a of b"])
    func `other counts of two numbers stay a problem`(text: String) {
        #expect(problems(Maps.changed(["Quantity": .text(text)])).map(\.code) == ["IMP-011"])
    }

    @Test(arguments: [("Programme", "Comparison group"), ("Participants", "Waiting list"), ("Our people", "Control")])
    func `a sheet of people who are compared with is no part of the programme`(ours: String, theirs: String) throws {
        func people(_ name: String, _ mark: String) -> Sheet {
            Sheet(name, [["ID", "Mood before", "Mood after"], [.text("\(mark)1"), 3, 5], [.text("\(mark)2"), 4, 4]])
        }
        let found = try understood(Maps.sheet(), people(theirs, "c"), people(ours, "p")).participants
        #expect(found?.comparison?.onProgramme == [false, false, true, true])
        #expect(found?.characteristics.isEmpty == true)
    }

    @Test(arguments: [
        ("Wellbeing (Apr 24)", "Wellbeing (Mar 25)"), ("Wellbeing March 2025", "Wellbeing September 2024"),
        ("Wellbeing 2023/24", "Wellbeing 2024/25"),
    ])
    func `months and financial years tell before from after`(first: String, second: String) throws {
        let rows: [[Cell]] = [["ID", .text(first), .text(second)], ["a", 3, 5], ["b", 4, 6]]
        let found = try understood(Maps.sheet(), Sheet("People", rows)).participants?.measures
        #expect(found?.map(\.name) == ["Wellbeing"])
        let isInOrder = first != "Wellbeing March 2025"
        #expect(found?.first?.before == (isInOrder ? [3, 4] : [5, 6]))
    }
}
