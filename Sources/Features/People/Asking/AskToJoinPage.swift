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
    /// For how long a request is kept.
    let kept: KeepingPeriod
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
            LinesField(
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
                "Only the facilitators see what you write here. It is removed once it was kept for this long after their answer, or without one: \(words)."
            }
        }
    }

    /// The period by itself, in digits.
    private var words: Phrase { kept.words }
}

/// Asks whoever opened the link in the letter whether they ask to join. A button, since programs that look at mail open links too.
struct ConfirmAskingPage {
    let request: JoinRequest
    let key: String
    let tokenField: HTML

    var title: Phrase { "Do you ask to join?" }

    var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) {
                "Somebody gave your e-mail address, \(request.email.text), to ask that an organisation may join."
            },
            JoinRequestFacts(request: request).body,
            HTML.form(PeoplePath.confirmAsking.url, tokenField) {
                input(.type("hidden"), .name("key"), .value(key))
                div(.classes("actions")) {
                    button(.classes("button"), .type("submit")) { "Yes, pass it on to the facilitators" }
                }
            },
            p { "If it was not you, close this page: nobody sees the request, and it is removed." },
        ])
    }
}

/// Who asks, and what they say.
struct JoinRequestFacts {
    let request: JoinRequest

    var body: HTML {
        .group([
            dl(.classes("facts")) {
                dt { "Organisation" }
                dd { verbatim(request.organisation) }
                dt { "Who asks" }
                dd { verbatim(request.name) }
            },
            request.message.isEmpty
                ? .nothing
                : blockquote(.classes("own-words")) {
                    for line in request.message.split(whereSeparator: \.isNewline) { p { verbatim(String(line)) } }
                },
        ])
    }
}

/// A field for several lines of text that may be left empty.
struct LinesField {
    let name: String
    let question: Phrase
    let hint: Phrase
    let value: String
    let rows: Int
    let longest: Int

    init(_ name: String, _ question: Phrase, hint: Phrase, value: String, rows: Int, longest: Int) {
        self.name = name
        self.question = question
        self.hint = hint
        self.value = value
        self.rows = rows
        self.longest = longest
    }

    var body: HTML {
        div(.classes("field")) {
            label(.for(name)) { question }
            span(.classes("hint"), .id("\(name)-hint")) { hint }
            textarea(
                .id(name), .name(name), .rows(rows), .maxlength(longest), .aria("describedby", "\(name)-hint")
            ) { verbatim(value) }
        }
    }
}
