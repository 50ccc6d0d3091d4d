import FoundationEssentials
import HTML
import Imports
import Words

/// The first page: what this is, the published accounts, and for the owner what waits.
struct HomePage {
    let placeName: String
    let isMadeUp: Bool
    let accounts: [KeptAccount]
    /// The owner's alone.
    let imports: [ImportLine]
    let isOwner: Bool
    let waiting: [WaitingJob]
    let examplesLeft: Int

    var title: Phrase { "What changed, and what is it worth?" }

    var body: HTML {
        .group([
            h1 { title },
            p(.class("lead")) {
                "Here, organisations account for what their work changed for people, what that is worth, and how anyone can check it."
            },
            isMadeUp
                ? div(.class("banner"), .role("note")) {
                    p {
                        "\(placeName) is made up, and so are its organisations and people. They show what an account looks like."
                    }
                } : .nothing,
            isOwner ? ownersPart : .nothing,
            examplesLeft > 0 ? examples : .nothing,
            published,
            withdrawn,
            isOwner ? .nothing : explanation,
        ])
    }

    private var ownersPart: HTML {
        section {
            h2 { "What you can do now" }
            p { a(.class("button"), .href(ImportPath.new.url)) { "Turn a spreadsheet into an account" } }
            if !steps.isEmpty {
                h3 { "What waits for you" }
                ol(.class("next-steps")) { for step in steps { li { step } } }
            }
        }
    }

    private var steps: [HTML] {
        waiting.map { job in
            .group([
                a(.href(job.address)) { job.title },
                verbatim(" "), span(.class("step-since")) { "\(job.percent)% done" },
            ])
        }
            + accounts.filter { $0.withdrawal == nil }.compactMap { account in account.draft.map { draft(account, $0) }
            }
            + imports.map { item in
                .group([
                    a(.href(ImportPath.one(item.id).url)) { "Look at what we understood of \(item.fileName)" },
                    verbatim(" "), span(.class("step-since")) { "since \(CivilDate(item.created).argument)" },
                ])
            }
    }

    private func draft(_ account: KeptAccount, _ draft: Edition) -> HTML {
        let address: AccountPath = account.current == nil ? .one(account.id) : .edition(account.id, draft.number)
        return .group([
            span(.class("tag tag-waiting")) { "Draft" }, verbatim(" "),
            a(.href(address.url), .lang(draft.language)) { verbatim(draft.shortTitle) },
            verbatim(" "), span(.class("step-since")) { "since \(CivilDate(draft.created).argument)" },
        ])
    }

    private var examples: HTML {
        p(.class("muted"), .role("status"), .id("examples-left")) {
            Phrase(
                one: "\(examplesLeft) more example is being made. Load the page again in a moment.",
                other: "\(examplesLeft) more examples are being made. Load the page again in a moment.",
                count: examplesLeft)
        }
    }

    private var published: HTML {
        let shown = accounts.filter { $0.withdrawal == nil && $0.current != nil }
        return section {
            h2 { "Published accounts" }
            if shown.isEmpty {
                div(.class("empty")) {
                    p {
                        "Nothing was published yet. Published accounts will stand here, for everybody to read and check."
                    }
                    p {
                        a(.href(ImportPath.example.url)) {
                            "See a filled example of the spreadsheet that one is made from"
                        }
                    }
                }
            } else {
                ol(.class("next-steps")) { for account in shown { li { line(account) } } }
            }
        }
    }

    private func line(_ account: KeptAccount) -> HTML {
        guard let edition = account.current else { return .nothing }
        return .group([
            h3(.class("step-title")) {
                a(.href(AccountPath.one(account.id).url), .lang(edition.language)) { verbatim(edition.shortTitle) }
            },
            edition.provider.map { name in p(.class("step-since"), .lang(edition.language)) { verbatim(name) } }
                ?? .nothing,
            p(.lang(edition.language)) { verbatim(edition.finding) },
            p(.class("step-since")) {
                if edition.number > 1 {
                    "Edition \(edition.number), published \(CivilDate(edition.published ?? edition.created).argument)"
                } else {
                    "Published \(CivilDate(edition.published ?? edition.created).argument)"
                }
            },
        ])
    }

    @HTMLBuilder private var withdrawn: HTML {
        let gone = accounts.filter { $0.withdrawal != nil }
        if !gone.isEmpty {
            section {
                h2 { "Withdrawn accounts" }
                ul {
                    for account in gone {
                        li {
                            a(.href(AccountPath.one(account.id).url), .lang(account.current?.language ?? "en")) {
                                verbatim(account.current?.shortTitle ?? account.id)
                            }
                        }
                    }
                }
            }
        }
    }

    private var explanation: HTML {
        section(.class("panel")) {
            h2 { "How to read an account" }
            p {
                "Every figure has its unit, its period and its source. “How was this worked out?” opens the way to it, down to the cells of the provider’s own workbook."
            }
            p {
                "A ratio of 1.8 does not mean that anybody saved money. It must not be compared with the ratio of another organisation."
            }
            p {
                a(.href(ImportPath.template.url)) { "The spreadsheet that an account is made from" }
            }
        }
    }
}
