package import Accounts
import Documents
package import HTML
package import Words

/// The account for reading: the same words on the website, in the file that stands alone and on paper.
package struct AccountPage: Sendable {
    /// What the reader must know before reading on, such as that this is a draft or that a later edition exists.
    package enum Notice: Sendable, Equatable {
        case none
        case draft
        case superseded(edition: Int)
        case withdrawn(reason: String)
    }

    let account: Account
    let charts: AccountCharts
    let notice: Notice
    let front: FrontPages

    package init(
        _ account: Account, charts: AccountCharts, notice: Notice = .none, front: FrontPages = .ample
    ) {
        self.account = account
        self.charts = charts
        self.notice = notice
        self.front = front
    }

    package var title: Phrase {
        guard let service = account.about.service else { return "What changed, and what is it worth?" }
        return "What did \(service) change, and what is it worth?"
    }

    /// The account within a page of the website.
    package var body: HTML { body(standsAlone: false) }

    private func body(standsAlone: Bool) -> HTML {
        article(.classes("account")) {
            AccountHeading(account: account, title: title, notice: notice).body
            FindingSection(account: account).body
            OwnWordsView(words: account.ownWords, mostWords: front.words, annex: Annexes(account, front).full).body
            PeopleView(account: account, front: front).body
            ChangesView(account: account, charts: charts, front: front).body
            WorthView(account: account, charts: charts, front: front).body
            LimitsView(account: account).body
            AnnexesView(account: account, front: front, standsAlone: standsAlone).body
        }
    }

    /// One file that stands alone: the style is inside, and nothing is fetched or run.
    package func standalone(style: String) -> Document {
        Document(
            title: title, styleSheet: .embedded(style),
            details: [
                ("author", "\(account.about.provider ?? "")"),
                ("description", "An account of what changed and what it is worth."),
                ("dcterms.created", "\(account.facts.date.description)"),
            ]
        ) {
            main(.id("main")) {
                div(.classes("wrap")) {
                    body(standsAlone: true)
                    HTML.translationNote
                }
            }
        }
    }
}

/// The charts of an account, drawn by the worker; a table stands beside each, so an account reads without them.
package struct AccountCharts: Sendable {
    /// One for each measured change; nil where there is nothing to draw.
    package var changes: [Chart?]
    package var worth: Chart?
    package var sensitivity: Chart?

    package init(changes: [Chart?] = [], worth: Chart? = nil, sensitivity: Chart? = nil) {
        self.changes = changes
        self.worth = worth
        self.sensitivity = sensitivity
    }
}
