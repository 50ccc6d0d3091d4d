import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `Columns that tell who people are` {
    // NHS numbers for tests: 999 numbers are never given to anybody (NHS Data Dictionary).
    private static let numbers: [Cell] = ["999 000 0018", "999 000 0026", "999 000 0034"]

    @Test(
        arguments: [
            ("Full name", ["Ann Lee", "Bo Chan", "Cy Dunn"]), ("First name", ["Ann", "Bo", "Cy"]),
            ("Surname", ["Lee", "Chan", "Dunn"]),
            ("Postcode", ["LS1 4AP", "M1 1AE", "B33 8TH"]), ("DOB", ["1/2/1940", "3/4/1950", "5/6/1960"]),
            ("Date of birth", ["x", "y", "z"]),
            ("NHS number", numbers), ("E-mail", ["a@b.org", "c@d.org", "e@f.org"]),
            ("Mobile", ["07700 900123", "07700 900456", "07700 900789"]),
            ("Address line 1", ["1 High Street", "2 Low Road", "3 Mid Lane"]), ("Next of kin", ["A", "B", "C"]),
            ("GP", ["Dr A", "Dr B", "Dr C"]),
            // Who works with them, on many rows each.
            ("Key worker", ["Jane Poole", "Bob Reed", "Jane Poole"]),
            ("Adviser", ["Jane Poole", "Jane Poole", "Jane Poole"]),
            ("Referred by", ["Dr Poole", "Dr Poole", "Mrs A. Reed"]),
            ("Seen by", ["Nurse Poole", "Mr Reed", "Mr Reed"]),
            // Headers that say nothing, and contents that do.
            ("Info", ["a@b.org", "c@d.org", "n/a"]), ("X1", numbers), ("Details", ["LS1 4AP", "M1 1AE", "B33 8TH"]),
            ("Who", ["Ann Lee", "Bo Chan", "Cy O'Dunn"]),
            ("Where", ["12 High Street", "2 Low Road", "Flat 3, Mid Lane"]),
            ("Line", ["07700 900123", "0113 496 0000", "+44 7700 900456"]),
            ("Code 2", ["QQ 12 34 56 C", "QQ123456C", "QQ 65 43 21 A"]),
        ] as [(String, [Cell])])
    func `are left unread, named, and never shown`(header: String, cells: [Cell]) throws {
        let rows = cells.enumerated().map { [.text("a\($0.offset)"), $0.element, 3, 5] as [Cell] }
        let sheet = Sheet("Participants", [["ID", .text(header), "Wellbeing before", "Wellbeing after"]] + rows)
        let understanding = try understood(Maps.sheet(), sheet)
        let column = try #require(understanding.sheets[1].columns.first { $0.column == 1 })
        #expect(column.meaning == "leftUnread")
        #expect(column.examples.isEmpty)
        #expect(understanding.participants?.characteristics.isEmpty == true)
        #expect(
            understanding.notes.contains(
                "We did not read the column \(header) of the sheet \("Participants"), because it may tell who somebody is."
            ))
        let all = String(describing: understanding)
        for case .value(.text(let text)) in cells where text.count > 4 { #expect(!all.contains(text)) }
    }

    @Test(
        arguments: [
            ("School name", ["North School", "South School", "North School"]),
            ("Ethnic group", ["White British", "Black African", "Asian Indian"]),
            ("Postcode district", ["LS1", "LS2", "LS1"]), ("Referred by", ["GP", "Self", "GP"]),
            ("Referred by", ["Social Services", "Citizens Advice", "Social Services"]),
            ("Key worker", ["yes", "no", "yes"]),
            ("Area", ["North Ward", "South Ward", "North Ward"]),
            ("Age band", ["65-74", "75-84", "85+"]),
        ] as [(String, [Cell])])
    func `are not those of groups of people`(header: String, cells: [Cell]) throws {
        let rows = cells.enumerated().map { [.text("a\($0.offset)"), $0.element, 3, 5] as [Cell] }
        let sheet = Sheet("Participants", [["ID", .text(header), "Wellbeing before", "Wellbeing after"]] + rows)
        #expect(try understood(Maps.sheet(), sheet).participants?.characteristics.map(\.name) == [header])
    }

    // The check digit rule of the NHS Data Dictionary; 943 476 5919 is its published example.
    @Test func `are NHS numbers where the last digit fits`() {
        #expect(NHSNumber.isValid("943 476 5919"))
        #expect(NHSNumber.isValid("9434765919"))
        #expect(NHSNumber.isValid("943-476-5919"))
        #expect(!NHSNumber.isValid("9434765918"))
        #expect(!NHSNumber.isValid("1234567890"))
        #expect(!NHSNumber.isValid("0000000000"))
        #expect(!NHSNumber.isValid("94347659190"))
    }

    @Test func `may tell rows of one person together, and are then kept no longer`() throws {
        let rows: [[Cell]] = [
            ["Name", "Date", "Wellbeing"], ["Ann Lee", .date(2025, 4, 1), 3], ["Bo Chan", .date(2025, 4, 1), 4],
            ["ann lee", .date(2025, 9, 1), 5], ["Bo Chan", .date(2025, 9, 1), 8],
        ]
        let understanding = try understood(Maps.sheet(), Sheet("Participants", rows))
        #expect(understanding.participants?.people == 2)
        #expect(understanding.participants?.measures.first?.after == [5, 8])
        #expect(understanding.sheets[1].columns.first?.examples == [])
        #expect(!String(describing: understanding).contains("Chan"))
        #expect(understanding.notes.contains { $0.key.contains("only to tell which rows are about the same person") })
    }

    @Test func `are not shown in a problem either`() throws {
        let rows: [[Cell]] = [
            ["Participant", "Wellbeing before", "Wellbeing after"], ["Ann Lee", 3, 4], ["Bo Chan", 3, 4],
            ["Cy Dunn", 3, 4], ["Ann Lee", 3, 4],
        ]
        let found = problems(Maps.sheet(), Sheet("Participants", rows))
        #expect(found.places == ["IMP-030 A5"])
        #expect(!String(describing: found).contains("Ann"))
    }

    @Test func `can't be chosen for anything else where their contents say so`() throws {
        let rows: [[Cell]] = [
            ["ID", "Mail", "Wellbeing before", "Wellbeing after"], ["a1", "a@b.org", 3, 4], ["a2", "c@d.org", 3, 4],
        ]
        let options = ImportOptions(takes: ["Participants!Mail=characteristic"])
        #expect(problems(Maps.sheet(), Sheet("Participants", rows), options: options).places == ["IMP-036 B1"])
        let harmless: [[Cell]] = [
            ["ID", "Contact", "Wellbeing before", "Wellbeing after"], ["a1", "weekly", 3, 4], ["a2", "monthly", 3, 4],
        ]
        let chosen = try understood(
            Maps.sheet(), Sheet("Participants", harmless),
            options: ImportOptions(takes: ["Participants!Contact=characteristic"]))
        #expect(chosen.participants?.characteristics.map(\.name) == ["Contact"])
    }

    @Test func `include long texts, which may tell a story`() throws {
        let rows: [[Cell]] = [
            ["ID", "Journey", "Wellbeing before", "Wellbeing after"],
            ["a1", "She lost her job in the spring and came to us through her neighbour.", 3, 4],
            ["a2", "He had been living in his car for three months before he found us.", 3, 4],
        ]
        let understanding = try understood(Maps.sheet(), Sheet("Participants", rows))
        #expect(understanding.sheets[1].columns[1].meaning == "leftUnread")
        #expect(!String(describing: understanding).contains("neighbour"))
    }
}
