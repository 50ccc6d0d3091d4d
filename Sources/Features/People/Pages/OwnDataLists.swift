import FoundationEssentials
import HTML
import Places
import Storage
import Words

/// What is held about a person, in words: on the page and in the document that stands alone.
struct OwnDataLists {
    let data: OwnData
    /// What an action in the audit trail is called.
    let action: @Sendable (String) -> Phrase
    /// Whether there are more acts than these.
    let isCut: Bool

    var body: HTML { .group([person, memberships, sessions, invitations, requests, tokens, said, acts]) }

    private var person: HTML {
        section {
            h2 { "Who you are" }
            dl(.classes("facts")) {
                dt { "Name" }
                dd { verbatim(data.person.name) }
                dt { "E-mail address" }
                dd { verbatim(data.person.email.text) }
                dt { "Identifier" }
                dd { verbatim(data.person.id) }
                dt { "Here since" }
                dd { "\(CivilDate(data.person.created).argument)" }
                if data.person.isFacilitator {
                    dt { "In this place" }
                    dd { Role.facilitator.name }
                }
                dt { "Password" }
                dd {
                    data.hasPassword ? "Set. It is kept so that nobody can read it." : "Not set." as Phrase
                }
                dt { "Second step at sign-in" }
                dd {
                    data.secondStep.map {
                        "Since \(CivilDate($0).argument), with \(data.recoveryCodes) recovery codes left"
                    }
                        ?? "Not set up." as Phrase
                }
                for identity in data.identities {
                    dt { "You sign in through" }
                    dd { verbatim("\(identity.issuer) (\(identity.subject))") }
                }
            }
        }
    }

    private var memberships: HTML {
        list(
            "Where you belong", none: "You belong to no organisation.",
            columns: [.text("Organisation"), .text("As"), .text("Since"), .text("Last day")],
            data.memberships.map { item in
                [
                    verbatim(item.organisation.name), MembershipWords(item).body, day(CivilDate(item.since)),
                    day(item.lastDay),
                ]
            })
    }

    private var sessions: HTML {
        list(
            "Where you are signed in", none: "You are signed in nowhere.",
            columns: [.text("Browser"), .text("From"), .text("Since"), .text("Last used")],
            data.sessions.map { item in
                [
                    .group([
                        .phrase(BrowserName(item.browser).phrase), span(.classes("hint")) { verbatim(item.browser) },
                    ]),
                    verbatim(item.client), day(CivilDate(item.created)), day(CivilDate(item.seen)),
                ]
            })
    }

    private var invitations: HTML {
        list(
            "Invitations to your address", none: "No invitation is open.",
            columns: [.text("Organisation"), .text("As"), .text("Since"), .text("Until")],
            data.invitations.map { item in
                [
                    verbatim(item.organisation), .phrase(item.role.name), day(CivilDate(item.created)),
                    day(CivilDate(item.expires)),
                ]
            })
    }

    private var requests: HTML {
        list(
            "Requests to join from your address", none: "There is none.",
            columns: [.text("Organisation"), .text("By"), .text("What was said"), .text("Since"), .text("Answer")],
            data.requests.map { item in
                [
                    verbatim(item.organisation), verbatim(item.name), verbatim(item.message),
                    day(CivilDate(item.created)), .phrase(item.answer?.words ?? "–"),
                ]
            })
    }

    private var tokens: HTML {
        list(
            "Tokens for programs that you made", none: "You made none.",
            columns: [
                .text("Token"), .text("Organisation"), .text("May do as much as"), .text("Since"), .text("Last day"),
            ],
            data.tokens.map { item in
                [
                    verbatim(item.name), verbatim(item.organisation), .phrase(item.role.name),
                    day(CivilDate(item.created)), day(item.until.map { CivilDate($0.addingTimeInterval(-1)) }),
                ]
            })
    }

    private var said: HTML {
        list(
            "What you said about shared words", none: "Nothing.",
            columns: [.text("What was said"), .text("About"), .text("When")],
            data.said.map { item in
                [verbatim(item.text), verbatim(item.about), day(CivilDate(item.moment))]
            })
    }

    private var acts: HTML {
        .group([
            list(
                "What you did", none: "Nothing has been changed by you.",
                columns: [.text("What"), .text("When"), .text("For"), .text("From")],
                data.acts.map { item in
                    [
                        .phrase(action(item.action)), day(CivilDate(item.moment)),
                        item.organisation.map { verbatim($0) } ?? .phrase("–"), verbatim(item.client),
                    ]
                }),
            isCut ? p { "These are the newest. The files hold all of it." } : .nothing,
        ])
    }

    private func list(_ title: Phrase, none: Phrase, columns: [DataTable.Column], _ rows: [[HTML]]) -> HTML {
        section {
            h2 { title }
            rows.isEmpty ? p { none } : DataTable(title, columns: columns, rows: rows).html
        }
    }

    private func day(_ day: CivilDate?) -> HTML { day.map { HTML.phrase("\($0.argument)") } ?? .phrase("–") }
}
