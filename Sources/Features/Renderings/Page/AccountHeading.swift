import Accounts
import Documents
import FoundationEssentials
import HTML
import Words

/// Who, for whom, when; and whether this is a draft.
struct AccountHeading {
    let account: Account
    let title: Phrase
    let notice: AccountPage.Notice

    var body: HTML {
        header(.classes("account-heading")) {
            noticeView
            h1 { title }
            p(.classes("lead")) {
                "This account says what changed for people, what that is worth, and how anyone can check it."
            }
            dl(.classes("facts")) {
                dt { "Provider" }
                dd { PartyName(name: account.about.provider, side: .provider).body }
                dt { "For" }
                dd { PartyName(name: account.about.commissioner, side: .commissioner).body }
                dt { "Service" }
                dd { if let service = account.about.service { verbatim(service) } else { "not stated" } }
                dt { "Period" }
                dd { account.about.period ?? "not stated" }
                dt { "Date" }
                dd { "\(account.facts.date.argument)" }
                dt { "Edition" }
                dd { "\(account.facts.edition)" }
            }
            if let correction = account.facts.correction {
                p { "This edition corrects the one before it. The reason: \(correction)" }
            }
        }
    }

    @HTMLBuilder private var noticeView: HTML {
        switch notice {
        case .none: HTML.nothing
        case .draft:
            div(.classes("banner banner-draft"), .role("note")) {
                p { "This is a draft. Only you can see it until you publish it." }
            }
        case .superseded(let edition):
            div(.classes("banner"), .role("note")) {
                p { "This edition was corrected. The current one is edition \(edition)." }
            }
        case .withdrawn(let reason):
            div(.classes("banner banner-problem"), .role("note")) {
                p { "This account was withdrawn. The reason: \(reason)" }
            }
        }
    }
}
