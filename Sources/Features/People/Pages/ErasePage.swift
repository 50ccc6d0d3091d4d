import HTML
import Places
import Web
import Words

/// Has an account erased: what goes, what stays, and what has to be seen to first.
struct ErasePage {
    let person: Person
    let hindrances: [EraseAccount.Hindrance]
    let proof: Proof
    var faults = FormFaults()
    let tokenField: HTML

    var title: Phrase { "Erase your account?" }

    var body: HTML {
        .group([
            faults.summary,
            h1 { title },
            p(.classes("lead")) { "This can’t be undone. Nobody keeps a copy from which it could be brought back." },
            section {
                h2 { "What goes" }
                ul {
                    li { "Your name, your e-mail address and your password." }
                    li { "What you belong to, and your right to convene this place." }
                    li {
                        "Your signing in, on every device, open invitations to your address, and requests to join from it."
                    }
                    li { "The tokens that you made for programs: those programs stop." }
                }
            },
            section {
                h2 { "What stays" }
                ul {
                    li { "What your organisations have made and published. It is theirs, and doesn’t name you." }
                    li {
                        "The record of who changed what, for six years. It names you by “\(person.id)”, which then leads to nobody, and holds the network addresses that you worked from."
                    }
                    li { "Backups that were made before, until whoever runs the server removes them." }
                }
            },
            hindrances.isEmpty
                ? proof.asking(PasswordField.known(error: faults["password"]), in: erasing) : first,
        ])
    }

    private var first: HTML {
        section {
            h2 { "What you have to do first" }
            ul { for hindrance in hindrances { li { words(hindrance) } } }
            p { a(.classes("button-secondary"), .href(PeoplePath.ownData.url)) { "Back to what is held about you" } }
        }
    }

    @HTMLBuilder private func words(_ hindrance: EraseAccount.Hindrance) -> HTML {
        switch hindrance {
        case .lastOwner(let organisation):
            "You are the last owner of \(organisation.name). Make somebody else an owner whose time doesn’t end, or close the organisation. Act for it first, on your own page."
        case .lastFacilitator:
            "You are the last facilitator of this place. Make somebody else one first."
        }
    }

    private func erasing(_ asked: HTML) -> HTML {
        HTML.form(PeoplePath.erase.url, tokenField) {
            asked
            div(.classes("actions")) {
                button(.classes("button"), .type("submit")) { "Erase my account for good" }
                a(.classes("button-secondary"), .href(PeoplePath.ownData.url)) { "Keep it" }
            }
        }
    }
}

/// After an account was erased.
struct ErasedPage {
    var title: Phrase { "Your account was erased" }

    var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) { "You are signed out everywhere. What is published can still be read by everybody." },
        ])
    }
}
