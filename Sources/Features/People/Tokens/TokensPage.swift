import HTML
import Places
import Web
import Words

/// The tokens that an organisation has given to programs.
struct TokensPage {
    let organisation: SignedIn.Organisation
    let tokens: [ProgramToken]
    let tokenField: HTML
    var name = ""
    var role = Role.reader
    var faults = FormFaults()
    /// The token that was just made; it is shown once.
    var made: (name: String, token: String)?

    var title: Phrase { "Tokens for programs" }

    var body: HTML {
        .group([
            faults.summary,
            shown,
            h1 { title },
            p(.classes("lead")) {
                "With a token, a program works for \(organisation.name): as much as its role allows, and never more than you may. If you leave, it stops."
            },
            tokens.isEmpty ? p { "No program has a token." } : list,
            making,
        ])
    }

    @HTMLBuilder private var shown: HTML {
        if let made {
            div(.classes("banner"), .role("status")) {
                h2 { "The token “\(made.name)”" }
                p { "It is shown this once. Whoever has it can do what its role allows: keep it like a password." }
                p { code { verbatim(made.token) } }
            }
        }
    }

    private var list: HTML {
        ul(.classes("next-steps")) {
            for token in tokens {
                li {
                    p(.classes("step-title")) { verbatim(token.name) }
                    p(.classes("step-since")) {
                        if !token.isCovered {
                            span(.classes("tag tag-problem")) { "Stopped" }
                            verbatim(" ")
                        }
                        token.role.name
                        verbatim(". ")
                        "Made by \(token.madeBy) on \(CivilDate(token.created).argument)."
                        verbatim(" ")
                        token.seen.map { "Last used on \($0.argument)." } ?? "Never used."
                        if let lastDay = token.lastDay {
                            verbatim(" ")
                            "Its last day is \(lastDay.argument)."
                        }
                    }
                    if !token.isCovered { p { "Whoever made it may no longer do what it does. Make a new one." } }
                    HTML.form(PeoplePath.endToken(token.id).url, tokenField) {
                        button(.type("submit")) {
                            "End it"
                            span(.classes("visually-hidden")) { verbatim(" " + token.name) }
                        }
                    }
                }
            }
        }
    }

    private var making: HTML {
        section {
            h2 { "Make a token" }
            HTML.form(PeoplePath.tokens.url, tokenField) {
                TextField(
                    "name", "What is it for?", hint: "So that you know it again, such as “monthly upload”.",
                    value: name, error: faults["name"], longest: ProgramToken.longestName
                ).body
                RoleField(id: "role", chosen: role, question: "What may the program do?").body
                UntilField(id: "until", lastDay: nil, error: faults["until"]).body
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Make the token" } }
            }
        }
    }
}
