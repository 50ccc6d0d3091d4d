package import Accounts
import Documents
import FoundationEssentials
package import HTML
import Valuation
package import Words

/// "How was this worked out?", in place: the rule, the exact figure, and the way to the cells.
package struct DerivationView {
    private let figure: Figure
    private let period: Phrase?
    private let language: String?
    private let name: (String) -> HTML?

    /// - Parameters:
    ///   - language: of the figure's sentences, where the page may be in another.
    ///   - name: what the page calls a figure, by its identifier.
    package init(_ figure: Figure, period: Phrase?, language: String? = nil, name: @escaping (String) -> HTML?) {
        self.figure = figure
        self.period = period
        self.language = language
        self.name = name
    }

    package var body: HTML {
        details(.classes("derivation")) {
            summary {
                "How was this worked out?"
                span(.classes("visually-hidden")) {
                    verbatim(" ")
                    name(figure.id) ?? phrase(figure.name)
                }
            }
            explanation
        }
    }

    private var explanation: HTML {
        dl {
            dt { "Rule" }
            said(figure.derivation.rule)
            dt { "Exact figure" }
            dd { figure.exact }
            dt { "Method" }
            said(figure.method)
            dt { "Period" }
            dd { period ?? "not stated" }
            dt { "Source" }
            said(figure.source)
            if !figure.derivation.figures.isEmpty {
                dt { "From the figures" }
                for id in figure.derivation.figures { dd { name(id) ?? verbatim(id) } }
            }
            if !figure.derivation.cells.isEmpty {
                dt { "From the cells" }
                for cell in figure.derivation.cells { dd { CellText(text: cell).html } }
            }
        }
    }

    private func said(_ sentence: Phrase) -> HTML {
        dd(.when(language != nil, .lang(language ?? ""))) { sentence }
    }
}

extension Figure {
    /// As exactly as it is kept, with its range.
    var exact: Phrase {
        guard let value else { return withheld ?? "not stated" }
        let number: (Decimal) -> Phrase = { value in
            if case .money(let currency) = unit { return "\(value, currency: currency, pence: true)" }
            return "\(Wording.number(value, most: unit.places))"
        }
        guard let low, let high else { return number(value) }
        return "\(number(value)), from \(number(low)) to \(number(high))"
    }
}
