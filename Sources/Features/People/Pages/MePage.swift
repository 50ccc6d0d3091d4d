import HTML
import Places
import Web
import Words

/// A person's own page: who they are here, for whom they act, where they are signed in.
struct MePage {
    let person: Person
    let memberships: [Membership]
    let reader: SignedIn
    let sessions: [SessionStore.Session]
    /// Whether a code is asked for when this person signs in.
    let hasSecondStep: Bool
    let proof: Proof
    /// Where people sign in too; nil where there is no such place.
    var elsewhere: String?
    var faults = FormFaults()
    let tokenField: HTML

    var title: Phrase { "You, \(person.name)" }

    var body: HTML {
        .group([
            faults.summary,
            h1 { title },
            p(.classes("lead")) { "Who you are in this place, and where you are signed in." },
            dl(.classes("facts")) {
                dt { "Name" }
                dd { verbatim(person.name) }
                dt { "E-mail address" }
                dd { verbatim(person.email.text) }
                if person.isFacilitator {
                    dt { "In this place" }
                    dd { Role.facilitator.name }
                }
            },
            p {
                a(.href(PeoplePath.ownData.url)) {
                    "Everything that is held about you: read it, correct it, have it erased"
                }
            },
            organisations,
            signedIn,
            password,
            // Who has no password signs in there already.
            (proof == .password ? elsewhere : nil).map { host in
                p { a(.href(PeoplePath.elsewhere.url)) { "Sign in with \(host) from now on" } }
            } ?? .nothing,
            secondStep,
            form(.method("post"), .action(PeoplePath.signOut.url)) {
                tokenField
                div(.classes("actions")) { button(.classes("button-secondary"), .type("submit")) { "Sign out" } }
            },
        ])
    }

    private var organisations: HTML {
        section {
            h2 { "For whom do you act?" }
            if memberships.isEmpty {
                p { "You belong to no organisation here. An owner of one can invite you." }
            } else {
                form(.method("post"), .action(PeoplePath.actFor.url)) {
                    tokenField
                    fieldset {
                        legend { "What you do here is done for:" }
                        div(.classes("choices")) { for membership in memberships { choice(membership) } }
                    }
                    if memberships.count > 1 {
                        div(.classes("actions")) {
                            button(.classes("button"), .type("submit")) { "Act for this organisation" }
                        }
                    }
                }
            }
        }
    }

    private func choice(_ membership: Membership) -> HTML {
        let id = membership.organisation.id
        return div(.classes("choice")) {
            input(
                .type("radio"), .name("organisation"), .id("for-\(id)"), .value(id),
                .checked(id == reader.organisation?.id))
            label(.for("for-\(id)")) {
                verbatim(membership.organisation.name)
                span(.classes("hint")) { MembershipWords(membership).body }
            }
        }
    }

    private var signedIn: HTML {
        section {
            h2 { "Where you are signed in" }
            ul(.classes("next-steps")) {
                for session in sessions {
                    li {
                        p { BrowserName(session.browser).phrase }
                        p(.classes("step-since")) {
                            "Since \(CivilDate(session.created).argument), last used \(CivilDate(session.seen).argument), from \(session.client)"
                        }
                        if session.id == reader.session {
                            span(.classes("tag tag-done")) { "This browser" }
                        } else {
                            form(.method("post"), .action(PeoplePath.endSession(session.id).url)) {
                                tokenField
                                button(.type("submit")) { "End it" }
                            }
                        }
                    }
                }
            }
        }
    }

    private var secondStep: HTML {
        section {
            h2 { "A second step at sign-in" }
            p { isSecondStepOn }
            p {
                a(.classes("button-secondary"), .href(PeoplePath.secondStep.url)) {
                    HTML.phrase(hasSecondStep ? "Change it" : "Set it up")
                }
            }
        }
    }

    private var isSecondStepOn: Phrase {
        guard !hasSecondStep else { return "It is on." }
        return proof == .password ? "It is off: your password alone lets you in." : "It is off."
    }

    private var password: HTML {
        section {
            h2 { HTML.phrase(proof == .password ? "Change your password" : "Choose a password") }
            proof.asking(current, at: "current", in: passwordForm)
        }
    }

    private var current: HTML {
        TextField(
            "current", "Your password until now", kind: .password, error: faults["current"],
            autocomplete: "current-password"
        ).body
    }

    private func passwordForm(_ asked: HTML) -> HTML {
        HTML.form(PeoplePath.password.url, tokenField) {
            asked
            PasswordField.new(error: faults["password"])
            p { "You stay signed in here. Every other device is signed out." }
            div(.classes("actions")) {
                button(.classes("button"), .type("submit")) {
                    HTML.phrase(proof == .password ? "Change it" : "Choose it")
                }
            }
        }
    }
}

/// What somebody is, and until when.
struct MembershipWords {
    let membership: Membership

    init(_ membership: Membership) { self.membership = membership }

    @HTMLBuilder var body: HTML {
        if let programme = membership.programme {
            "Reader of \(programme.name)"
        } else {
            HTML.phrase(membership.role.name)
        }
        if let lastDay = membership.lastDay { ", until \(lastDay.argument)" }
    }
}
