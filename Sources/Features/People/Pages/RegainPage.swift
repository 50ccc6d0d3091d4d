import HTML
import Web
import Words

/// For whoever runs the server: lets a person in again who has lost their way in.
struct RegainPage {
    var email = ""
    var faults = FormFaults()
    let key: String
    let tokenField: HTML

    var title: Phrase { "Let somebody in again" }

    var body: HTML {
        .group([
            faults.summary,
            h1 { title },
            p(.classes("lead")) {
                "This place has people already. If you belong to it, sign in. This page is for those who run the server, where a person has lost their way in."
            },
            form(.method("post"), .action(PeoplePath.owner.url), .novalidate()) {
                tokenField
                input(.type("hidden"), .name("key"), .value(key))
                TextField(
                    "email", "The person’s e-mail address", kind: .email, value: email, error: faults["email"],
                    longest: EmailAddress.longest
                ).body
                PasswordField.new(error: faults["password"])
                p {
                    "Their sessions on every device end, and a second step at sign-in is turned off. This browser is then signed in as that person."
                }
                div(.classes("actions")) {
                    button(.classes("button"), .type("submit")) { "Set the password" }
                    a(.classes("button-secondary"), .href(PeoplePath.signIn.url)) { "Sign in instead" }
                }
            },
        ])
    }
}
