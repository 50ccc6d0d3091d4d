import Disclosure
import Documents
import FoundationEssentials
import ValueMaps
package import Words
import Workbooks

extension DraftSummary {
    package init(_ account: Account, near: [NearEdition], in catalogue: Catalogue) {
        let shown = account.figures.filter { !$0.id.hasPrefix("outcome.") && !$0.id.hasPrefix("stakeholder.") }
        let lines = shown.map { figure in
            let reading = catalogue.text(FigureView.reading(figure))
            let range = FigureView.range(figure).map { " (\(catalogue.text($0)))" } ?? ""
            return Line(name: catalogue.text(figure.name), value: reading + range)
        }
        let small = account.worth.outcomes.compactMap { line -> SmallQuantity? in
            let entered = line.values.entered.quantity
            guard case .number(let number) = entered.value, number >= 1, number < Decimal(Suppression.threshold) else {
                return nil
            }
            return SmallQuantity(
                outcome: line.outcome, quantity: catalogue.text(FigureView.reading(line.quantity)),
                cell: entered.origin.cellText)
        }
        let words = account.ownWords
        self.init(
            figures: lines, smallQuantities: small,
            story: words.story != nil ? .shown : words.storyLeftOut ? .leftOut : .none,
            unknowns: account.unknowns.count,
            nearEditions: near)
    }
}

extension Origin {
    fileprivate var cellText: String? {
        switch self {
        case .cell(let cell), .participants(let cell): cell.description
        case .option, .assumed: nil
        }
    }
}
