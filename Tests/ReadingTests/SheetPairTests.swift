import Documents
import Measurement
import Testing
import Words
import Workbooks

@testable import Reading

@Suite struct `Before and after on two sheets` {
    private let before: [[Cell]] = [
        ["ID", "Gender", "Wellbeing", "Only at the start"], ["a1", "F", 3, 1], ["a2", "M", 4, 1], ["a3", "F", 5, 2],
        ["a4", "F", nil, 2],
    ]
    private let after: [[Cell]] = [
        ["Wellbeing", "ID", "Gender"], [6, "a3", "F"], [7, "a1", "F"], [8, "A4 ", "F"], [9, "b9", "M"],
    ]

    private func result(_ sheets: [Sheet], takes: [String] = []) -> ImportResult {
        understand(Workbook(format: .xlsx, sheets: [Maps.sheet()] + sheets), options: ImportOptions(takes: takes))
    }

    @Test(arguments: [("Baseline", "Follow-up"), ("Scores 2024", "Scores 2025"), ("Wave 1", "Wave 2"), ("Pre", "Post")])
    func `are put together by person where their names say which is which`(first: String, second: String) throws {
        // The later sheet stands first: the name decides, not the place.
        let found = result([Sheet(second, after), Sheet(first, before)])
        let records = try #require(found.understanding?.participants, "\(found.problems)")
        #expect(records.sheet == first)
        #expect(records.later == LaterSheet(sheet: second, rows: 1...4))
        #expect(records.people == 4)
        #expect(records.measures.map(\.name) == ["Wellbeing"])
        #expect(records.measures.first?.before == [3, 4, 5, nil])
        #expect(records.measures.first?.after == [7, nil, 6, 8])
        #expect(records.measures.first?.layout == .sheets(before: 2, after: 0))
        #expect(records.characteristics.map(\.name) == ["Gender"])
    }

    @Test func `are said to be read so, with what was left out`() throws {
        let found = result([Sheet("Baseline", before), Sheet("Follow-up", after)])
        let notes = found.understanding?.notes.map(Catalogue.english.text) ?? []
        #expect(notes.contains { $0.contains("Baseline and Follow-up together") })
        #expect(notes.contains { $0.contains("We did not use Only at the start") })
        #expect(notes.contains { $0.contains("We left out 1 person of the sheet Follow-up") })
        let sheets = found.taken.filter { $0.kind == .participants }
        #expect(sheets.map(\.name) == ["Baseline", "Follow-up"])
        #expect(
            sheets.map { $0.columns.filter { $0.meaning == "score" }.map(\.header) } == [["Wellbeing"], ["Wellbeing"]])
    }

    @Test func `may have the point of time in the headings too`() throws {
        let found = result([
            Sheet("Start", [["ID", "Loneliness at start"], ["a1", 8], ["a2", 7]]),
            Sheet("End", [["ID", "Loneliness at end"], ["a1", 4], ["a2", 7]]),
        ])
        let measure = try #require(found.understanding?.participants?.measures.first, "\(found.problems)")
        #expect(measure.name == "Loneliness")
        #expect(measure.before == [8, 7])
        #expect(measure.after == [4, 7])
        #expect(!measure.higherIsBetter)
    }

    @Test func `stay a question where their people or their names do not fit together`() {
        let others: [[Cell]] = [["ID", "Wellbeing"], ["x1", 5], ["x2", 6], ["x3", 7]]
        #expect(result([Sheet("Baseline", before), Sheet("Follow-up", others)]).problems.map(\.code) == ["IMP-004"])
        #expect(result([Sheet("North", before), Sheet("South", after)]).problems.map(\.code) == ["IMP-004"])
        let other: [[Cell]] = [["ID", "Confidence"], ["a1", 5], ["a2", 6], ["a3", 7]]
        #expect(result([Sheet("Baseline", before), Sheet("Follow-up", other)]).problems.map(\.code) == ["IMP-004"])
        let twice = before + [["a1", "F", 9, 1]]
        #expect(!result([Sheet("Baseline", twice), Sheet("Follow-up", after)]).problems.isEmpty)
    }

    @Test func `are not put together where a person says which one to read`() {
        let found = result([Sheet("Baseline", before), Sheet("Follow-up", after)], takes: ["Follow-up=participants"])
        #expect(found.understanding?.participants?.sheet == "Follow-up")
        #expect(found.understanding?.participants?.later == nil)
    }

    @Test func `have their wrong cells named on the sheet that they are on`() {
        let wrong: [[Cell]] = [["ID", "Wellbeing"], ["a1", "good"], ["a2", 5], ["a3", 6]]
        let problems = result([Sheet("Baseline", before), Sheet("Follow-up", wrong)]).problems
        #expect(problems.map { "\($0.code) \($0.cell?.description ?? "")" } == ["IMP-035 Follow-up!B2"])
    }
}
