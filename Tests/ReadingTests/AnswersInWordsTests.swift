import Documents
import Measurement
import Testing
import Workbooks

@testable import Reading

@Suite struct `Answers in words` {
    private func measures(_ rows: [[Cell]]) throws -> [MeasureRecords] {
        let records = try understood(Maps.sheet(), Sheet("Participants", rows)).participants
        return try #require(records).measures
    }

    @Test(arguments: [
        (["Strongly disagree", "Agree"], ["neither agree nor disagree", "Strongly Agree"], [1.0, 4], [3.0, 5]),
        // Each column alone would fit other scales; together only one.
        (["Never", "Sometimes"], ["Often", "Always"], [1, 3], [4, 5]),
        (["None of the time", "Rarely"], ["Some of the time", "All of the time"], [1, 2], [3, 5]),
        (["Not at all", "Several days"], ["Nearly every day", "Not at all"], [0, 1], [3, 0]),
        (["Very poor", "Poor"], ["Fair", "Very good"], [1, 2], [3, 5]),
        (["4 - Agree", "1 - Strongly disagree"], ["5 - Strongly agree", "2: Disagree"], [4, 1], [5, 2]),
        (["28/35", "7/35"], ["35/35", "20 out of 35"], [28, 7], [35, 20]),
        (["Agree (4)", "Disagree (2)"], ["Strongly agree (5)", "Agree (4)"], [4, 2], [5, 4]),
    ])
    func `before and after are read as the steps of one scale`(
        before: [String], after: [String], first: [Double], last: [Double]
    ) throws {
        let rows = zip(before, after).enumerated().map { number, pair -> [Cell] in
            [.text("a\(number)"), .text(pair.0), .text(pair.1)]
        }
        let found = try measures([["ID", "Confidence before", "Confidence after"]] + rows)
        #expect(found.map(\.before) == [first])
        #expect(found.map(\.after) == [last])
    }

    @Test func `are kept with the numbers of all steps, so that nobody learns which answers were given`() throws {
        let rows: [[Cell]] = [
            ["ID", "Safe before", "Safe after"], ["a", "Disagree", "Agree"], ["b", "Neutral", "n/a"],
        ]
        let answers = try measures(rows).flatMap(\.answers)
        #expect(answers.map(\.text) == ["strongly disagree", "disagree", "neither", "agree", "strongly agree"])
        #expect(answers.map(\.score) == [1, 2, 3, 4, 5])
    }

    @Test func `with a row for each time are scores too`() throws {
        let rows: [[Cell]] = [
            ["ID", "Survey stage", "I feel safe"], ["a1", "Before", "Disagree"], ["a1", "After", "Agree"],
            ["a2", "Before", "Strongly disagree"], ["a2", "After", "Neutral"],
        ]
        let found = try measures(rows)
        #expect(found.map(\.before) == [[2, 1]])
        #expect(found.map(\.after) == [[4, 3]])
    }

    @Test func `of no known scale stay words, and one that fits no scale is a problem in its cell`() throws {
        let unknown: [[Cell]] = [["ID", "Mood before", "Mood after"], ["a1", "Blue", "Red"], ["a2", "Red", "Green"]]
        #expect(try measures(unknown).isEmpty)
        let mixed: [[Cell]] =
            [["ID", "Mood before", "Mood after"], ["a0", 3, "Agree"]] + (1...9).map { [.text("a\($0)"), 3, 4] }
        #expect(problems(Maps.sheet(), Sheet("Participants", mixed)).places == ["IMP-035 C2"])
    }

    @Test func `asked once are categories`() throws {
        let rows: [[Cell]] =
            [["ID", "Age", "I feel safe"]] + (0..<6).map { [.number(Double($0)), 30, $0 < 3 ? "Agree" : "Disagree"] }
        #expect(try measures(rows).isEmpty)
    }
}
