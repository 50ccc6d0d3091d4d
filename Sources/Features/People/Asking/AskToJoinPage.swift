import HTML
import Places
import Web
import Words

/// Asks that an organisation may join, for anybody.
struct AskToJoinPage {
    enum State {
        case asking
        /// A link is on its way to the address that was given.
        case written
        /// The facilitators see it.
        case waiting
    }

    var state = State.asking
    var organisation = ""
    var name = ""
    var email = ""
    var message = ""
    /// Whether mail is sent.
    let isMailed: Bool
    /// For how long a request is kept, in days.
    let kept: Int
    var faults = FormFaults()
    let tokenField: HTML

    var title: Phrase {
        switch state {
        case .asking: "Ask to join"
        case .written: "Look at your e-mail"
        case .waiting: "The facilitators have your request"
        }
    }

    var body: HTML { .group([faults.summary, h1 { title }, content]) }

    private var content: HTML {
        switch state {
        case .asking: .group([lead, form, sequel])
        case .written:
            .group([
                p(.classes("lead")) {
                    "A letter is on its way to \(email). Open the link in it within a day. Until then nobody sees your request."
                },
                p { "If nothing comes, look among the unwanted mail, and whether the address is right." },
                p { a(.href(PeoplePath.ask.url)) { "Ask again" } },
            ])
        case .waiting:
            .group([
                p(.classes("lead")) {
                    isMailed
                        ? "They answer by e-mail. You need do nothing until then."
                        : "They get in touch with you. This site sends no e-mail by itself."
                },
                p { "What is published can be read by everybody in the meantime." },
            ])
        }
    }

    private var lead: HTML {
        p(.classes("lead")) {
            "Is your organisation not here yet? The facilitators, who convene this place, bring organisations in. Tell them who you are."
        }
    }

    private var form: HTML {
        HTML.form(PeoplePath.ask.url, tokenField) {
            TextField(
                "organisation", "Your organisation", hint: "As others know it.", value: organisation,
                error: faults["organisation"], autocomplete: "organization", longest: Organisation.longestName
            ).body
            TextField(
                "name", "Your name", value: name, error: faults["name"], autocomplete: "name",
                longest: Person.longestName
            ).body
            TextField(
                "email", "Your e-mail address", hint: "You sign in with it once you are in.", kind: .email,
                value: email, error: faults["email"], autocomplete: "email", longest: EmailAddress.longest
            ).body
            TextArea(
                "message", "What does your organisation do? (if you like)",
                hint: "A few sentences, so that they know you.", value: message, rows: 4,
                longest: JoinRequest.longestMessage
            ).body
            div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Ask to join" } }
        }
    }

    private var sequel: HTML {
        section {
            h2 { "What happens next" }
            ol {
                if isMailed {
                    li { "We send a link to your address. By opening it you show that the address is yours." }
                }
                li { "A facilitator looks at your request, and lets your organisation in or says no." }
                li {
                    isMailed
                        ? "If they let you in, an invitation comes by e-mail: you choose a password, and begin."
                        : "If they let you in, they pass an invitation on to you: you choose a password, and begin."
                }
            }
            p {
                "Only the facilitators see what you write here. "
                Phrase(
                    one: "It is removed \(kept) day after their answer, or after you asked if they give none.",
                    other: "It is removed \(kept) days after their answer, or after you asked if they give none.",
                    count: kept)
            }
        }
    }
}
