import Accounts
import HTML
import Words

/// A chart as it stands on a page: what it shows in a sentence, and the picture.
package struct Chart: Sendable {
    let finding: Phrase
    let svg: String

    var body: HTML {
        figure(.classes("chart")) {
            figcaption { finding }
            picture(svg: svg)
        }
    }

    /// With what belongs to it beside it, where there is room.
    func body(@HTMLBuilder beside: () -> HTML) -> HTML {
        div(.classes("chart-beside")) {
            body
            div { beside() }
        }
    }

    /// Two charts with what belongs to each: on a wide screen beside it, on paper below it, so that the charts share a row.
    static func pair(_ first: (chart: Chart, more: HTML), _ second: (chart: Chart, more: HTML)) -> HTML {
        div(.classes("chart-beside chart-pair")) {
            for part in [first, second] {
                part.chart.body
                div { part.more }
            }
        }
    }
}
