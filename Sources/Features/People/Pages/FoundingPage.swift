import Crypto
import HTML
import Web
import Words

/// The first page of a new place: whoever has the owner's link says who they are.
struct FoundingPage {
    var name = ""
    var email = ""
    var organisation = ""
    var faults = FormFaults()
    let key: String
    let tokenField: HTML

    var title: Phrase { "Who are you?" }

    var body: HTML {
        .group([
            faults.summary,
            h1 { title },
            p(.classes("lead")) {
                "You have the owner’s link, so you begin: you become the facilitator of this place, and the owner of its first organisation. You can invite others next."
            },
            form(.method("post"), .action(PeoplePath.owner.url), .novalidate()) {
                tokenField
                input(.type("hidden"), .name("key"), .value(key))
                TextField(
                    "name", "Your name", value: name, error: faults["name"], autocomplete: "name",
                    longest: Person.longestName
                ).body
                TextField(
                    "email", "Your e-mail address", hint: "You sign in with it.", kind: .email, value: email,
                    error: faults["email"], autocomplete: "username", longest: EmailAddress.longest
                ).body
                TextField(
                    "organisation", "Your organisation", hint: "As others know it.", value: organisation,
                    error: faults["organisation"], autocomplete: "organization", longest: 120
                ).body
                PasswordField.new(error: faults["password"])
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Begin" } }
            },
        ])
    }
}

/// The field for a password: one that is chosen, or one that is known.
enum PasswordField {
    static func new(error: Phrase?) -> HTML {
        TextField(
            "password", "Choose a password",
            hint:
                "At least \(Password.fewestCharacters) characters. A short sentence of your own is good, and easy to remember.",
            kind: .password, error: error, autocomplete: "new-password"
        ).body
    }

    static func known(error: Phrase?) -> HTML {
        TextField("password", "Your password", kind: .password, error: error, autocomplete: "current-password").body
    }
}
