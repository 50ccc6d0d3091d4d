package import Accounts
package import Documents
package import FoundationEssentials
package import ValueMaps
package import Valuation
import Words
package import Workbooks

/// Small made-up workbooks, as they are after understanding.
package enum Example {
    package static let facts = AccountFacts(
        date: CivilDate(year: 2026, month: 11, day: 24), version: "1", workbookName: "example.xlsx",
        workbookDigest: String(repeating: "0", count: 64))

    package static func about(currency: String = "GBP", convention: Convention = .endOfYear) -> About {
        About(
            provider: nil, commissioner: nil, service: nil, period: nil, currency: Sourced(currency, from: .assumed),
            language: Sourced("en", from: .assumed),
            discountRate: Sourced(.flat(Decimal(35) / 1000), from: .assumed),
            convention: Sourced(convention, from: .assumed))
    }

    package static func cell(_ column: Int, _ row: Int) -> Origin {
        .cell(CellReference(sheet: "Value map", column: column, row: row))
    }

    package static func input(_ stakeholder: String, _ amount: Decimal, row: Int) -> EnteredInput {
        EnteredInput(
            stakeholder: stakeholder, description: nil, amount: Sourced(amount, from: cell(2, row)),
            kind: Sourced(.cash, from: .assumed), year: Sourced(0, from: .assumed))
    }

    package static func outcome(
        row: Int, _ stakeholder: String, _ outcome: String, quantity: Quantity, proxy: String,
        deadweight: String = "0", displacement: String = "0", attribution: String = "0", dropOff: String = "0",
        duration: Int = 1, start: Outcome.Start = .after
    ) -> EnteredOutcome {
        func share(_ text: String, _ column: Int) -> Sourced<Decimal> {
            Sourced(Decimal(string: text) ?? 0, from: cell(column, row))
        }
        return EnteredOutcome(
            sheet: "Value map", row: row, stakeholder: stakeholder, outcome: outcome,
            quantity: Sourced(quantity, from: cell(7, row)),
            proxy: share(proxy, 11), deadweight: share(deadweight, 14), displacement: share(displacement, 15),
            attribution: share(attribution, 16), dropOff: share(dropOff, 17),
            duration: Sourced(duration, from: cell(8, row)),
            start: Sourced(start, from: cell(9, row)))
    }
}
