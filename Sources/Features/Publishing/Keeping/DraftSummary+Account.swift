package import Accounts
import Disclosure
import FoundationEssentials
import Valuation
package import Words

extension DraftSummary {
    package init(_ account: Account, near: [NearEdition], in catalogue: Catalogue) {
        let shown = account.figures.filter { !$0.id.hasPrefix("outcome.") && !$0.id.hasPrefix("stakeholder.") }
        let lines = shown.map { figure in
            let reading = catalogue.text(figure.reading)
            let range = figure.range.map { " (\(catalogue.text($0)))" } ?? ""
            return Line(name: catalogue.text(figure.name), value: reading + range)
        }
        // What was typed has not been protected: only counts that come from the records of people have.
        let small = account.worth.outcomes.filter { !$0.isCounted }.compactMap { line -> SmallQuantity? in
            guard line.row.quantity >= 1, line.row.quantity < Decimal(Suppression.threshold) else { return nil }
            return SmallQuantity(
                outcome: line.outcome, quantity: catalogue.text(line.quantity.reading),
                cell: line.quantity.derivation.cells.first)
        }
        let words = account.ownWords
        self.init(
            figures: lines, smallQuantities: small,
            story: words[.story] != nil ? .shown : words.leavesStoryOut ? .leftOut : .none,
            unknowns: account.unknowns.count,
            nearEditions: near)
    }
}
