import Documents
import FoundationEssentials
import Measurement
import Testing
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `A second table on a sheet` {
    private let people: [[Cell]] = [
        ["ID", "Group", "Wellbeing before", "Wellbeing after", "Age"], ["a1", "Programme", 3, 4, 30],
        ["a2", "Comparison", 3, 5, 41],
    ]
    private let rows = [Maps.first, Maps.second]

    @Test func `is read as what its headings say, below a value map`() throws {
        let found = try understood(Maps.sheet(rows + [Maps.funder, []] + people))
        #expect(found.map.outcomes.count == 2)
        #expect(found.participants?.people == 2)
        #expect(found.participants?.rows == 6...7)
        #expect(found.sheets.map(\.name) == ["Value map", "Value map (A6)"])
        #expect(found.sheets.map(\.sheet) == ["Value map", "Value map"])
    }

    @Test func `holds the inputs, below, above or beside the outcomes`() throws {
        let inputs: [[Cell]] = [
            ["Stakeholder", "Input", "Value of input"], ["Council", "Grant", 30_000], ["Trust", "Rent", 500],
        ]
        let outcomes: [[Cell]] = [
            ["Stakeholder", "Outcome", "Quantity", "Value of proxy"], ["Members", "Less lonely", 20, 500],
            ["Members", "More active", 10, 200],
        ]
        let beside = zip(outcomes, inputs).map { $0 + [nil] + $1 }
        for sheet in [
            Sheet("Map", outcomes + [[], ["What was put in"]] + inputs), Sheet("Map", inputs + [[]] + outcomes),
            Sheet("Map", beside),
        ] {
            let found = try understood(sheet).map
            #expect(found.inputs.map(\.stakeholder) == ["Council", "Trust"])
            #expect(found.inputs.map(\.amount.value) == [30_000, 500])
            #expect(found.outcomes.map(\.outcome) == ["Less lonely", "More active"])
        }
    }

    @Test func `is left out where it sums up what we work out again`() throws {
        let summary: [[Cell]] = [[], ["Stakeholder", "Total value", "SROI ratio"], ["Older people", 9000, 3.1]]
        let found = try understood(Maps.sheet(rows + [Maps.funder] + summary))
        #expect(found.map.outcomes.count == 2)
        #expect(found.map.inputs.count == 3)
        #expect(found.notes.map(Catalogue.english.text).contains("We did not use the cells Value map!A6:M7."))
    }

    @Test func `is one problem where it names figures that can't be read`() {
        let lower: [[Cell]] = [[], ["Quantity", "Value of proxy", "Remarks"], ["many", "much", "none"]]
        let problems = problems(Maps.sheet(rows + [Maps.funder] + lower))
        #expect(problems.places == ["IMP-041 A6"])
        #expect(problems.first?.takes == ["Value map (A6)=notUsed"])
        let answered = ImportOptions(takes: ["Value map (A6)=notUsed"])
        #expect(throws: Never.self) { try understood(Maps.sheet(rows + [Maps.funder] + lower), options: answered) }
    }

    @Test func `is not seen in a header that is repeated, a note or a total`() throws {
        let rows = [Maps.first, Maps.second, Maps.funder]
        #expect(try understood(Maps.sheet(rows + [[], Maps.header] + [Maps.first])).map.outcomes.count == 3)
        #expect(
            try understood(Maps.sheet(rows + [[], ["Notes: quantity is of people, and outcome of a year"]])).map
                .outcomes.count == 2)
    }

    @Test func `sums up the people of a list, and is no more of them`() throws {
        let list: [[Cell]] = [
            ["ID", "Mood before", "Mood after"], ["p1", 3, 5], ["p2", 4, 6], ["p3", 2, 2], [],
            ["Summary"], ["Measure", "Mean before", "Mean after"], ["Mood", 3, 4.3],
        ]
        let found = try understood(Maps.sheet(), Sheet("People", list))
        #expect(found.participants?.people == 3)
        let beside: [[Cell]] = [
            ["ID", "Mood before", "Mood after", nil, "Key"], ["p1", 3, 5, nil, "1 = low"],
            ["p2", 4, 6, nil, "5 = high"],
            ["p3", 2, 2], ["p4", 2, 3], ["p5", 1, 3],
        ]
        let other = try understood(Maps.sheet(), Sheet("People", beside))
        #expect(other.participants?.people == 5)
        #expect(other.participants?.characteristics.isEmpty == true)
    }

    @Test func `is no score that few have, beside an empty column`() throws {
        var list: [[Cell]] = [["ID", "Mood before", nil, "Mood after"]]
        for person in 1...10 {
            list.append([.text("p\(person)"), .number(Double(person)), nil, person.isMultiple(of: 3) ? 9 : nil])
        }
        let found = try understood(Maps.sheet(), Sheet("People", list)).participants
        #expect(found?.measures.map(\.name) == ["Mood"])
        #expect(found?.measures.first?.after.count { $0 == 9 } == 3)
    }
}
