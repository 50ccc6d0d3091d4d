import Accounts
import Examples
import HTML
import Reckoning
import Testing
import Words

@testable import Renderings

@Suite struct ChangeTableTests {
    @Test func `averages of those measured again say so`() throws {
        let moves = (0..<24).map { number -> Double? in number < 20 ? Double(2 + number % 2) : nil }
        let account = try Account(
            of: Example.understanding(outcomes: [Example.calmer], measures: [Example.measure("Score", moves: moves)]),
            facts: Example.facts)
        let page = AccountPage(account, charts: AccountCharts()).standalone(style: "").render(in: .english)
        #expect(page.contains("Average before, of those measured again"))
        #expect(page.contains("Average after, of those measured again"))
    }
}
