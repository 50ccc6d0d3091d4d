import Documents
import FoundationEssentials
import Reading
import StandIns
import Testing
import Workbooks

@testable import Imports

@Suite struct StoredImportTests {
    private let names = [
        "Ann Archer", "Bob Baker", "Cy Cooper", "Dee Draper", "Eve Fisher", "Flo Glover", "Gus Hunter", "Hal Ironside",
        "Ida Joiner", "Jon Keeper", "Kit Limner", "Lou Mason",
    ]

    @Test func `what is kept is understood as the whole was`() {
        let rows = names.enumerated().map { index, name in
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
        let reader = WorkbookReader.byContent
        let whole = reader.understand(workbook, ImportOptions(), RememberedMeanings())
        let item = StoredImport(
            id: "2b", fileName: "w.xlsx", digest: "", created: .init(timeIntervalSince1970: 0),
            options: ImportOptions(), leftUnread: whole.leftUnread)
        let back = item.result(of: reader.withoutPersons(workbook, whole.taken), RememberedMeanings(), by: reader)
        #expect(whole.understanding?.participants != nil)
        #expect(back.understanding?.participants == whole.understanding?.participants)
        #expect(back.understanding?.map == whole.understanding?.map)
        #expect(back.taken.flatMap(\.columns).map(\.meaning) == whole.taken.flatMap(\.columns).map(\.meaning))
    }
}
