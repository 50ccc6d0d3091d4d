import HTML
import Web
import Words

/// For somebody who has forgotten their password.
struct ForgottenPage {
    enum State { case asking, sent, withoutMail }

    var state: State
    var email = ""
    var faults = FormFaults()
    let tokenField: HTML

    var title: Phrase { state == .sent ? "Look at your e-mail" : "Have you forgotten your password?" }

    var body: HTML {
        .group([
            faults.summary, h1 { title },
            content,
            p { a(.href(PeoplePath.signIn.url)) { "Back to signing in" } },
        ])
    }

    private var content: HTML {
        switch state {
        case .asking: form
        case .sent:
            .group([
                p(.classes("lead")) {
                    "If \(email) has a way in here, a letter is on its way there, with a link to choose a new password."
                },
                p {
                    "The link works for an hour. If nothing comes, look among the unwanted mail, and whether you sign in with another address."
                },
            ])
        case .withoutMail:
            .group([
                p(.classes("lead")) { "This site sends no e-mail, so a person has to let you in again." },
                p {
                    "Ask whoever runs it: with the link that the server printed at its start, they set a new password with you."
                },
            ])
        }
    }

    private var form: HTML {
        .group([
            p(.classes("lead")) {
                "Give the e-mail address that you sign in with. We send you a link to choose a new one."
            },
            HTML.form(PeoplePath.forgotten.url, tokenField) {
                TextField(
                    "email", "Your e-mail address", kind: .email, value: email, error: faults["email"],
                    autocomplete: "username", longest: EmailAddress.longest
                ).body
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Send the link" } }
            },
        ])
    }
}

/// Chooses a new password, for somebody who came by the link in a letter.
struct ResetPage {
    var faults = FormFaults()
    let key: String
    let tokenField: HTML

    var title: Phrase { "Choose a new password" }

    var body: HTML {
        .group([
            faults.summary,
            h1 { title },
            HTML.form(PeoplePath.reset.url, tokenField) {
                input(.type("hidden"), .name("key"), .value(key))
                PasswordField.new(error: faults["password"])
                p { "You are signed out everywhere, and sign in with the new password." }
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Set the password" } }
            },
        ])
    }
}
