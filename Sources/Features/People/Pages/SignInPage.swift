import HTML
import Web
import Words

/// Asks who somebody is.
struct SignInPage {
    var email = ""
    var faults = FormFaults()
    /// Where to go then.
    var then = ""
    /// Whether a new password was just set.
    var isChanged = false
    /// Whether organisations can ask to join.
    var mayAsk = false
    /// The site of another provider that people can sign in with.
    var elsewhere: String?
    let tokenField: HTML

    var title: Phrase { "Sign in" }

    var body: HTML {
        .group([
            faults.summary,
            isChanged ? changed : .nothing,
            h1 { title },
            form(.method("post"), .action(PeoplePath.signIn.url), .novalidate()) {
                tokenField
                input(.type("hidden"), .name("then"), .value(then))
                TextField(
                    "email", "Your e-mail address", kind: .email, value: email, error: faults["email"],
                    autocomplete: "username", longest: EmailAddress.longest
                ).body
                PasswordField.known(error: faults["password"])
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Sign in" } }
            },
            elsewhere.map(signIn(at:)) ?? .nothing,
            p { a(.href(PeoplePath.forgotten.url)) { "Forgot your password?" } },
            p(.classes("muted")) {
                "New here? You need an invitation from an organisation of this place. Everybody can read what is published without one."
            },
            mayAsk ? p { a(.href(PeoplePath.ask.url)) { "Is your organisation not here yet? Ask to join" } } : .nothing,
        ])
    }

    private func signIn(at host: String) -> HTML {
        let address = PeoplePath.elsewhere.url
        return p {
            a(.classes("button-secondary"), .href(then.isEmpty ? address : "\(address)?then=\(then.percentEncoded)")) {
                "Sign in with \(host)"
            }
        }
    }

    private var changed: HTML {
        div(.classes("banner"), .role("status")) {
            h2 { "Your new password is set" }
            p { "Sign in with it." }
        }
    }
}
