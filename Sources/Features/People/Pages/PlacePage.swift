import HTML
import Places
import Web
import Words

/// The organisations of a place, for its facilitators.
struct PlacePage {
    let organisations: [Organisation]
    /// Those of them that nobody has joined yet.
    let waiting: Set<String>
    let requests: JoinRequestLists
    let facilitators: [Person]
    /// The address of the page that says what is kept for how long.
    let kept: String
    var newFacilitator = ""
    var name = ""
    var email = ""
    var faults = FormFaults()
    var link: InvitationLink?
    let tokenField: HTML

    var title: Phrase { "Which organisations are here?" }

    var body: HTML {
        .group([
            faults.summary,
            link?.body ?? .nothing,
            h1 { title },
            p(.classes("lead")) {
                "You convene this place. You bring organisations in; what they do is theirs, and you see what they publish."
            },
            requests.body,
            organisations.isEmpty ? .nothing : list,
            lost,
            section {
                h2 { "Bring an organisation in" }
                HTML.form(PeoplePath.inviteOrganisation.url, tokenField) {
                    TextField(
                        "name", "Name of the organisation", value: name, error: faults["name"],
                        longest: Organisation.longestName
                    ).body
                    TextField(
                        "email", "E-mail address of its first owner", kind: .email, value: email,
                        error: faults["email"], longest: EmailAddress.longest
                    ).body
                    div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Invite" } }
                }
                p {
                    "Or let it ask by itself, on this page: "
                    a(.href(PeoplePath.ask.url)) { "Ask to join" }
                }
            },
            convening,
            p { a(.href(kept)) { "What is kept, and for how long?" } },
        ])
    }

    private var lost: HTML {
        section {
            h2 { "Somebody can’t sign in?" }
            p { a(.href(PeoplePath.placeSecondStep.url)) { "They have lost their second step" } }
        }
    }

    private var convening: HTML {
        section {
            h2 { "Who convenes this place?" }
            ul { for person in facilitators { li { verbatim("\(person.name), \(person.email.text)") } } }
            HTML.form(PeoplePath.facilitators.url, tokenField) {
                TextField(
                    "facilitator", "E-mail address of another facilitator",
                    hint: "Of somebody who belongs to this place already.", kind: .email, value: newFacilitator,
                    error: faults["facilitator"], longest: EmailAddress.longest
                ).body
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Make them a facilitator" } }
            }
            if facilitators.count > 1 {
                HTML.form(PeoplePath.stepDown.url, tokenField) {
                    button(.type("submit")) { "Step down as a facilitator yourself" }
                }
            }
        }
    }

    private var list: HTML {
        section {
            h2 { "Organisations of this place" }
            ul {
                for organisation in organisations {
                    li {
                        verbatim(organisation.name)
                        if organisation.isMadeUp {
                            verbatim(" ")
                            span(.classes("muted")) { "(made up)" }
                        }
                        if waiting.contains(organisation.id) {
                            verbatim(" ")
                            span(.classes("tag tag-waiting")) { "Invited" }
                            verbatim(" ")
                            span(.classes("muted")) { "(nobody has joined yet)" }
                        }
                    }
                }
            }
            if !waiting.isEmpty {
                p {
                    "Did an invitation go astray? Bring the organisation in again under the same name, with another address if need be. Only the new link works then."
                }
            }
        }
    }
}
