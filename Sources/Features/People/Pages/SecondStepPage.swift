import HTML
import Web
import Words

/// Where a person sets up, renews and turns off the second step of their sign-in.
struct SecondStepPage {
    enum State {
        case off
        /// To be confirmed: the secret in groups of four, and the address that an app reads.
        case begun(secret: String, address: String)
        case on(codesLeft: Int)
    }

    var state: State
    /// Whether an organisation of the person's asks for it.
    let isAsked: Bool
    let proof: Proof
    /// Codes that were just made; they are shown once.
    var newCodes: [RecoveryCode] = []
    var faults = FormFaults()
    let tokenField: HTML

    var title: Phrase { "A second step at sign-in" }

    var body: HTML {
        .group([
            faults.summary,
            newCodes.isEmpty ? .nothing : codes,
            h1 { title },
            content,
            p { a(.href(PeoplePath.me.url)) { "Back to your page" } },
        ])
    }

    private var content: HTML {
        switch state {
        case .off: off
        case .begun(let secret, let address): begun(secret, address)
        case .on(let left): on(left)
        }
    }

    private var codes: HTML {
        div(.classes("banner"), .role("status")) {
            h2 { "Keep these recovery codes" }
            p {
                "Each lets you in once, where you don’t have the app at hand. Print them or write them down, and keep them away from your telephone. They are shown this once."
            }
            ul(.classes("recovery-codes")) { for code in newCodes { li { HTML.code(code.shown) } } }
        }
    }

    private var off: HTML {
        .group([
            isAsked ? asked : .nothing,
            p(.classes("lead")) {
                "After your password we then ask for a code from an app on your telephone. Who has your password alone does not get in."
            },
            p { "You need an app that shows such codes, as most password managers do, or one made for it." },
            proof.asking(PasswordField.known(error: faults["password"])) { asked in
                HTML.form(PeoplePath.secondStep.url, tokenField) {
                    asked
                    div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Set it up" } }
                }
            },
        ])
    }

    private var asked: HTML {
        div(.classes("banner banner-draft")) {
            h2 { "Your organisation asks for it" }
            p { "You see what is theirs once you have set it up." }
        }
    }

    private func begun(_ secret: String, _ address: String) -> HTML {
        .group([
            p(.classes("lead")) { "Let your app read this picture, or open the link on your telephone." },
            QRPicture(address, title: "A picture that your app reads")?.html ?? .nothing,
            p { a(.href(address)) { "Open it in an app on this device" } },
            p { "Or type this key into the app:" },
            p { HTML.code(secret) },
            HTML.form(PeoplePath.confirmSecondStep.url, tokenField) {
                CodeField.body("The six digits that the app shows now", error: faults["code"])
                p { "You stay signed in here. Every other device is signed out." }
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Turn it on" } }
            },
        ])
    }

    private func on(_ left: Int) -> HTML {
        .group([
            p(.classes("lead")) { "It is on: after your password we ask for a code from your app." },
            p {
                Phrase(
                    one: "You have \(left) recovery code left.", other: "You have \(left) recovery codes left.",
                    count: left)
            },
            section {
                h2 { "Make new recovery codes" }
                HTML.form(PeoplePath.recoveryCodes.url, tokenField) {
                    TextField(
                        "codes", "Your code", error: faults["codes"], autocomplete: "one-time-code", longest: 20
                    ).body
                    p { "Those that you have kept until now no longer work then." }
                    div(.classes("actions")) {
                        button(.classes("button-secondary"), .type("submit")) { "Make new codes" }
                    }
                }
            },
            section {
                h2 { "Turn it off" }
                proof.asking(PasswordField.known(error: faults["password"]), in: turningOff)
            },
        ])
    }

    private func turningOff(_ asked: HTML) -> HTML {
        HTML.form(PeoplePath.turnOffSecondStep.url, tokenField) {
            asked
            TextField(
                "code", "Your code, or a recovery code", error: faults["code"], autocomplete: "one-time-code",
                longest: 20
            ).body
            div(.classes("actions")) { button(.classes("button-secondary"), .type("submit")) { "Turn it off" } }
        }
    }
}

extension HTML {
    /// A code as it is typed elsewhere.
    fileprivate static func code(_ text: String) -> HTML { codeElement { verbatim(text) } }
}

private let codeElement = code
