import HTML
import Places
import Web
import Words

/// Takes up an invitation: as somebody new, or as who they are here already.
struct JoinPage {
    let invitation: Invitation
    /// Whether somebody of the invited address is here already.
    let isKnown: Bool
    var name = ""
    var faults = FormFaults()
    let key: String
    let tokenField: HTML

    var title: Phrase { "Join \(invitation.organisation.name)?" }

    var body: HTML {
        .group([
            faults.summary,
            h1 { title },
            p(.classes("lead")) { "You are invited as: \(invitation.role.name). \(invitation.role.explanation)" },
            invitation.lastDay.map { lastDay in p { "Your last day will be \(lastDay.argument)." } } ?? .nothing,
            form(.method("post"), .action(PeoplePath.join.url), .novalidate()) {
                tokenField
                input(.type("hidden"), .name("key"), .value(key))
                p { "Your e-mail address here: \(invitation.email.text)" }
                if isKnown {
                    p { "You have a way in already. Give the password that you sign in with." }
                    PasswordField.known(error: faults["password"])
                } else {
                    TextField(
                        "name", "Your name", value: name, error: faults["name"], autocomplete: "name",
                        longest: Person.longestName
                    ).body
                    PasswordField.new(error: faults["password"])
                }
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Join" } }
            },
        ])
    }
}
