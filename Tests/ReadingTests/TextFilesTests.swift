import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

/// A .csv holds text alone: every number arrives as it was written.
@Suite struct `Files that hold text alone` {
    private func asText(_ rows: [[Cell]]) -> [[Cell]] {
        rows.map { row in
            row.map { cell in
                guard case .value(.number(let number)) = cell, let exact = exactDecimal(number) else { return cell }
                return .text("\(exact)")
            }
        }
    }

    @Test func `give the same value map`() throws {
        let rows = [Maps.header, Maps.first, Maps.second, Maps.funder, [nil, nil, 39_000]]
        let numbers = try understood(Sheet("CSV", rows))
        let texts = try understood(Sheet("CSV", asText(rows)))
        #expect(texts.map == numbers.map)
        #expect(texts.notes == numbers.notes)
    }

    @Test func `give the same people`() throws {
        let rows: [[Cell]] = [
            ["ID", "Group", "Age", "Earnings 1975", "Earnings 1978", "Married"],
            ["1", "Treatment", 37, 0, 9930.046, 1], ["2", "Control", 22, 12.25, 3595.894, 0],
            ["3", "Control", 30, -5.5, 289.79, 0], [nil, nil, nil, 6.75, 13_815.73],
        ]
        let numbers = try understood(Maps.sheet(), Sheet("CSV", rows)).participants
        let texts = try understood(Maps.sheet(), Sheet("CSV", asText(rows))).participants
        #expect(numbers?.people == 3)
        #expect(texts == numbers)
    }

    @Test func `take a point before three digits for what the rest of the sheet takes it for`() throws {
        let people: [[Cell]] = [
            ["ID", "Score before", "Score after"], ["a1", "1.125", "2.250"], ["a2", "2.500", "3.5"],
        ]
        let measure = try #require(try understood(Maps.sheet(), Sheet("CSV", people)).participants?.measures.first)
        #expect(measure.before == [1.125, 2.5])
        #expect(measure.after == [2.25, 3.5])
        let open: [[Cell]] = [["ID", "Score before", "Score after"], ["a1", "1.125", "2.250"], ["a2", "2.500", "3"]]
        #expect(problems(Maps.sheet(), Sheet("CSV", open)).map(\.code) == ["IMP-015", "IMP-015", "IMP-015"])
        let answered = ImportOptions(takes: ["CSV!Score before=decimalPoint", "CSV!Score after=decimalComma"])
        let read = try #require(
            try understood(Maps.sheet(), Sheet("CSV", open), options: answered).participants?.measures.first)
        #expect(read.before == [1.125, 2.5])
        #expect(read.after == [2250, 3])
    }

    @Test(arguments: [
        ("0", 0.0), ("-7", -7), ("12.5", 12.5), ("0.25", 0.25), ("123456789.12", 123_456_789.12),
        ("9930.0461", 9930.0461), ("0.1", 0.1), ("007", 7),
    ])
    func `are read at first sight where a text is a plain number`(text: String, number: Double) {
        #expect(PlainNumber.read(text) == number)
        #expect(Double(text) == number)
    }

    @Test(arguments: [
        "", "-", ".", ".5", "5.", "1.200", "1,5", "1e5", "--1", "1-", "1.2.3", "£5", " 5", "1234567890123456", "٤",
    ])
    func `are looked at closely where it is not`(text: String) {
        #expect(PlainNumber.read(text) == nil)
    }
}

@Suite struct `Rows that sum up and rows that do not` {
    @Test func `tell a stakeholder called All from a total`() throws {
        var row = Maps.first
        row[0] = "All"
        let map = try understood(Maps.sheet([row, ["Overall", "Grant", 30_000], ["All", nil, 30_000]])).map
        #expect(map.outcomes.map(\.stakeholder) == ["All"])
        #expect(map.inputs.map(\.amount.value) == [0, 30_000])
    }

    @Test func `do not mind a person in fifty thousand rows`() {
        var rows: [[Cell]] = [["ID", "Wellbeing"]]
        for number in 0..<5_000 { rows.append(["a1", .number(Double(number))]) }
        let found = problems(Maps.sheet(), Sheet("Participants", rows))
        #expect(found.count == 1001)
        #expect(found.last?.mend.plural?.count == 3999)
    }

    @Test func `refuse a sheet of a thousand columns and more`() {
        let wide = [Maps.header + Array(repeating: nil, count: 1000) + ["x"], Maps.first]
        #expect(problems(Sheet("Value map", wide)).map(\.code) == ["IMP-026"])
    }

    @Test func `refuse a meaning that a sheet's columns can't have`() {
        #expect(
            problems(Maps.sheet(), options: ImportOptions(takes: ["Value map!Input=person"])).map(\.code) == ["IMP-002"]
        )
    }
}
