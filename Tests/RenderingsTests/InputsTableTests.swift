import Accounts
import FoundationEssentials
import HTML
import Testing
import Words

@testable import Renderings

@Suite struct InputsTableTests {
    private func table(_ stakeholders: [String]) -> String {
        let lines = stakeholders.map {
            InputLine(stakeholder: $0, description: "Grant", amount: 100, isInKind: false, year: 0, cell: "Map!C2")
        }
        return InputsTable(lines: lines, currency: "GBP").body.render(in: .english)
    }

    @Test func `a column of stakeholders stands only where somebody is named`() {
        #expect(table(["Council"]).contains("<th scope=\"row\">Council</th>"))
        let nameless = table(["", ""])
        #expect(!nameless.contains("Stakeholder"))
        #expect(nameless.contains("<th scope=\"row\">Grant</th>"))
    }

    @Test(arguments: [["", ""], ["Council", ""], ["", "Council"]])
    func `no row is without a name`(stakeholders: [String]) {
        #expect(!table(stakeholders).contains("<th scope=\"row\"></th>"))
    }
}
