import Accounts
import CanonicalJSON
import Documents
import Examples
import HTML
import Reckoning
import Testing
import Words

@testable import Renderings

@Suite(.enabled(if: RealProgramme.isThere, RealProgramme.skipped))
struct RealProgrammeFormsTests {
    @Test func `the page, the JSON and the workbook can be made of it`() throws {
        let account = try Account(of: RealProgramme.understanding(), facts: Example.facts)
        let html = AccountPage(account, charts: AccountCharts()).standalone(style: "").render(in: .english)
        #expect(html.contains("US$1,794"))
        #expect(AccountJSON(account, in: .english).document.canonicalText.contains(#""id":"change.1""#))
        #expect(try AccountWorkbook(account, in: .english).plan().sheets.count == 7)
    }
}
