import Documents
import FoundationEssentials
import Measurement
import Testing
import ValueMaps
import Workbooks

@testable import Reading

@Suite struct `Layouts that people make` {
    private func people(_ rows: [[Cell]], merged: [CellRange] = []) throws -> ParticipantRecords {
        let sheet = Sheet("Participants", rows, merged: merged)
        return try #require(try understood(Maps.sheet(), sheet).participants)
    }

    private static let units: [Cell] = [
        nil, nil, "£", nil, "people", "years", nil, nil, "£ per year", "%", "%", "%", "% per year",
    ]

    @Test func `a line of units under the header is no row`() throws {
        let map = try understood(Maps.sheet([Self.units, Maps.first])).map
        #expect(map.outcomes.map(\.quantity.value) == [.number(20)])
        #expect(map.inputs.map(\.amount.value) == [0])
    }

    @Test func `a line of units that says months puts the question of months`() {
        var units = Self.units
        units[5] = "months"
        let header = Maps.header.map { $0 == "Duration (years)" ? "Duration" : $0 }
        #expect(problems(Maps.sheet([units, Maps.first], header: header)).map(\.code) == ["IMP-016"])
    }

    @Test(arguments: [
        ("% down to us", "0.7"), ("How much of the change was because of us?", "0.7"),
        ("Attribution (% due to our project)", "0.7"), ("Our contribution %", "0.7"),
        ("Who else contributed with us?", "0.3"),
        ("Attribution (% not due to us)", "0.3"), ("Attribution %", "0.3"),
    ])
    func `a share of one's own is never taken for that of others`(header: String, others: String) throws {
        let sheet = Maps.column("Attribution %", [30, 30], renamed: header)
        let shares = try understood(sheet).map.outcomes.map(\.attribution.value)
        #expect(shares == [Decimal(string: others), Decimal(string: others)])
    }

    @Test func `a footnote counts nothing, under whichever column it stands`() throws {
        let footnote: [Cell] = [nil, nil, nil, nil, "* people, not households"]
        #expect(try understood(Maps.sheet([Maps.first, [], footnote])).map.outcomes.count == 1)
    }

    @Test func `a column with a name of amounts alone stays one when nothing in it can be read`() {
        #expect(problems(Maps.changed(["Value of proxy": .error("#NAME?")])).places == ["IMP-019 I2"])
        let sheet = Maps.sheet([Maps.first.map { $0 == 500 ? "NaN" : $0 }])
        #expect(problems(sheet).places == ["IMP-011 I2"])
    }

    @Test(arguments: [
        ("Group", "Intervention", "Waiting list"), ("Allocation", "active group", "waitlist control"),
        ("Arm", "Leeds programme", "Leeds control group (no service)"), ("Waiting list?", "No", "Yes"),
        ("Cohort", "Treatment A", "Waiting list B"), ("Control group", "No", "Yes"),
    ])
    func `people who wait are those that the others are compared with`(header: String, ours: String, theirs: String)
        throws
    {
        let rows = (0..<6).map { [.text("a\($0)"), .text($0 < 3 ? ours : theirs), .number(Double($0))] as [Cell] }
        let found = try people([["ID", .text(header), "Wellbeing"]] + rows)
        #expect(found.comparison?.onProgramme == [true, true, true, false, false, false])
        #expect(found.comparison?.comparisonText == theirs)
    }

    @Test func `groups of which none is compared with stay a characteristic`() throws {
        let rows = (0..<6).map {
            [.text("a\($0)"), $0 < 3 ? "Programme A" : "Programme B", .number(Double($0))] as [Cell]
        }
        let found = try people([["ID", "Group", "Wellbeing"]] + rows)
        #expect(found.comparison == nil)
        #expect(found.characteristics.map(\.name) == ["Group"])
    }

    @Test func `before and after may stand in a row above the names of the scores`() throws {
        let rows: [[Cell]] = [
            [nil, "Before", nil, "After", nil], ["ID", "Hope", "Calm", "Hope", "Calm"], ["a1", 1, 2, 3, 4],
            ["a2", 5, 6, 7, 8],
        ]
        let merged = [1, 3].map { CellRange(sheet: "Participants", columns: $0...($0 + 1), rows: 0...0) }
        for merged in [[], merged] {
            let found = try people(rows, merged: merged)
            #expect(found.measures.map(\.name) == ["Hope", "Calm"])
            #expect(found.measures.map(\.before) == [[1, 5], [2, 6]])
            #expect(found.measures.map(\.after) == [[3, 7], [4, 8]])
        }
    }

    @Test func `what a form exports names the time in a question, and the person by a code of their own`() throws {
        let rows = (0..<12).flatMap { number -> [[Cell]] in
            let code = Cell.text("AB\(number)x")
            return [["30/09/2025", code, "Last", 8], ["01/04/2025", code, "First", 5]]
        }
        let found = try people(
            [["Timestamp", "Your own secret word", "Is this your first or last survey?", "How happy?"]] + rows)
        #expect(found.people == 12)
        #expect(found.measures.map(\.before) == [Array(repeating: 5, count: 12)])
        #expect(found.measures.map(\.after) == [Array(repeating: 8, count: 12)])
    }

    @Test func `sums under people are left out, with the lines under them`() throws {
        let rows: [[Cell]] = [
            ["ID", "Mood before", "Mood after"], ["SD", 3, 5], ["KL", 4, 6], ["Mean", 3.5, 5.5], ["Std dev", 0.7, 0.7],
            ["n", 2, 2],
        ]
        let found = try people(rows)
        #expect(found.people == 2)
        #expect(found.measures.map(\.after) == [[5, 6]])
    }
}
