import Imports
import Documents
import FoundationEssentials
import HTML
import Words

/// What it is worth, for whom, and what the ratio depends on.
struct WorthView {
    let account: Account
    let charts: AccountCharts

    private var worth: WorthSection { account.worth }
    private var currency: String { account.about.currency.value }

    var body: HTML {
        section(.id("worth")) {
            h2 { "What it is worth" }
            div(.class("figures")) {
                for figure in worth.totals where figure.id != "ratio" && figure.id != "netRatio" {
                    FigureView(figure: figure, account: account).card
                }
            }
            if !worth.isPaidBack {
                p(.class("small muted")) {
                    "In these terms it is not paid back: the value does not reach what was put in while it lasts."
                }
            }
            if let svg = charts.worth { ChartFrame(svg: svg).body }
            stakeholders
            if let svg = charts.sensitivity { ChartFrame(svg: svg).body }
            if !worth.sensitivity.isEmpty {
                p(.class("small muted")) {
                    "The table of these choices is in annex 2. Each one is moved alone; the range of the ratio moves all of them at once."
                }
            }
        }
    }

    private var stakeholders: HTML {
        div(.class("table-scroll"), .tabindex(0), .role("region"), .ariaLabel("Worth by stakeholder")) {
            table {
                caption { "What it is worth today, by stakeholder" }
                thead {
                    tr {
                        th(.scope("col")) { "Stakeholder" }
                        th(.scope("col"), .class("number")) { "Worth today" }
                        th(.scope("col"), .class("screen-only")) { "Derivation" }
                    }
                }
                tbody {
                    for line in worth.stakeholders {
                        tr {
                            th(.scope("row")) { verbatim(line.stakeholder) }
                            td(.class("number")) { FigureView.reading(line.value) }
                            td(.class("screen-only")) { FigureView(figure: line.value, account: account).derivation }
                        }
                    }
                }
            }
        }
    }
}
