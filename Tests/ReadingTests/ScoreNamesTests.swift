import Documents
import Measurement
import Testing
import Workbooks

@testable import Reading

@Suite struct `A line for each score of a person` {
    private let rows: [[Cell]] = [
        ["Client ID", "Gender", "Outcome area", "First score", "Last score"], ["a", "F", "Loneliness", 8, 5],
        ["a", "F", "Hope", 2, 4], ["b", "M", "Loneliness", 7, 7], ["b", "M", "hope", 3, 5], ["c", "F", "Hope", 1, nil],
    ]

    private func people(_ rows: [[Cell]]) throws -> ParticipantRecords {
        try #require(try understood(Maps.sheet(), Sheet("Star", rows)).participants)
    }

    @Test func `makes a measure of each name`() throws {
        let found = try people(rows)
        #expect(found.people == 3)
        #expect(found.measures.map(\.name) == ["Loneliness", "Hope"])
        #expect(found.measures.map(\.before) == [[8, 7, nil], [2, 3, 1]])
        #expect(found.measures.map(\.after) == [[5, 7, nil], [4, 5, nil]])
        #expect(found.measures.map(\.higherIsBetter) == [false, true])
        #expect(found.measures.map(\.only) == ["Loneliness", "Hope"].map { RowCondition(column: 2, text: $0) })
        #expect(found.characteristics.map(\.name) == ["Gender"])
    }

    @Test func `may be taken at several times`() throws {
        let rows: [[Cell]] = [
            ["Client ID", "Question", "Date", "Answer score"], ["a", "Mood", .date(2025, 1, 1), 3],
            ["a", "Sleep", .date(2025, 1, 1), 5], ["a", "Sleep", .date(2025, 6, 1), 6],
            ["a", "Mood", .date(2025, 6, 1), 4],
        ]
        let found = try people(rows).measures
        #expect(found.map(\.name) == ["Mood", "Sleep"])
        #expect(found.map(\.before) == [[3], [5]])
        #expect(found.map(\.after) == [[4], [6]])
    }

    @Test func `is still one line for each score`() {
        let twice = rows + [["a", "F", "Hope", 3, 4]]
        #expect(problems(Maps.sheet(), Sheet("Star", twice)).contains { $0.code == "IMP-030" })
    }

    @Test func `is not seen where each person has one line`() throws {
        let found = try people([
            ["Client ID", "Outcome", "Mood before", "Mood after"], ["a", "Left", 3, 4], ["b", "Stayed", 3, 5],
            ["c", "Stayed", 3, 5],
        ])
        #expect(found.measures.map(\.name) == ["Mood"])
        #expect(found.characteristics.map(\.name) == ["Outcome"])
    }
}
