import Documents
import FoundationEssentials
import Testing

@testable import Imports

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

    @Test func `what is kept is understood as the whole was`() {
        let rows = Self.names.enumerated().map { index, name in
            [name, "C-\(index)", "\(index % 5 + 4)", "\(index % 4 + 3)"]
        }
        let workbook = Workbook(
            format: .xlsx,
            sheets: [
                Sheet(
                    grid: "Map",
                    [
                        ["Stakeholder", "Outcome", "Quantity", "Value of proxy", "Deadweight %", "Attribution %"],
                        ["People", "Less lonely", "people who improved on Loneliness", "900", "20", "25"],
                    ]),
                Sheet(
                    grid: "Clients", [["Client name", "Client ref", "Loneliness before", "Loneliness after"]] + rows),
            ])
        let whole = understand(workbook)
        let item = StoredImport(
            id: "2b", fileName: "w.xlsx", digest: "", created: .init(timeIntervalSince1970: 0),
            options: ImportOptions(),
            leftUnread: whole.taken.leftUnread, workbook: workbook.withoutPersons(whole.taken))
        let back = item.result(RememberedMeanings())
        #expect(whole.understanding?.participants != nil)
        #expect(back?.understanding?.participants == whole.understanding?.participants)
        #expect(back?.understanding?.map == whole.understanding?.map)
        #expect(back?.taken.flatMap(\.columns).map(\.meaning) == whole.taken.flatMap(\.columns).map(\.meaning))
    }
}

extension Sheet {
    /// A sheet of texts and numbers; a text that is a number is one, and one that is a date is one.
    init(grid name: String, _ rows: [[String]]) {
        let columns = rows.map(\.count).max() ?? 0
        var kinds: [UInt8] = []
        var numbers: [Double] = []
        var strings: [String] = []
        for row in rows {
            for column in 0..<columns {
                let text = column < row.count ? row[column] : ""
                let date = text.split(separator: "-").compactMap { Int($0) }
                if let number = Double(text) {
                    kinds.append(Kind.number.rawValue)
                    numbers.append(number)
                } else if text.isEmpty {
                    kinds.append(Kind.empty.rawValue)
                    numbers.append(0)
                } else if date.count == 3 {
                    kinds.append(Kind.date.rawValue)
                    numbers.append(Double(date[0] * 10_000 + date[1] * 100 + date[2]))
                } else {
                    kinds.append(Kind.text.rawValue)
                    numbers.append(Double(strings.count))
                    strings.append(text)
                }
            }
        }
        self.init(
            name: name, rowCount: rows.count, columnCount: columns, kinds: kinds, numbers: numbers, strings: strings)
    }
}
