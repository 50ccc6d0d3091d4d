import Accounts
import Valuation
import Documents
import FoundationEssentials
import HTML
import Words

/// A figure as it is read: rounded, with its range, and its derivation one click away.
struct FigureView {
    let figure: Figure
    let account: Account

    /// A card: name, number, range, confidence, and how it was worked out.
    var card: HTML {
        div(.classes("figure-card")) {
            p(.classes("figure-name")) { figure.name }
            p(.classes("figure-value")) { figure.reading }
            if let direction = figure.direction { p(.classes("figure-range")) { direction } }
            if let range = figure.range {
                bar
                p(.classes("figure-range")) { "Range: \(range)" }
            }
            p(.classes("figure-about")) { figure.confidence }
            derivation
        }
    }

    /// The same in one line, where room is short.
    var line: HTML {
        div {
            if let direction = figure.direction {
                p { "\(figure.name): \(figure.reading) \(direction)." }
            } else {
                p { "\(figure.name): \(figure.reading)." }
            }
            derivation
        }
    }

    /// The range drawn to scale, with no change (or, for a ratio, 1) as the mark to compare with.
    private var bar: HTML {
        guard let value = figure.value?.double, let low = figure.low?.double, let high = figure.high?.double,
            let range = figure.range
        else { return .nothing }
        let reference = figure.unit == .ratio ? 1.0 : 0.0
        let start = min(low, reference)
        let end = max(high, reference)
        guard start < end else { return .nothing }
        let margin = (end - start) * 0.05
        return RangeBar(
            low: low, value: value, high: high, reference: reference, scale: (start - margin)...(end + margin),
            title: "\(figure.name): \(range)"
        ).html
    }

    /// "How was this worked out?", in place.
    var derivation: HTML {
        details(.classes("derivation")) {
            summary {
                "How was this worked out?"
                span(.classes("visually-hidden")) {
                    verbatim(" ")
                    figure.name
                }
            }
            explanation
        }
    }

    var explanation: HTML {
        dl {
            dt { "Rule" }
            dd { figure.derivation.rule }
            dt { "Exact figure" }
            dd { exact }
            dt { "Method" }
            dd { figure.method }
            dt { "Period" }
            dd {
                account.about.period ?? "not stated"
            }
            dt { "Source" }
            dd { figure.source }
            if !figure.derivation.figures.isEmpty {
                dt { "From the figures" }
                for id in figure.derivation.figures { dd { account.figure(id)?.name ?? "\(id)" } }
            }
            if !figure.derivation.cells.isEmpty {
                dt { "From the cells" }
                for cell in figure.derivation.cells { dd { CellText(text: cell).html } }
            }
        }
    }

    var exact: Phrase {
        guard let value = figure.value else { return figure.withheld ?? "not stated" }
        let unit = figure.unit
        let number: (Decimal) -> Phrase = { value in
            if case .money(let currency) = unit { return "\(value, currency: currency, pence: true)" }
            return "\(Wording.number(value, most: unit.places))"
        }
        guard let low = figure.low, let high = figure.high else { return number(value) }
        return "\(number(value)), from \(number(low)) to \(number(high))"
    }
}
