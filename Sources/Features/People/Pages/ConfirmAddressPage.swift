import Crypto
import HTML
import Web
import Words

/// Makes a new e-mail address a person's own, by the link that was sent there. A button, since programs that look at mail open links too.
struct ConfirmAddressPage {
    let change: AddressChange
    let key: String
    let proof: Proof
    let tokenField: HTML
    var faults = FormFaults()

    var title: Phrase { "Use this e-mail address?" }

    var body: HTML {
        .group([
            faults.summary,
            h1 { title },
            p(.classes("lead")) {
                "From now on you sign in with \(change.new.text), and no longer with \(change.earlier.text)."
            },
            proof.asking(password) { asked in
                HTML.form(PeoplePath.confirmEmail.url, tokenField) {
                    input(.type("hidden"), .name("key"), .value(key))
                    asked
                    p { "You are signed out everywhere, and sign in again with the new address." }
                    div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Use it" } }
                }
            },
        ])
    }

    private var password: HTML {
        TextField(
            "password", "Your password",
            hint: "So that nobody whom the letter reached by mistake can take your account.", kind: .password,
            error: faults["password"], autocomplete: "current-password", longest: Password.mostBytes
        ).body
    }
}
