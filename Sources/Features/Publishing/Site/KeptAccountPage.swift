import Accounts
import HTML
import Words

/// An account on the website: what the reader must know first, its files, the account itself, its editions.
struct KeptAccountPage {
    let account: KeptAccount
    let edition: Edition
    /// The account's part of the page, as it was rendered when it was made.
    let markup: String
    /// Whether the reader may publish, correct and withdraw it.
    let mayPublish: Bool
    /// The language of the frame.
    let language: Language
    let languageName: String
    /// Where the workbook that it was made from can be had, for the examples alone.
    let sourceAddress: String?

    /// Whether the reader asked for this very edition, and not for the current one.
    let isByNumber: Bool
    /// What those who work on it are told about the words of its outcomes.
    let wordsNote: HTML
    /// The words of others in which it can be read.
    let otherWords: HTML

    var title: Phrase {
        isByNumber ? "\(edition.shortTitle), edition \(edition.number)" : "\(edition.shortTitle)"
    }

    var body: HTML {
        .group([
            notices,
            wordsNote,
            article,
            editions.all,
            mayPublish && edition.state == .published ? ownersPart : .nothing,
        ])
    }

    /// The files stand behind the account's own heading, which says first what this is.
    private var article: HTML {
        let (heading, rest) = cut
        return div(.lang(edition.language)) {
            HTML.kept(markup: heading)
            files
            otherWords
            HTML.kept(markup: rest)
        }
    }

    /// The markup, cut behind the account's own heading; all of it in front where that can't be found.
    private var cut: (heading: String, rest: String) {
        guard let end = markup.firstRange(of: "</header>")?.upperBound else { return (markup, "") }
        return (String(markup[..<end]), String(markup[end...]))
    }

    private var notices: HTML {
        .group([
            edition.isMadeUp
                ? notice("This is an example. The organisations, people and figures are made up.")
                : .nothing,
            edition.state == .draft ? draftNotice : .nothing,
            editions.superseded,
            editions.earlier,
            mayPublish && edition.state == .published && account.current?.number == edition.number
                ? publishedNotice : .nothing,
            mayPublish && edition.state == .published && account.draft != nil ? waitingNotice : .nothing,
            language.code == edition.language
                ? .nothing : notice("This account is written in \(languageName)."),
        ])
    }

    private func notice(_ text: Phrase) -> HTML {
        div(.classes("banner"), .role("note")) { p { text } }
    }

    private var draftNotice: HTML {
        div(.classes("banner banner-draft"), .role("note")) {
            p { "This is a draft. Only your organisation can see it. It is removed 30 days after it was made." }
            p {
                if mayPublish {
                    a(.classes("button"), .href(AccountPath.check(account.id).url)) { "Check and publish" }
                }
                if let importID = edition.importID {
                    verbatim(" ")
                    a(.classes("button-quiet"), .href(AccountPath.importPage(importID))) {
                        "Change what was understood"
                    }
                }
            }
        }
    }

    private var publishedNotice: HTML {
        div(.classes("banner screen-only"), .role("note")) {
            p {
                "This account is published. Everybody can read it at this address."
                verbatim(" ")
                a(.href("#owner")) { "Correct or withdraw it" }
            }
        }
    }

    private var waitingNotice: HTML {
        div(.classes("banner banner-draft"), .role("note")) {
            p { "A correction of this account is a draft. Only your organisation can see it." }
            p { a(.href(AccountPath.edition(account.id, account.draft?.number ?? 0).url)) { "Look at the draft" } }
        }
    }

    private var files: HTML {
        nav(
            .classes("account-files row screen-only"), .ariaLabel("This account as a file"), .lang(language.code)
        ) {
            ul {
                if let sourceAddress {
                    li { a(.href(sourceAddress)) { "The workbook that it was made from" } }
                }
                li { file(.pdf, "PDF") }
                li { file(.xlsx, "Workbook with live formulas") }
                li { file(.json, "The figures as data (JSON)") }
                li { file(.html, "One web page") }
            }
        }
    }

    private func file(_ form: AccountForm, _ name: Phrase) -> HTML {
        let isCurrent = account.current?.number == edition.number
        let path: AccountPath =
            isCurrent ? .file(account.id, form) : .editionFile(account.id, edition.number, form)
        return a(.href(path.url)) { name }
    }

    private var editions: EditionNotes {
        EditionNotes(account, edition) { [id = account.id] number in
            AccountPath.read(id, edition: number.map(String.init))
        }
    }

    private var ownersPart: HTML {
        section(.classes("panel screen-only"), .id("owner")) {
            h2 { "For you as the owner" }
            p { "A published account is never changed. You can correct it in a new edition, or withdraw it." }
            div(.classes("actions")) {
                a(.classes("button-secondary"), .href(AccountPath.correct(account.id).url)) { "Correct this account" }
                a(.classes("button-quiet"), .href(AccountPath.withdraw(account.id).url)) { "Withdraw this account" }
            }
        }
    }
}

/// What stands where a withdrawn account was.
struct WithdrawnPage {
    let account: KeptAccount
    let withdrawal: KeptAccount.Withdrawal

    var title: Phrase { "This account was withdrawn" }

    var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) { "Its provider withdrew it on \(CivilDate(withdrawal.date).argument)." },
            dl(.classes("facts")) {
                dt { "Account" }
                dd { verbatim(account.current?.shortTitle ?? "") }
                dt { "Provider" }
                dd { PartyName(name: account.current?.provider, side: .provider).body }
                dt { "Reason" }
                dd { verbatim(withdrawal.reason) }
            },
            p { a(.href(AccountPath.home.url)) { "Go to the first page" } },
        ])
    }
}
