import HTML
import Places
import Web
import Words

/// Everything that is held about a person, for that person: to read, to take along, to correct.
struct OwnDataPage {
    /// How many acts the page shows; the files hold all of them.
    static let mostActs = 50

    let lists: OwnDataLists
    var name: String
    var email = ""
    /// Whether a new address is confirmed by mail.
    let isMailed: Bool
    /// The address of the page that says what is kept for how long; nil for one who belongs to nothing here.
    let kept: String?
    let proof: Proof
    /// The new address that a letter was just sent to.
    var written: EmailAddress?
    var faults = FormFaults()
    let tokenField: HTML

    var title: Phrase { "What is held about you" }

    var body: HTML {
        .group([
            faults.summary,
            sent,
            h1 { title },
            p(.classes("lead")) {
                "This is all that this place knows about you as a person. You can take it along, correct it, and have it erased."
            },
            p {
                a(.href(PeoplePath.ownDataDocument.url)) { "All of it as a page to keep" }
                verbatim(" · ")
                a(.href(PeoplePath.ownDataJSON.url)) { "All of it as JSON" }
            },
            lists.body,
            kept.map { address in p { a(.href(address)) { "What is kept, and for how long?" } } } ?? .nothing,
            nameForm,
            emailForm,
            section {
                h2 { "Erase your account" }
                p { "You see first what goes and what stays." }
                p { a(.classes("button-secondary"), .href(PeoplePath.erase.url)) { "Erase my account" } }
            },
        ])
    }

    @HTMLBuilder private var sent: HTML {
        if let written {
            div(.classes("banner"), .role("status")) {
                h2 { "An e-mail is on its way to \(written.text)" }
                p { "Open the link in it within a day. Until then everything stays as it is." }
            }
        }
    }

    private var nameForm: HTML {
        section {
            h2 { "Correct your name" }
            HTML.form(PeoplePath.name.url, tokenField) {
                TextField(
                    "name", "Your name", value: name, error: faults["name"], autocomplete: "name",
                    longest: Person.longestName
                ).body
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Save the name" } }
            }
        }
    }

    private var emailForm: HTML {
        section {
            h2 { "Change your e-mail address" }
            proof.asking(PasswordField.known(error: faults["password"]), in: newAddress)
        }
    }

    private func newAddress(_ asked: HTML) -> HTML {
        HTML.form(PeoplePath.email.url, tokenField) {
            TextField(
                "email", "Your new e-mail address",
                hint: isMailed ? "We send a link there. It takes effect when you open it." : "You sign in with it.",
                kind: .email, value: email, error: faults["email"], autocomplete: "email",
                longest: EmailAddress.longest
            ).body
            asked
            p { "Every other device is signed out then." }
            div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Change the address" } }
        }
    }
}
