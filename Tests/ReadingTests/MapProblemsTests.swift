import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `What a value map can get wrong` {
    @Test(
        arguments: [
            (["Quantity": -3], "IMP-012 E2"), (["Quantity": "lots"], "IMP-011 E2"), (["Quantity": nil], "IMP-010 E2"),
            (["Quantity": "n/a"], "IMP-010 E2"), (["Quantity": .percent(0.2)], "IMP-011 E2"),
            (["Quantity": .number(.nan)], "IMP-011 E2"),
            (["Quantity": "NaN"], "IMP-011 E2"), (["Quantity": .error("#REF!")], "IMP-019 E2"),
            (["Quantity": 1e14], "IMP-026 E2"),
            (["Quantity": .number(.infinity)], "IMP-011 E2"), (["Quantity": "1.200"], "IMP-015 E2"),
            (["Quantity": .date(2025, 1, 1)], "IMP-011 E2"),
            (["Value of proxy": nil], "IMP-010 I2"), (["Value of proxy": "tbc"], "IMP-010 I2"),
            (["Value of proxy": "=cmd|' /C calc'!A0"], "IMP-011 I2"),
            (["Value of input": "n/a"], "IMP-010 C2"), (["Value of input": -10], "IMP-012 C2"),
            (["Outcome": nil], "IMP-010 D2"),
            (["Outcome": .error("#NAME?")], "IMP-019 D2"), (["Duration (years)": 0], "IMP-017 F2"),
            (["Duration (years)": 2.5], "IMP-017 F2"),
            (["Duration (years)": 101], "IMP-017 F2"), (["Duration (years)": "18 months"], "IMP-016 F2"),
            (["Attribution %": "lots"], "IMP-011 L2"),
        ] as [([String: Cell], String)])
    func `is named with its cell`(changes: [String: Cell], expected: String) {
        #expect(problems(Maps.changed(changes)).places.contains(expected), "\(problems(Maps.changed(changes)).places)")
    }

    @Test func `is named all at once`() {
        let sheet = Maps.changed(["Quantity": -3, "Value of proxy": "tbc", "Deadweight %": 130, "Duration (years)": 0])
        #expect(problems(sheet).places == ["IMP-012 E2", "IMP-017 F2", "IMP-010 I2", "IMP-013 J2"])
    }

    @Test func `says what is there, what was expected and how to mend it`() throws {
        let problem = try #require(problems(Maps.changed(["Deadweight %": 130])).first)
        #expect(problem.found == "130")
        #expect(problem.expected == "A share from 0% to 100%.")
        #expect(problem.mend == "Write the part as a percentage from 0 to 100.")
        #expect(problem.cell == CellReference(sheet: "Value map", column: 9, row: 1))
    }

    @Test func `may be a column that is not there, and names those that could be it`() throws {
        let header: [Cell] = ["Stakeholder", "Outcome", "Proxy", "Value of proxy", "Deadweight", "Headcount"]
        let found = problems(Sheet("Map", [header, ["A", "B", "Club", 20, 0.2, 17]]))
        #expect(found.places == ["IMP-005 A1"])
        #expect(found.first?.takes == ["Map!Headcount=quantity"])
        let taken = try understood(
            Sheet("Map", [header, ["A", "B", "Club", 20, 0.2, 17]]),
            options: ImportOptions(takes: ["Map!Headcount=quantity"]))
        #expect(taken.map.outcomes.first?.quantity.value == .number(17))
        #expect(taken.sheets.first?.columns.last?.basis == .chosen)
    }

    @Test func `may be two columns for one figure, unless they say the same`() throws {
        let header: [Cell] = ["Stakeholder", "Outcome", "Quantity", "How much", "Value of proxy", "Deadweight"]
        #expect(problems(Sheet("Map", [header, ["A", "B", 1, 2, 20, 0.2]])).places == ["IMP-006 D1"])
        #expect(
            try understood(Sheet("Map", [header, ["A", "B", 2, 2, 20, 0.2]])).map.outcomes.first?.quantity.value
                == .number(2))
        let taken = ImportOptions(takes: ["Map!How much=notUsed"])
        #expect(
            try understood(Sheet("Map", [header, ["A", "B", 1, 2, 20, 0.2]]), options: taken).map.outcomes.first?
                .quantity.value == .number(1))
    }

    @Test func `is not a looser name beside a firm one`() throws {
        let header: [Cell] = ["Stakeholder", "No. of people", "Outcome", "Quantity", "Value of proxy", "Deadweight"]
        let outcome = try understood(Sheet("Map", [header, ["A", 40, "B", 12, 20, 0.2]])).map.outcomes.first
        #expect(outcome?.quantity.value == .number(12))
    }

    @Test func `may be an input that was copied down`() throws {
        let rows: [[Cell]] = [
            ["Council", "Grant", 30_000, "Fewer visits", 4, 1, 1, "Visit", 40, 0, 0, 0, 0],
            ["Council", "Grant", 30_000, "Fewer calls", 4, 1, 1, "Call", 10, 0, 0, 0, 0],
        ]
        let found = problems(Maps.sheet(rows))
        #expect(found.places == ["IMP-022 C3"])
        #expect(found.first?.takes == ["Value map!Value of input=once", "Value map!Value of input=each"])
        func sum(_ answer: String) throws -> Decimal {
            try understood(Maps.sheet(rows), options: ImportOptions(takes: ["Value map!Value of input=\(answer)"])).map
                .inputs
                .reduce(0) { $0 + $1.amount.value }
        }
        #expect(try sum("once") == 30_000)
        #expect(try sum("each") == 60_000)
    }

    @Test func `may be durations in months, which a person answers`() throws {
        for sheet in [
            Maps.column("Duration (years)", [24, 12], renamed: "Duration (months)"),
            Maps.column("Duration (years)", [24, 12], renamed: "Duration"),
        ] {
            let name = sheet.strings.contains("Duration") ? "Duration" : "Duration (months)"
            let found = problems(sheet)
            #expect(found.places == ["IMP-016 F1"])
            #expect(found.first?.takes.first == "Value map!\(name)=months")
            let months = ImportOptions(takes: ["Value map!\(name)=months"])
            #expect(try understood(sheet, options: months).map.outcomes.map(\.duration.value) == [2, 1])
            let years = ImportOptions(takes: ["Value map!\(name)=years"])
            #expect(try understood(sheet, options: years).map.outcomes.map(\.duration.value) == [24, 12])
        }
        let uneven = Maps.column("Duration (years)", [18, 12], renamed: "Duration (months)")
        func answered(_ answer: String) -> ImportOptions { ImportOptions(takes: ["Value map!F=\(answer)"]) }
        #expect(problems(uneven, options: answered("months")).places == ["IMP-016 F2"])
        #expect(try understood(uneven, options: answered("monthsUp")).map.outcomes.map(\.duration.value) == [2, 1])
        #expect(try understood(uneven, options: answered("monthsDown")).map.outcomes.map(\.duration.value) == [1, 1])
    }

    @Test func `is no duration that names its own unit, beside others in another`() throws {
        let sheet = Maps.column("Duration (years)", ["2 years", "18 months"], renamed: "Benefit period")
        let found = problems(sheet)
        #expect(found.places == ["IMP-016 F3"])
        #expect(found.first?.takes == ["months", "monthsUp", "monthsDown"].map { "Value map!Benefit period=\($0)" })
        let answered = ImportOptions(takes: ["Value map!Benefit period=monthsUp"])
        #expect(try understood(sheet, options: answered).map.outcomes.map(\.duration.value) == [2, 2])
        #expect(problems(Maps.column("Duration (years)", ["2 years 6 months", 1])).places == ["IMP-011 F2"])
    }

    @Test func `may be a quantity that points to a score that is not there`() {
        let people = Sheet(
            "Participants", [["ID", "Wellbeing before", "Wellbeing after"], ["a1", 3, 5], ["a2", 4, 4]])
        let found = problems(Maps.changed(["Quantity": "people who improved on Sleep"]), people)
        #expect(found.places == ["IMP-027 E2"])
        #expect(found.first?.expected == "The name of one of the scores: \("Wellbeing").")
        #expect(problems(Maps.changed(["Quantity": "people who improved on Sleep"])).places == ["IMP-028 E2"])
    }

    @Test func `is not what the participants' sheet shows`() throws {
        let people = Sheet(
            "Participants", [["ID", "Wellbeing before", "Wellbeing after"], ["a1", 3, 5], ["a2", 4, 4]])
        let sheet = Maps.changed(["Quantity": "people who improved on wellbeing score"])
        let outcome = try #require(try understood(sheet, people).map.outcomes.first)
        #expect(outcome.quantity.value == .improved(measure: "Wellbeing"))
        #expect(outcome.quantity.origin == .participants(CellReference(sheet: "Value map", column: 4, row: 1)))
        let all = try understood(Maps.changed(["Quantity": "All participants"]), people).map.outcomes.first
        #expect(all?.quantity.value == .participants)
    }

    @Test func `is counted where nobody would read it one by one`() {
        var rows: [[Cell]] = []
        for number in 0..<3000 {
            rows.append(["A", nil, nil, .text("Outcome \(number)"), "lots", 1, 1, "Club", 5, 10, 0, 0, 0])
        }
        let found = problems(Maps.sheet(rows))
        #expect(found.count == 1001)
        #expect(found.last?.code == "IMP-040")
        #expect(found.last?.mend.plural?.count == 2000)
    }

    @Test func `may be that there is none`() {
        #expect(problems(Sheet("Notes", [["Hello"], ["World"]])).places == ["IMP-003 "])
        #expect(problems().places == ["IMP-003 "])
        #expect(problems(Sheet("Value map", [Maps.header])).places == ["IMP-007 Value map"])
    }

    @Test func `may be two maps of which neither is likelier`() throws {
        let other = Sheet("Value map 2024", [Maps.header, Maps.first, Maps.funder])
        let found = problems(Maps.sheet(), other)
        #expect(found.places == ["IMP-004 Value map 2024"])
        #expect(
            found.first?.takes == [
                "Value map=valueMap", "Value map 2024=valueMap", "Value map + Value map 2024=valueMap",
            ])
        let taken = try understood(Maps.sheet(), other, options: ImportOptions(takes: ["Value map 2024=valueMap"]))
        #expect(taken.map.sheets == ["Value map 2024"])
    }

    @Test func `is not an empty template beside the real map`() throws {
        #expect(try understood(Sheet("Template", [Maps.header]), Maps.sheet()).map.sheets == ["Value map"])
    }
}
