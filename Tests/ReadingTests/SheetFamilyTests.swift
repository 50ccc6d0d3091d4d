import Documents
import Measurement
import Testing
import Words
import Workbooks

@testable import Reading

@Suite struct `Sheets of people of one shape` {
    private let header: [Cell] = ["Client ID", "Gender", "Mood before", "Mood after"]

    private func people(_ name: String, _ codes: [String], from first: Int = 1) -> Sheet {
        let rows: [[Cell]] = codes.enumerated().map { number, code in
            [
                .text(code), number.isMultiple(of: 2) ? "F" : "M", .number(Double(first + number)),
                .number(Double(first + 5)),
            ]
        }
        return Sheet(name, [header] + rows)
    }

    private func result(_ sheets: [Sheet], takes: [String] = []) -> ImportResult {
        understand(Workbook(format: .xlsx, sheets: [Maps.sheet()] + sheets), options: ImportOptions(takes: takes))
    }

    private func records(_ sheets: Sheet..., takes: [String] = []) throws -> ParticipantRecords {
        let found = result(sheets, takes: takes)
        return try #require(found.understanding?.participants, "\(found.problems.map { "\($0.code) \($0.found)" })")
    }

    @Test(arguments: [["Q1", "Q2", "Q3"], ["2023", "2024", "2025"], ["April", "May", "June"]])
    func `of several times are one list`(names: [String]) throws {
        let found = try records(
            people(names[0], ["a1", "a2"]), people(names[1], ["b1", "b2", "b3"]), people(names[2], ["c1"]))
        #expect(found.people == 6)
        #expect(found.sheets == names)
        #expect(found.parts.map(\.span) == [1...2, 1...3, 1...1])
        #expect(found.measures.map(\.before) == [[1, 2, 1, 2, 3, 1]])
        #expect(found.characteristics.map(\.name) == ["Gender"])
    }

    @Test func `of sites are one list in which each person has a site`() throws {
        let found = try records(people("North", ["a1", "a2"]), people("South", ["b1"]))
        #expect(found.people == 3)
        let site = try #require(found.characteristics.last)
        #expect(site.values == .categories(["North", "North", "South"]))
    }

    @Test func `that count their people from 1 are about different people`() throws {
        let found = try records(people("Leeds", ["1", "2", "3"]), people("York", ["1", "2"], from: 4))
        #expect(found.people == 5)
        let notes = result([people("Leeds", ["1", "2", "3"]), people("York", ["1", "2"], from: 4)]).understanding?.notes
        #expect(notes?.contains { $0.key.contains("as two people") } == true)
    }

    @Test func `tell before from after by the quarter where a person is on two`() throws {
        func once(_ name: String, _ scores: [(String, Double)]) -> Sheet {
            Sheet(name, [["Client ID", "Wellbeing"]] + scores.map { [.text($0.0), .number($0.1)] })
        }
        // The later quarter stands first: the name decides, not the place.
        let found = try records(
            once("Q4 2024", [("k1", 9), ("k3", 7), ("k4", 2)]), once("Q1 2024", [("k1", 5), ("k2", 6)]),
            once("Q2 2024", [("k2", 8), ("k3", 4)]))
        let measure = try #require(found.measures.first)
        #expect(found.people == 4)
        #expect(measure.before == [5, 6, 4, 2])
        #expect(measure.after == [9, 8, 7, nil])
    }

    @Test func `go by their dates where they have them`() throws {
        func dated(_ name: String, _ rows: [(String, Int, Double)]) -> Sheet {
            Sheet(
                name,
                [["Client ID", "Date", "Wellbeing"]] + rows.map { [.text($0.0), .date(2025, $0.1, 1), .number($0.2)] })
        }
        let found = try records(
            dated("North", [("k1", 9, 8), ("k2", 2, 3)]), dated("South", [("k1", 1, 5), ("k2", 8, 4)]))
        #expect(found.people == 2)
        #expect(found.measures.first?.before == [5, 3])
        #expect(found.measures.first?.after == [8, 4])
    }

    @Test func `may have their columns in another order, and one of their own`() throws {
        let other = Sheet(
            "South", [["Mood after", "Client ID", "Mood before", "Gender", "Ward"], [6, "b1", 2, "F", "East"]])
        let found = try records(people("North", ["a1", "a2"]), other)
        #expect(found.measures.first?.before == [1, 2, 2])
        #expect(found.measures.first?.after == [6, 6, 6])
        #expect(found.parts.last?.columns == [0: 1, 1: 3, 2: 2, 3: 0, 4: 4])
    }

    @Test func `leave the totals of each sheet out`() throws {
        var rows: [[Cell]] = [header, ["a1", "F", 3, 4], ["a2", "F", 5, 6]]
        rows.append([nil, nil, 8, 10])
        let found = try records(Sheet("North", rows), people("South", ["b1"]))
        #expect(found.people == 3)
    }

    @Test(arguments: [("North", "South"), ("North", "North copy"), ("Q1", "Q1 draft")])
    func `with the same people are a question where it is not clear what that means`(first: String, second: String) {
        let found = result([people(first, ["a1", "a2"]), people(second, ["a1", "a2"], from: 3)])
        #expect(found.problems.map(\.code) == ["IMP-004"])
        let both = "\(first) + \(second)=participants"
        #expect(found.problems.first?.takes == ["\(first)=participants", "\(second)=participants", both])
        let together = result([people(first, ["a1", "a2"]), people(second, ["a1", "a2"], from: 3)], takes: [both])
        #expect(together.understanding?.participants?.people == 4)
    }

    @Test func `with the same rows are a question`() {
        let found = result([people("Q1", ["a1", "a2"]), people("Q2", ["a1", "a2"])])
        #expect(found.problems.map(\.code) == ["IMP-004"])
    }

    @Test func `have wrong cells named on the sheet that they are on`() {
        let wrong = Sheet(
            "South",
            [["Gender", "Client ID", "Mood before", "Mood after"], ["F", "b1", "good", 4], ["M", "b2", 3, 4]])
        let found = result([people("North", ["a1", "a2", "a3"]), wrong])
        #expect(found.problems.map { "\($0.code) \($0.cell?.description ?? "")" } == ["IMP-035 South!C2"])
    }

    @Test func `take an answer about a column on any of them`() throws {
        let found = try records(
            people("North", ["a1", "a2"]), people("South", ["b1"]), takes: ["South!Gender=notUsed"])
        #expect(found.characteristics.map(\.name) == ["Sheet"])
    }

    @Test func `named for workers keep no name`() throws {
        let found = try records(people("Ann Archer", ["a1", "a2"]), people("Bo Bright", ["b1"]))
        #expect(found.characteristics.map(\.name) == ["Gender"])
    }

    @Test func `before and after of other people are a question and no list`() {
        let found = result([people("Baseline", ["a1", "a2"]), people("Follow-up", ["b1", "b2"])])
        #expect(found.problems.map(\.code) == ["IMP-004"])
    }
}
