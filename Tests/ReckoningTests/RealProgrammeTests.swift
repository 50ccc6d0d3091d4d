import Accounts
import Examples
import Documents
import FoundationEssentials
import Testing
import Words

@testable import Reckoning

/// Expected figures: the study's own data, worked out with SciPy's ttest_ind (equal_var=False) and kept in the methods' page.
@Suite(.enabled(if: RealProgramme.isThere, RealProgramme.skipped))
struct RealProgrammeTests {
    let account: Account

    init() throws { account = try Account(of: RealProgramme.understanding(), facts: Example.facts) }

    @Test func `the difference in earnings is the one that the study's data give`() throws {
        let change = try #require(account.figure("change.1"))
        #expect(change.value == Decimal(string: "1794.34"))
        #expect(change.low == Decimal(string: "474.01"))
        #expect(change.high == Decimal(string: "3114.67"))
        #expect(change.unit == .money("USD"))
        #expect(change.groups?.count == 185)
        #expect(change.groups?.comparisonCount == 260)
        #expect(change.groups?.mean == Decimal(string: "6349.14"))
        #expect(change.groups?.comparisonMean == Decimal(string: "4554.80"))
    }

    @Test func `a derivation ends in a cell range and its rule`() {
        #expect(
            account.figure("change.1")?.derivation.cells.contains("Participants!G4:G448 where B = Yes, n = 185") == true
        )
    }
}
