import HTML
import Imports
import Lookup
import Web
import Words

/// The first page: what this is, the published accounts, and for the people of an organisation what waits.
struct HomePage {
    let placeName: String
    let isMadeUp: Bool
    let published: PageOf<KeptAccount>
    let reading: ListReading
    let withdrawn: PageOf<KeptAccount>
    /// For those who act for an organisation.
    let waiting: WaitingSteps?
    /// Whether the reader may bring in a workbook.
    let mayAdd: Bool
    let examplesLeft: Int
    /// How many organisations ask to join and wait for the reader's answer, and where it is given.
    let asking: Int
    let answers: String
    /// Where a stranger can ask that their organisation may join.
    let ask: String?

    private var isInside: Bool { waiting != nil }

    var title: Phrase { "What changed, and what is it worth?" }

    var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) {
                "Here, organisations account for what their work changed for people, what that is worth, and how anyone can check it."
            },
            isMadeUp
                ? div(.classes("banner"), .role("note")) {
                    p {
                        "\(placeName) is made up, and so are its organisations and people. They show what an account looks like."
                    }
                } : .nothing,
            asking > 0 ? askingPart : .nothing,
            waiting.map(ownersPart) ?? .nothing,
            examplesLeft > 0 ? examples : .nothing,
            publishedPart,
            withdrawnPart,
            isInside ? .nothing : explanation,
        ])
    }

    private var askingPart: HTML {
        div(.classes("banner"), .role("note")) {
            p {
                a(.href(answers)) {
                    Phrase(
                        one: "\(asking) organisation waits for your answer",
                        other: "\(asking) organisations wait for your answer", count: asking)
                }
            }
        }
    }

    private func ownersPart(_ steps: WaitingSteps) -> HTML {
        section {
            h2 { "What you can do now" }
            if mayAdd {
                p { a(.classes("button"), .href(ImportPath.new.url)) { "Turn a spreadsheet into an account" } }
            } else if steps.isEmpty {
                p { "Nothing waits. What your organisation is working on will stand here." }
            }
            if !steps.isEmpty {
                h3 { "What waits for you" }
                steps.body
                if steps.hasMore { p { a(.href(AccountPath.waiting.url)) { "All that waits for you" } } }
            }
        }
    }

    private var examples: HTML {
        p(.classes("muted"), .role("status"), .id("examples-left")) {
            Phrase(
                one: "\(examplesLeft) more example is being made. Load the page again in a moment.",
                other: "\(examplesLeft) more examples are being made. Load the page again in a moment.",
                count: examplesLeft)
        }
    }

    private var publishedPart: HTML {
        section {
            h2 { "Published accounts" }
            if published.items.isEmpty {
                div(.classes("empty")) {
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
                reading.page.choice
                ol(.classes("next-steps")) {
                    for account in published.items { li { AccountLine(account: account, reading: reading).published } }
                }
                if published.hasMore { p { a(.href(AccountPath.list(.published).url)) { "All published accounts" } } }
            }
        }
    }

    @HTMLBuilder private var withdrawnPart: HTML {
        if !withdrawn.items.isEmpty {
            section {
                h2 { "Withdrawn accounts" }
                ul { for account in withdrawn.items { li { AccountLine(account: account).withdrawn } } }
                if withdrawn.hasMore { p { a(.href(AccountPath.list(.withdrawn).url)) { "All withdrawn accounts" } } }
            }
        }
    }

    private var explanation: HTML {
        section(.classes("panel")) {
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
            if let ask { p { a(.href(ask)) { "Is your organisation not here yet? Ask to join" } } }
        }
    }
}
