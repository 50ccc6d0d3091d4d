import HTML
import Places
import Web
import Words

/// Takes up an invitation. To a stranger it looks the same whether or not somebody of the invited address is here already: who has the
/// link learns nothing from it.
struct JoinPage {
    /// Who looks at it.
    enum Reader: Equatable {
        case stranger
        /// The one who is invited.
        case themselves(Person)
        case somebodyElse(Person)
    }

    /// The name by which a fault leads to the button of somebody who is known.
    static let joinButton = "join"

    let invitation: Invitation
    let reader: Reader
    var name = ""
    var faults = FormFaults()
    let key: String
    let tokenField: HTML

    var title: Phrase { "Join \(invitation.organisation.name)?" }

    var body: HTML {
        .group([
            faults.summary,
            h1 { title },
            p(.classes("lead")) { "You are invited as: \(invitation.what). \(invitation.standing.explanation)" },
            invitation.lastDay.map { lastDay in p { "Your last day will be \(lastDay.argument)." } } ?? .nothing,
            p { "The invitation is for \(invitation.email.text)." },
            ways,
        ])
    }

    private var ways: HTML {
        switch reader {
        case .stranger: .group([forNew, forKnown])
        case .themselves(let person): join(person)
        case .somebodyElse(let person): leave(person)
        }
    }

    private var forNew: HTML {
        section {
            h2 { "If you are new here" }
            HTML.form(PeoplePath.join.url, tokenField) {
                keyField
                TextField(
                    "name", "Your name", value: name, error: faults["name"], autocomplete: "name",
                    longest: Person.longestName
                ).body
                PasswordField.new(error: faults["password"])
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Join" } }
            }
        }
    }

    private var forKnown: HTML {
        section {
            h2 { "If you have a way in already" }
            p { "Sign in as \(invitation.email.text). You come back here then." }
            p {
                a(.classes("button-secondary"), .href(PeoplePath.signIn(thenJoinWith: key))) { "Sign in" }
            }
        }
    }

    private func join(_ person: Person) -> HTML {
        HTML.form(PeoplePath.join.url, tokenField) {
            keyField
            p { "You are signed in as \(person.name)." }
            div(.classes("actions")) {
                button(.classes("button"), .type("submit"), .id(Self.joinButton)) { "Join" }
            }
        }
    }

    private func leave(_ person: Person) -> HTML {
        HTML.form(PeoplePath.signOut.url, tokenField) {
            p { "You are signed in as \(person.name), \(person.email.text). Sign out, then open the link again." }
            div(.classes("actions")) { button(.classes("button-secondary"), .type("submit")) { "Sign out" } }
        }
    }

    private var keyField: HTML { input(.type("hidden"), .name("key"), .value(key)) }
}
