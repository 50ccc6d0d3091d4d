import Documents
import Measurement
import StandIns
import Testing
import Workbooks

@testable import Reading

@Suite struct WithoutPersonsTests {
    private static let names = [
        "Ann Archer", "Bob Baker", "Cy Cooper", "Dee Draper", "Eve Fisher", "Flo Glover", "Gus Hunter", "Hal Ironside",
        "Ida Joiner", "Jon Keeper", "Kit Limner", "Lou Mason",
    ]

    private func kept(_ workbook: Workbook) -> [String] {
        let taken = understand(workbook).taken
        return workbook.withoutPersons(taken).sheets.flatMap(\.strings)
    }

    @Test func `a column of names, addresses or numbers of persons is not kept, and its heading is`() {
        let rows = Self.names.enumerated().map { index, name in
            [name, "C-\(index)", "HM1 2A\(index % 10)", "\(index % 5 + 4)", "\(index % 4 + 3)"]
        }
        let strings = kept(
            Workbook(
                format: .xlsx,
                sheets: [
                    Sheet(
                        grid: "Clients",
                        [["Client name", "Client ref", "Postcode", "Loneliness before", "Loneliness after"]] + rows)
                ]))
        #expect(Self.names.allSatisfy { !strings.contains($0) })
        #expect(!strings.contains { $0.hasPrefix("HM1") })
        #expect(strings.contains("Client name"))
        #expect(strings.contains("C-11"))
    }

    @Test func `people who are told apart by their names get a number each, the same one each time`() {
        let rows = (Self.names + Self.names).enumerated().map { index, name in
            [name, index < 12 ? "2025-04-01" : "2026-03-01", "\(index % 5 + 4)"]
        }
        let workbook = Workbook(
            format: .xlsx, sheets: [Sheet(grid: "People", [["Participant name", "Date", "Loneliness"]] + rows)])
        let strings = kept(workbook)
        #expect(Self.names.allSatisfy { !strings.contains($0) })
        let again = workbook.withoutPersons(understand(workbook).taken)
        let sheet = again.sheets[0]
        #expect(sheet.value(row: 1, column: 0) == sheet.value(row: 13, column: 0))
        #expect(sheet.value(row: 1, column: 0) != sheet.value(row: 2, column: 0))
    }

    @Test func `what names persons on a sheet that is not used is not kept either`() {
        let strings = kept(
            Workbook(
                format: .xlsx,
                sheets: [
                    Sheet(
                        grid: "Staff",
                        [["Who", "Reach them at"], ["Jane Doe", "jane@example.org"], ["J Roe", "roe@example.org"]])
                ]))
        #expect(!strings.contains { $0.contains("@") })
    }

    /// The first person was not asked again, as the first on a list often was not.
    @Test(arguments: [
        ["First name", "Surname", "DOB"], ["Name", "Address", "Postcode"], ["Forename", "Email", "Phone"],
    ])
    func `the copy that is kept is read as the workbook was, however many columns were emptied`(headings: [String])
        throws
    {
        let header =
            ["Client ref"] + headings + ["Start date", "End date", "Mood at start", "Mood at end"]
            + ["Sleep before", "Sleep after", "Still in service"]
        let rows = Self.names.enumerated().map { index, name in
            let isThere = index % 6 != 0
            return ["BF\(index)", name, "Smith \(index)", "1935-03-\(index + 10)", "2024-04-\(index + 10)"]
                + [isThere ? "2025-02-01" : "", "\(6 + index % 4)", isThere ? "\(5 + index % 3)" : ""]
                + ["\(30 + index)", isThere ? "\(34 + index)" : "", isThere ? "No" : "Yes"]
        }
        let workbook = Workbook(
            format: .xlsx, sheets: [Maps.sheet(), Sheet(grid: "Participants", [header] + rows)])
        let first = understand(workbook)
        let again = understand(workbook.withoutPersons(first.taken))
        for result in [first, again] {
            let people = try #require(result.understanding?.participants)
            #expect(people.people == 12)
            #expect(people.measures.map { $0.after.count { $0 != nil } } == [10, 10])
        }
    }
}
