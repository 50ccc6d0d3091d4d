import Accounts
import Examples
import Reckoning
import HTML
import Testing
import Words

@testable import Renderings

/// Rendered in the pseudo-language, every letter that a catalogue can reach carries an accent.
@Suite(.enabled(if: RealProgramme.isThere, RealProgramme.skipped))
struct EveryWordTests {
    @Test(arguments: [
        AccountPage.Notice.none, .draft, .superseded(edition: 2), .withdrawn(reason: "It was wrong"),
    ])
    func `no word of an account is written past the catalogue`(notice: AccountPage.Notice) throws {
        let account = try Account(of: RealProgramme.understanding(), facts: Example.facts)
        let page = AccountPage(account, charts: AccountCharts(), notice: notice).standalone(style: "")
        #expect(UnreachedWords.find(inHTML: page.render(in: .pseudo)) == [])
    }
}
