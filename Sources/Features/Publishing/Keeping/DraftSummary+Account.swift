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
            return Line(
                name: catalogue.text(figure.name), value: reading + range,
                meaning: figure.id == "netRatio" ? catalogue.text(Wording.netRatio) : nil)
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
            figures: lines,
            attrition: account.changes.map { Line(name: $0.name, value: catalogue.text($0.attrition)) },
            comparison: account.people?.comparison.map { catalogue.text($0.reading) }, smallQuantities: small,
            story: words[.story] != nil ? .shown : words.leavesStoryOut ? .leftOut : .none,
            unknowns: account.unknowns.map(catalogue.text),
            nearEditions: near)
    }
}
