import Accounts
import Documents
import FoundationEssentials
import HTML
import Words

/// What it is worth, for whom, and what the ratio depends on.
struct WorthView {
    let account: Account
    let charts: AccountCharts
    let front: FrontPages

    private var worth: WorthSection { account.worth }
    private var annexes: Annexes { Annexes(account, front) }
    private var totals: [Figure] { worth.totals.filter { $0.id != "ratio" && $0.id != "netRatio" } }

    var body: HTML {
        section(.id("worth")) {
            h2 { "What it is worth" }
            div(.classes("figures")) {
                for figure in totals.prefix(front.cards) { FigureView(figure: figure, account: account).card }
            }
            for figure in totals.dropFirst(front.cards) { FigureView(figure: figure, account: account).line }
            if !worth.isPaidBack, !worth.outcomes.isEmpty {
                p(.classes("small muted")) {
                    "In these terms it is not paid back: the value does not reach what was put in while it lasts."
                }
            }
            if let worth = charts.worth, let sensitivity = charts.sensitivity {
                Chart.pair((worth, stakeholders), (sensitivity, choices))
            } else {
                if let chart = charts.worth { chart.body { stakeholders } } else { stakeholders }
                if let chart = charts.sensitivity { chart.body { choices } } else { choices }
            }
        }
    }

    @HTMLBuilder private var stakeholders: HTML {
        if !worth.stakeholders.isEmpty {
            StakeholdersTable(lines: Array(worth.largest.prefix(front.stakeholders)), account: account).body
        }
        if worth.stakeholders.count > front.stakeholders, let annex = annexes.full {
            Annexes.pointer(
                "The other stakeholders, for whom it is worth less, are in annex \(annex).", to: Annexes.fullAddress)
        }
    }

    @HTMLBuilder private var choices: HTML {
        if let annex = annexes.sensitivity {
            p(.classes("small muted")) {
                "Each of these choices is moved alone; the range of the ratio moves all of them at once."
                verbatim(" ")
                a(.href("#" + Annexes.sensitivityAddress)) {
                    "The table of these choices is in annex \(annex)."
                }
            }
        }
    }
}

extension WorthSection {
    /// The stakeholders in the order of what it is worth for them.
    var largest: [StakeholderLine] { stakeholders.sorted { ($0.value.value ?? 0) > ($1.value.value ?? 0) } }
}
