import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `Sheets of people` {
    private func people(_ rows: [[Cell]], takes: [String] = [], named name: String = "Participants") throws
        -> ParticipantRecords
    {
        let records = try understood(Maps.sheet(), Sheet(name, rows), options: ImportOptions(takes: takes)).participants
        return try #require(records)
    }

    private func places(_ rows: [[Cell]]) -> [String] { problems(Maps.sheet(), Sheet("Participants", rows)).places }

    @Test(
        arguments: [
            [45_403, 45_689], [20_240_402, 20_250_201],
        ] as [[Cell]])
    func `never take days that are kept as numbers for a score`(days: [Cell]) throws {
        let row: [Cell] = days + [3, 5]
        let found = try people(
            [["Person", "Start date", "End date", "Mood at start", "Mood at end"]]
                + ["a", "b", "c"].map { [.text($0)] + row })
        #expect(found.measures.map(\.name) == ["Mood"])
    }

    @Test func `take a score that speaks of dates for one`() throws {
        let found = try people([
            ["Person", "Keeps dates (1 to 5) before", "Keeps dates (1 to 5) after"], ["a1", 3, 5], ["a2", 4, 4],
        ])
        #expect(found.measures.count == 1)
    }

    @Test(arguments: [
        ("Loneliness before", "Loneliness after", "Loneliness"),
        ("Wellbeing (baseline)", "Wellbeing (follow-up)", "Wellbeing"),
        ("PHQ-9 start", "PHQ-9 end", "PHQ-9"), ("T1 Wellbeing", "T2 Wellbeing", "Wellbeing"),
        ("Pre-score", "Post-score", "score"),
        ("Earnings 1975", "Earnings 1978", "Earnings"), ("re75", "re78", "re"),
        ("Confidence at entry", "Confidence at exit", "Confidence"),
        ("Wellbeing time 1", "Wellbeing time 2", "Wellbeing"), ("Baseline", "12 months", "Score"),
        ("Initial debt (£)", "Final debt (£)", "debt"),
        ("Sgôr cyn", "Sgôr wedyn", "Sgôr"), ("Pain (admission)", "Pain (discharge)", "Pain"),
        ("Reading age before", "Reading age after", "Reading age"), ("Score 2 before", "Score 2 after", "Score 2"),
        ("WEMWBS first", "WEMWBS last", "WEMWBS"),
    ])
    func `pair scores whose headers differ in time alone`(before: String, after: String, name: String) throws {
        let records = try people([
            ["Person", .text(before), .text(after)], ["a1", 3, 5], ["a2", 4, nil], ["a3", 2, 2],
        ])
        let measure = try #require(records.measures.first)
        #expect(records.measures.count == 1)
        #expect(measure.name == name)
        #expect(measure.layout == .columns(before: 1, after: 2))
        #expect(measure.before == [3, 4, 2])
        #expect(measure.after == [5, nil, 2])
    }

    @Test func `take the first and the last of more than two times`() throws {
        let records = try people([
            ["ID", "Score baseline", "Score 6 months", "Score 12 months"], ["a1", 1, 2, 3], ["a2", 2, 3, 4],
        ])
        #expect(records.measures.map(\.layout) == [.columns(before: 1, after: 3)])
    }

    @Test func `may head scores by groups of two rows`() throws {
        let rows: [[Cell]] = [
            [nil, "Wellbeing", nil, "Debt", nil], ["ID", "Before", "After", "Before", "After"], ["a1", 3, 5, 100, 50],
            ["a2", 4, 4, 200, 100],
        ]
        let records = try people(rows)
        #expect(records.measures.map(\.name) == ["Wellbeing", "Debt"])
        #expect(records.measures.map(\.higherIsBetter) == [true, false])
    }

    @Test func `may have a row for each date, the first before and the last after`() throws {
        let rows: [[Cell]] = [
            ["Client ID", "Date", "Wellbeing", "Gender"], ["a1", .date(2025, 9, 1), 5, "F"],
            ["a2", .date(2025, 4, 2), 4, "M"],
            ["a1", .date(2025, 4, 1), 3, "F"], ["a1", .date(2025, 6, 1), 9, "F"], ["a3", .date(2025, 4, 3), 6, "F"],
            ["a2", "30/09/2025", 8, "M"],
        ]
        let records = try people(rows)
        #expect(records.people == 3)
        #expect(records.measures.first?.layout == .dated(column: 2, date: 1))
        #expect(records.measures.first?.before == [3, 4, 6])
        #expect(records.measures.first?.after == [5, 8, nil])
        #expect(records.dates == 20_250_401...20_250_930)
        #expect(records.characteristics.map(\.values) == [.categories(["F", "M", "F"])])
    }

    @Test func `may say before and after in a column`() throws {
        let rows: [[Cell]] = [
            ["ID", "Survey stage", "Wellbeing"], ["a1", "After", 5], ["a1", "Before", 3], ["a2", "Baseline", 4],
            ["a2", "Follow-up", 6],
        ]
        let records = try people(rows)
        #expect(records.measures.first?.before == [3, 4])
        #expect(records.measures.first?.after == [5, 6])
    }

    @Test func `have a person on one date once`() {
        let header: [Cell] = ["ID", "Date", "Wellbeing"]
        let twice: [[Cell]] = [
            header, ["a1", .date(2025, 4, 1), 3], ["a2", .date(2025, 4, 1), 3], ["a1", .date(2025, 4, 1), 5],
        ]
        #expect(places(twice) == ["IMP-030 A4"])
        let undated: [[Cell]] = [header, ["a1", .date(2025, 4, 1), 3], ["a1", nil, 5], ["a2", nil, 1]]
        #expect(places(undated) == ["IMP-030 A3"])
        #expect(
            places([["ID", "Wellbeing before", "Wellbeing after"], ["a1", 3, 4], ["A1 ", 3, 4]]) == ["IMP-030 A3"])
    }

    @Test func `need dates that can be`() {
        let header: [Cell] = ["ID", "Date", "Wellbeing"]
        let rows: [[Cell]] = [
            header, ["a1", .date(1900, 1, 1), 3], ["a2", .date(2999, 1, 1), 3], ["a3", "soon", 3],
            ["a4", "31/02/2025", 3], ["a5", "n/a", 3],
            ["a6", .date(2030, 1, 1), 4],
        ]
        #expect(places(rows) == ["IMP-034 B2", "IMP-034 B3", "IMP-033 B4", "IMP-033 B5"])
    }

    @Test func `need years that can be in every column of dates, whatever it is called`() {
        let rows: [[Cell]] = [
            ["ID", "Joined", "Left", "Wellbeing before", "Wellbeing after"],
            ["a1", "2025-04-07", .date(1900, 1, 1), 3, 4], ["a2", "2999-01-01", .date(2025, 9, 1), 3, 5],
            ["a3", "2025-04-09", "still here", 3, 5], ["a4", "2025-04-10", .date(2025, 9, 2), 3, 5],
        ]
        #expect(places(rows) == ["IMP-034 C2", "IMP-034 B3"])
    }

    @Test func `read dates in the British order unless the column shows the other`() throws {
        let header: [Cell] = ["ID", "Date", "Wellbeing"]
        #expect(
            try people([header, ["a1", "03/04/2025", 1], ["a1", "05/06/2025", 2]]).dates == 20_250_403...20_250_605)
        #expect(
            try people([header, ["a1", "03/04/2025", 1], ["a1", "05/26/2025", 2]]).dates == 20_250_304...20_250_526)
    }

    @Test func `have scores that are numbers, each wrong one named`() {
        let rows: [[Cell]] = [
            ["ID", "Wellbeing before", "Wellbeing after"], ["a1", 3, "good"], ["a2", "n/a", 4], ["a3", "4", 5],
            ["a4", .error("#DIV/0!"), 6],
            ["a5", .number(.nan), 6], ["a6", "NaN", 6],
        ]
        #expect(places(rows) == ["IMP-035 C2", "IMP-019 B5", "IMP-035 B6", "IMP-035 B7"])
    }

    @Test func `may have yes and no before and after`() throws {
        let records = try people([
            ["ID", "In work before", "In work after"], ["a1", "No", "Yes"], ["a2", "no", "No"],
        ])
        #expect(records.measures.first?.before == [0, 0])
        #expect(records.measures.first?.after == [1, 0])
    }

    @Test(arguments: [
        ("On the programme?", "Yes", "No"), ("Group", "Programme", "Comparison"), ("Treatment", "1", "0"),
        ("Group", "Treatment", "Control"),
        ("Comparison group?", "No", "Yes"), ("Control", "0", "1"),
        ("Intervention or control", "Intervention", "Control"), ("Programme / control", "programme", "control"),
        ("Set", "Treatment", "Waiting list"),
    ])
    func `may have a comparison group`(header: String, programme: String, comparison: String) throws {
        func cell(_ text: String) -> Cell { Double(text).map { .number($0) } ?? .text(text) }
        let records = try people([
            ["ID", .text(header), "Wellbeing"], ["a1", cell(programme), 5], ["a2", cell(comparison), 4],
            ["a3", cell(programme), 6],
        ])
        #expect(records.comparison?.onProgramme == [true, false, true])
        #expect(records.comparison?.programmeText == programme)
        #expect(records.comparison?.comparisonText == comparison)
    }

    @Test func `ask which group is the programme where that is not clear`() throws {
        let rows: [[Cell]] = [["ID", "Treatment group", "Wellbeing"], ["a1", "Red", 5], ["a2", "Blue", 4]]
        let found = problems(Maps.sheet(), Sheet("Participants", rows))
        #expect(found.places == ["IMP-037 B1"])
        #expect(found.first?.takes.first == "Participants!Treatment group=programme:Red")
        #expect(
            try people(rows, takes: ["Participants!Treatment group=programme:Blue"]).comparison?.onProgramme == [
                false, true,
            ])
        #expect(try people(rows, takes: ["Participants!B=characteristic"]).comparison == nil)
        #expect(
            places([["ID", "On the programme?", "Wellbeing"], ["a1", "Yes", 5], ["a2", "No", 4], ["a3", nil, 4]]) == [
                "IMP-032 B4"
            ])
    }

    @Test func `tell characteristics from scores`() throws {
        let header: [Cell] = [
            "ID", "Age", "Gender", "Ethnic group", "Area", "Sessions attended", "Wellbeing", "Year joined",
            "Has a carer",
        ]
        let rows: [[Cell]] = [
            header, ["a1", 70, "F", "White British", "North", 4, 5, 2024, "Yes"],
            ["a2", 80, "M", "Asian", "north", 6, 7, 2025, "No"],
        ]
        let records = try people(rows)
        #expect(records.measures.map(\.name) == ["Wellbeing"])
        #expect(
            records.characteristics.map(\.name) == [
                "Age", "Gender", "Ethnic group", "Area", "Sessions attended", "Year joined", "Has a carer",
            ])
        #expect(records.characteristics[0].values == .numbers([70, 80]))
        #expect(records.characteristics[3].values == .categories(["North", "North"]))
    }

    @Test(arguments: [
        ("Loneliness", false), ("PHQ-9", false), ("GAD7 total", false), ("Debt", false), ("Rent arrears", false),
        ("Anxiety", false),
        ("Wellbeing", true), ("Confidence in managing debt", true), ("SWEMWBS", true), ("Life satisfaction", true),
        ("Earnings", true),
        ("Days in hospital", false), ("CORE-10", false), ("A&E visits", false), ("Nights sleeping rough", false),
        ("GAD3", false), ("K10", false), ("WSAS", false), ("De Jong Gierveld scale", false), ("Burnout", false),
        ("Caregiver burden", false), ("Conflict at home", false), ("Days off sick", false),
        ("How often do you feel left out?", false), ("You feel that you lack companionship", false),
        ("EQ-5D Mobility", false), ("EQ-5D index", true), ("EQ VAS", true), ("Freedom from pain", true),
        ("I've been dealing with problems well", true), ("Pain management skills", true),
    ])
    func `know which end of a score is better`(name: String, isHigherBetter: Bool) {
        #expect(Direction.higherIsBetter(name) == isHigherBetter)
    }

    // Thresholds as the instruments' own publications give them: PHQ-9 5 to 6 points, GAD-7 4, WHO-5 10 of 100.
    @Test func `know the change that matters of known questionnaires`() {
        #expect(Instrument.named("PHQ-9 score")?.threshold == 6)
        #expect(Instrument.named("GAD 7")?.threshold == 4)
        #expect(Instrument.named("WHO-5 index")?.threshold == 10)
        #expect(Instrument.named("WEMWBS")?.threshold == nil)
        #expect(Instrument.named("Wellbeing") == nil)
    }

    @Test func `let a person say which end is better`() throws {
        let rows: [[Cell]] = [["ID", "Steps before", "Steps after"], ["a1", 3, 5], ["a2", 4, 6]]
        #expect(
            try people(rows, takes: ["Participants!Steps after=lowerIsBetter"]).measures.first?.higherIsBetter == false)
    }

    @Test(
        arguments: [
            ["Total", 12, 20], ["Average", 4, 6.67], [nil, 12, 20], [nil, .formula(4), .formula(6.67)],
            ["Mean", nil, nil], ["TOTAL:", 12, 20],
        ] as [[Cell]])
    func `end in totals that are nobody`(total: [Cell]) throws {
        let rows: [[Cell]] = [
            ["ID", "Wellbeing before", "Wellbeing after"], ["a1", 3, 5], ["a2", 4, 7], ["a3", 5, 8], [], total,
        ]
        #expect(try people(rows).people == 3)
    }

    @Test func `name a row without a code`() {
        #expect(
            places([["ID", "Wellbeing before", "Wellbeing after"], ["a1", 3, 5], [nil, 9, 7], ["a3", 5, 8]]) == [
                "IMP-031 A3"
            ])
    }

    @Test func `may have notes below and repeated headers within`() throws {
        let header: [Cell] = ["ID", "Wellbeing before", "Wellbeing after"]
        let rows: [[Cell]] = [
            ["Our people, 2025"], header, ["a1", 3, 5], header, ["a2", 3, 5], [], ["Scores are out of ten"],
        ]
        #expect(try people(rows).people == 2)
    }

    @Test func `count hidden rows and say so`() throws {
        let rows: [[Cell]] = [
            ["ID", "Wellbeing before", "Wellbeing after"], ["a1", 3, 5], ["a2", 4, 7], ["a3", 5, 8],
        ]
        let understanding = try understood(
            Maps.sheet(), Sheet("Participants", rows, isHidden: true, hiddenRows: [2, 3]))
        #expect(understanding.participants?.people == 3)
        #expect(understanding.participants?.hiddenRows == 2)
        #expect(understanding.notes.contains("The sheet \("Participants") is hidden. We read it like the others."))
        #expect(understanding.notes.contains { $0.plural?.count == 2 })
    }

    @Test func `are not a sheet of something else`() throws {
        let budget = Sheet("Budget", [["Item", "Planned", "Actual"], ["Rent", 100, 110], ["Heat", 40, 60]])
        let understanding = try understood(Maps.sheet(), budget)
        #expect(understanding.participants == nil)
        #expect(understanding.sheets.map(\.kind) == [.valueMap, .notUsed])
        #expect(understanding.notes.contains { $0.key.hasPrefix("We did not use the amounts of the sheet") })
    }
}
