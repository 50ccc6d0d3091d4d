import Documents
import FoundationEssentials
import HTML
import Words
import Workbooks

/// Who, for whom, when; and whether this is a draft.
struct AccountHeading {
    let account: Account
    let title: Phrase
    let notice: AccountPage.Notice

    var body: HTML {
        header(.class("account-heading")) {
            noticeView
            h1 { title }
            p(.class("lead")) {
                "This account says what changed for people, what that is worth, and how anyone can check it."
            }
            dl(.class("facts")) {
                fact("Provider", account.about.provider?.value)
                fact("For", account.about.commissioner?.value)
                fact("Service", account.about.service?.value)
                fact("Period", account.about.period?.value)
                dt { "Date" }
                dd { "\(account.facts.date.argument)" }
                dt { "Edition" }
                dd { "\(account.facts.edition)" }
            }
            if let correction = account.facts.correction {
                p(.class("correction")) { "This edition corrects the one before it. The reason: \(correction)" }
            }
        }
    }

    private func fact(_ name: Phrase, _ value: String?) -> HTML {
        .group([
            dt { name },
            dd { if let value { verbatim(value) } else { "not stated" } },
        ])
    }

    @HTMLBuilder private var noticeView: HTML {
        switch notice {
        case .none: HTML.nothing
        case .draft:
            div(.class("banner banner-draft"), .role("note")) {
                p { "This is a draft. Only you can see it until you publish it." }
            }
        case .superseded(let edition):
            div(.class("banner banner-notice"), .role("note")) {
                p { "This edition was corrected. The current one is edition \(edition)." }
            }
        case .withdrawn(let reason):
            div(.class("banner banner-problem"), .role("note")) {
                p { "This account was withdrawn. The reason: \(reason)" }
            }
        }
    }
}
