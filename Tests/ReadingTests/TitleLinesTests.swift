import Documents
import Testing
import Words
import Workbooks

@testable import Reading

@Suite struct `Lines above a table` {
    private func about(_ lines: [String]) throws -> About {
        try understood(Maps.sheet(above: lines.map { [.text($0)] } + [[]])).about
    }

    @Test(arguments: ["Organisation: Oak House", "Provider – Oak House", "Name of organisation - Oak House"])
    func `may hold a name and its value in one cell`(line: String) throws {
        #expect(try about([line]).provider?.value == "Oak House")
        #expect(try about([line]).provider?.origin == .cell(CellReference(sheet: "Value map", column: 0, row: 0)))
    }

    @Test func `say who and when in a title`() throws {
        let found = try about(["Brightside Community Trust: social value", "April 2023 to March 2024"])
        #expect(found.provider?.value == "Brightside Community Trust")
        #expect((found.period?.value).map(Catalogue.english.text) == "April 2023 to March 2024")
    }

    @Test func `give way to what is named`() throws {
        let found = try about(["The Elm Trust 2022/23", "Provider: Oak House", "Period: 2024/25"])
        #expect(found.provider?.value == "Oak House")
        #expect((found.period?.value).map(Catalogue.english.text) == "2024/25")
    }

    @Test(arguments: ["Trust in others", "A note on trust", "Value map", "Wording: see the notes"])
    func `are no names of organisations by a word alone`(line: String) throws {
        #expect(try about([line]).provider == nil)
    }
}
