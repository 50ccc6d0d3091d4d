import HTML
import Lookup
import Publishing
import Vocabulary
import Words

/// A reading on the website: its files, and the other words in which the account can be read.
struct KeptReadingPage {
    let reading: AccountInWords
    let account: KeptAccount
    let edition: Edition
    /// As it was asked for.
    let read: LensPath.Read
    /// The scheme that it is read in.
    let lens: LensSource.Choice
    let choices: [LensSource.Choice]

    private var page: AccountInWordsPage {
        AccountInWordsPage(
            reading: reading, original: read.own,
            tools: .group([files, LensChoices(read: read, choices: choices, current: lens.key).body]),
            isInUse: lens.isInUse)
    }

    /// Of each edition in the same words.
    private var editions: EditionNotes {
        EditionNotes(account, edition) { [id = read.account, lens = lens.key] number in
            LensPath.one(.init(id, number: number), lens: lens).url
        }
    }

    var title: Phrase { read.edition == nil ? page.title : "\(page.title), edition \(edition.number)" }

    var body: HTML {
        .group([
            edition.state == .draft ? draftNotice : .nothing, editions.superseded, editions.earlier, page.body,
            editions.all,
        ])
    }

    private var draftNotice: HTML {
        div(.classes("banner banner-draft"), .role("note")) {
            p { "This is a draft. Only your organisation can see it." }
        }
    }

    private var files: HTML {
        nav(.classes("account-files row screen-only"), .ariaLabel("This reading as a file")) {
            ul {
                li { file(.pdf, "PDF") }
                li { file(.xlsx, "Workbook with live sums") }
                li { file(.json, "The reading as data (JSON)") }
                li { file(.html, "One web page") }
            }
        }
    }

    private func file(_ form: AccountForm, _ name: Phrase) -> HTML {
        a(.href(LensPath.file(read, lens: lens.key, form).url)) { name }
    }
}

/// "Read it in the words of …": the account's own and each scheme.
struct LensChoices: Sendable {
    let read: LensPath.Read
    let choices: [LensSource.Choice]
    /// The key of the scheme that is read in; nil for the provider's own words.
    let current: String?

    @HTMLBuilder var body: HTML {
        if !choices.isEmpty {
            nav(.classes("account-files row screen-only"), .ariaLabel("The words to read it in")) {
                p { "Read it in the words of:" }
                ul {
                    li { choice("the provider", at: read.own, isCurrent: current == nil) }
                    for each in choices {
                        li {
                            choice(
                                .words(each.title), at: LensPath.one(read, lens: each.key).url,
                                isCurrent: current == each.key)
                        }
                    }
                }
            }
        }
    }

    private func choice(_ name: Phrase, at address: String, isCurrent: Bool) -> HTML {
        choice(phrase(name), at: address, isCurrent: isCurrent)
    }

    private func choice(_ name: HTML, at address: String, isCurrent: Bool) -> HTML {
        isCurrent ? strong(.aria("current", "true")) { name } : a(.href(address)) { name }
    }
}
