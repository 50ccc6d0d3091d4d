import HTML
import Web
import Words

/// Turns somebody's second step off who has lost it: an owner for a member, or a facilitator for whoever has an address.
struct LetInAgainPage {
    enum Whom {
        case member(Person)
        case anybody(email: String)
    }

    let whom: Whom
    let proof: Proof
    var isDone = false
    var faults = FormFaults()
    let tokenField: HTML

    var title: Phrase { "Has somebody lost their second step?" }

    var body: HTML {
        .group([
            faults.summary,
            isDone ? done : .nothing,
            h1 { title },
            p(.classes("lead")) {
                "Make sure that it is really them who ask: see them, or call them back. Then turn it off here, and they sign in with their password alone."
            },
            p { "They are signed out everywhere, and should set it up again at once." },
            proof.asking(password) { asked in
                HTML.form(action, tokenField) {
                    who
                    asked
                    div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Turn it off" } }
                }
            },
        ])
    }

    private var password: HTML {
        TextField(
            "password", "Your own password", kind: .password, error: faults["password"],
            autocomplete: "current-password"
        ).body
    }

    private var action: String {
        switch whom {
        case .member(let person): PeoplePath.memberSecondStep(person.id).url
        case .anybody: PeoplePath.placeSecondStep.url
        }
    }

    private var who: HTML {
        switch whom {
        case .member(let person): p { "For \(person.name), \(person.email.text)." }
        case .anybody(let email):
            TextField(
                "email", "The person’s e-mail address", kind: .email, value: email, error: faults["email"],
                longest: EmailAddress.longest
            ).body
        }
    }

    private var done: HTML {
        div(.classes("banner"), .role("status")) {
            h2 { "Done" }
            p { "They can sign in with their password alone now." }
        }
    }
}

/// Whether an organisation asks its people for a second step, for its owners to choose.
struct SecondStepRule {
    let isAsked: Bool
    /// Whether the owner who looks has one.
    let isOwnOn: Bool
    let tokenField: HTML

    var body: HTML {
        section {
            h2 { "A second step at sign-in" }
            if isAsked {
                p { "Everybody here needs one. Who has none sees nothing of the organisation until it is set up." }
            } else {
                p { "Each chooses for themselves whether to have one. You can ask it of everybody." }
            }
            if isAsked || isOwnOn {
                HTML.form(PeoplePath.askForSecondStep.url, tokenField) {
                    input(.type("hidden"), .name("asked"), .value(isAsked ? "no" : "yes"))
                    button(.classes("button-secondary"), .type("submit")) {
                        HTML.phrase(isAsked ? "Leave it to each" : "Ask it of everybody")
                    }
                }
            } else {
                p { a(.href(PeoplePath.secondStep.url)) { "Set up your own first" } }
            }
        }
    }
}
