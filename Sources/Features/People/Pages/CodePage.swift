import HTML
import Web
import Words

/// The second step of a sign-in.
struct CodePage {
    var faults = FormFaults()
    /// The first step, sealed.
    let half: String
    let then: String
    let tokenField: HTML

    var title: Phrase { "Give your code" }

    var body: HTML {
        .group([
            faults.summary,
            h1 { title },
            p(.classes("lead")) { "Your password is right. Now the six digits that your app shows." },
            HTML.form(PeoplePath.code.url, tokenField) {
                input(.type("hidden"), .name("half"), .value(half))
                input(.type("hidden"), .name("then"), .value(then))
                CodeField.body(error: faults["code"])
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Sign in" } }
            },
            details {
                summary { "You don’t have the app at hand?" }
                p { "Give one of your recovery codes instead. Each works once." }
                p {
                    "If you have none left, ask an owner of your organisation, or a facilitator, to let you in again. Whoever runs this site can do so too."
                }
            },
        ])
    }
}

/// Asks for a code.
enum CodeField {
    static func body(_ question: Phrase = "Your code", error: Phrase?) -> HTML {
        TextField("code", question, error: error, autocomplete: "one-time-code", longest: 20).body
    }
}
