import Accounts
import FoundationEssentials
import HTML
import Words

/// What changed: each measure with its interval, its attrition, a picture and a table.
struct ChangesView {
    let account: Account
    let charts: AccountCharts
    let front: FrontPages

    var body: HTML {
        section(.id("changes")) {
            h2 { "What changed" }
            if account.changes.isEmpty {
                p {
                    "Nothing was measured from records of people. The outcomes below are the provider’s own estimates."
                }
            }
            for section in account.changes.prefix(front.measures) { change(section) }
            if account.changes.count > front.measures {
                ul {
                    for section in account.changes.dropFirst(front.measures).prefix(front.sentences) {
                        li { section.sentence }
                    }
                }
                if let annex = Annexes(account, front).full {
                    Annexes.pointer("The tables of these measures are in annex \(annex).", to: Annexes.fullAddress)
                }
            }
        }
    }

    private func change(_ section: ChangeSection) -> HTML {
        div {
            h3 { verbatim(section.name) }
            // The picture comes first, so that on paper its heading stays with it.
            if let chart = chart(section) {
                chart.body { numbers(section) }
            } else {
                p { section.sentence }
                numbers(section)
            }
            if !cards(section).isEmpty {
                div(.classes("figures")) {
                    for figure in cards(section) { FigureView(figure: figure, account: account).card }
                }
            }
            for figure in shown(section).dropFirst(front.changeCards) {
                FigureView(figure: figure, account: account).line
            }
        }
    }

    @HTMLBuilder private func numbers(_ section: ChangeSection) -> HTML {
        ChangeTable(section: section).body
        p(.classes("small muted")) { section.attrition }
    }

    /// The first measure's main figure stands with the finding already.
    private func shown(_ section: ChangeSection) -> [Figure] {
        section.number == 1 ? section.beside : [section.main] + section.beside
    }

    private func cards(_ section: ChangeSection) -> ArraySlice<Figure> {
        shown(section).prefix(front.changeCards)
    }

    private func chart(_ section: ChangeSection) -> Chart? {
        section.number <= charts.changes.count ? charts.changes[section.number - 1] : nil
    }
}
