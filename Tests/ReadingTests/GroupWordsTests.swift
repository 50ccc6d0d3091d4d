import Documents
import FoundationEssentials
import Measurement
import Testing
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `Groups of people` {
    private func sheet(_ header: Cell, _ ours: Cell, _ theirs: Cell) -> Sheet {
        Sheet(
            "People",
            [["Person", header, "Mood before", "Mood after"]]
                + (1...4).map { [.text("a\($0)"), $0 < 3 ? ours : theirs, 3, 5] })
    }

    private func onProgramme(_ sheet: Sheet, _ takes: [String] = []) throws -> [Bool]? {
        try understood(Maps.sheet(), sheet, options: ImportOptions(takes: takes)).participants?.comparison?.onProgramme
    }

    @Test(
        arguments: [
            ("Group", "Intervention group", "No intervention"), ("Group", "Programme group", "Non-programme group"),
            ("Group", "Participants", "Non-participants"), ("Attended programme", "Y", "N"), ("Treated", 1, 0),
            ("Received support", "Yes", "No"), ("Control group?", 0, 1),
            ("Group", "Received support", "Did not receive support"),
        ] as [(Cell, Cell, Cell)])
    func `are told apart by what denies the programme`(header: Cell, ours: Cell, theirs: Cell) throws {
        #expect(try onProgramme(sheet(header, ours, theirs)) == [true, true, false, false])
    }

    @Test func `are a question where 1 and 0 stand under a heading that says nothing of them`() throws {
        let sheet = sheet("Group", 1, 0)
        #expect(problems(Maps.sheet(), sheet).map(\.code) == ["IMP-037"])
        #expect(try onProgramme(sheet, ["People!Group=programme:0"]) == [false, false, true, true])
        #expect(try onProgramme(sheet, ["People!Group=characteristic"]) == nil)
    }

    @Test func `are no groups where other words tell people apart`() throws {
        #expect(try onProgramme(sheet("Group", "Monday", "Thursday")) == nil)
    }

    @Test func `are not lost where a line above the rows names them`() {
        let rows: [[Cell]] = [
            ["Person", "Mood before", "Mood after"], ["Programme group"], ["a1", 3, 5], ["a2", 4, 6], ["Control group"],
            ["b1", 3, 3], ["b2", 4, 4],
        ]
        #expect(problems(Maps.sheet(), Sheet("People", rows)).places == ["IMP-032 A5"])
    }
}

@Suite struct `Numbers that may say that a score is not known` {
    private func sheet(_ code: Cell, _ last: Cell = 6) -> Sheet {
        Sheet(
            "People",
            [["Person", "Mood before", "Mood after"]]
                + (1...8).map { [.text("a\($0)"), .value(.number(Double($0))), $0 == 3 ? code : last] })
    }

    @Test(arguments: [999, 99, -77, -99] as [Cell])
    func `are a question that can be answered either way`(code: Cell) throws {
        let found = problems(Maps.sheet(), sheet(code))
        #expect(found.places == ["IMP-035 C4"])
        let takes = try #require(found.first?.takes)
        let values = try takes.map { take in
            try understood(Maps.sheet(), sheet(code), options: ImportOptions(takes: [take])).participants?.measures
                .first?.after[2]
        }
        guard case .value(.number(let number)) = code else { return }
        #expect(values == [nil, number])
    }

    @Test func `are scores where others are as large`() throws {
        #expect(problems(Maps.sheet(), sheet(99, 60)).isEmpty)
        #expect(MissingCodes.candidates(in: [-1, 0, 1, 1, 3, 4, 5, 7, 9, 12]).isEmpty)
        #expect(MissingCodes.candidates(in: [-1, -1, -1, 1, 3, 4, 5, 7, 9, 10]) == [-1])
        #expect(MissingCodes.candidates(in: [-3, -1, 0, 2, 1, 4, 5]).isEmpty)
        #expect(MissingCodes.candidates(in: [40, 55, 60, 71, 99, 80]).isEmpty)
    }
}

@Suite struct `Totals between people` {
    @Test(arguments: [("Total North", [9, 12]), ("North average", [3, 4])] as [(Cell, [Cell])])
    func `are no people`(label: Cell, numbers: [Cell]) throws {
        let rows: [[Cell]] = [
            ["Client ref", "Hope before", "Hope after"], ["a1", 2, 3], ["a2", 3, 4], ["a3", 4, 5], [label] + numbers,
            ["b1", 6, 6], ["b2", 7, 9],
        ]
        let people = try #require(try understood(Maps.sheet(), Sheet("People", rows)).participants)
        #expect(people.people == 5)
        #expect(people.measures.first?.after == [3, 4, 5, 6, 9])
    }
}

@Suite struct `A column beside the value` {
    private func map(_ header: Cell, _ cell: Cell) -> Sheet {
        Sheet(
            "Map",
            [
                ["Stakeholder", "Outcome", "Number of people", "Value of proxy", header],
                ["Members", "Less lonely", 20, 50, cell],
            ])
    }

    @Test(
        arguments: [
            ("Period", "per month", 600), ("Per", "week", 2600), ("Frequency", "Monthly", 600),
            ("Unit", "£ per month", 600),
        ] as [(Cell, Cell, Int)])
    func `may say that it is not for a year`(header: Cell, cell: Cell, worth: Int) throws {
        let found = problems(map(header, cell))
        #expect(found.map(\.code) == ["IMP-044"])
        let take = try #require(found.first?.takes.first)
        let outcomes = try understood(map(header, cell), options: ImportOptions(takes: [take])).map.outcomes
        #expect(outcomes.first?.proxy.value == Decimal(worth))
    }

    @Test func `may say that it is for a year`() {
        #expect(problems(map("Per", "year")).isEmpty)
        #expect(problems(map("Unit", "people")).isEmpty)
    }
}

@Suite struct `Times in words` {
    @Test(
        arguments: [
            ("Timepoint", "Initial assessment", "Review"), ("Wave", "0 months", "6 months"),
            ("Quarter", "Q4 24/25", "Q1 25/26"), ("Session number", 1, 4),
        ] as [(Cell, Cell, Cell)])
    func `order the rows of each person`(header: Cell, first: Cell, last: Cell) throws {
        let rows: [[Cell]] =
            [["Client ID", header, "Hope"]]
            + ["a1", "a2", "a3"].flatMap { person -> [[Cell]] in
                [[.text(person), last, 7], [.text(person), first, 4]]
            }
        let measure = try #require(
            try understood(Maps.sheet(), Sheet("People", rows)).participants?.measures.first)
        #expect(measure.before == [4, 4, 4])
        #expect(measure.after == [7, 7, 7])
    }

    @Test func `may stand in for a score that was not taken`() throws {
        let rows: [[Cell]] = [
            ["ID", "Hope before", "Hope after"], ["a1", 4, 6], ["a2", 5, "lost to follow up"], ["a3", 3, "withdrew"],
        ]
        let measure = try #require(
            try understood(Maps.sheet(), Sheet("People", rows)).participants?.measures.first)
        #expect(measure.after == [6, nil, nil])
    }
}
