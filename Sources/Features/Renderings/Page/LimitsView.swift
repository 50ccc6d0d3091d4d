import Accounts
import HTML
import Words

/// What would have happened anyway, what we don't know, and what the figures are not.
struct LimitsView {
    let account: Account

    var body: HTML {
        HTML.group([
            list("anyway", "What would have happened anyway", account.anyway),
            list("unknowns", "What we don’t know", account.unknowns),
            list("cautions", "What this figure is not", account.cautions),
        ])
    }

    private func list(_ id: String, _ heading: Phrase, _ lines: [Phrase]) -> HTML {
        section(.id(id)) {
            h2 { heading }
            ul { for line in lines { li { line } } }
        }
    }
}
