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
        DerivationView(figure, period: account.about.period) { account.figure($0).map { phrase($0.name) } }.body
    }
}
