import Accounts
import HTML
import Words

/// Two sentences, and the two figures that they rest on.
struct FindingSection {
    let account: Account

    var body: HTML {
        section(.id("finding")) {
            h2 { "What we found" }
            div(.classes("finding")) {
                for sentence in account.finding { p { sentence } }
            }
            if let limit = account.findingLimit { p { limit } }
            div(.classes("figures")) {
                for figure in headline {
                    FigureView(figure: figure, account: account).card
                }
            }
            p(.classes("small muted")) {
                account.worth.conventionSentence
                verbatim(" ")
                a(.href("#" + Glossary.address), .classes("screen-only")) { "What do these words mean?" }
            }
        }
    }

    private var headline: [Figure] {
        let ratio = account.figure("ratio").map { [$0] } ?? []
        return account.changes.prefix(1).map(\.main) + ratio
    }
}
