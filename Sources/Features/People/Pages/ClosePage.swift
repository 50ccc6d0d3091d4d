import HTML
import Web
import Words

/// Closes an organisation.
struct ClosePage {
    let organisation: SignedIn.Organisation
    /// How many others belong to it.
    let others: Int
    let proof: Proof
    var faults = FormFaults()
    let tokenField: HTML

    var title: Phrase { "Close \(organisation.name)?" }

    var body: HTML {
        .group([
            faults.summary,
            h1 { title },
            p(.classes("lead")) { "Nobody will belong to it any more. This can’t be undone." },
            ul {
                if others > 0 {
                    li {
                        Phrase(
                            one:
                                "\(others) other person belongs to it. They keep their own account, and can no longer work for it.",
                            other:
                                "\(others) other people belong to it. They keep their own accounts, and can no longer work for it.",
                            count: others)
                    }
                }
                li { "Programs that work for it stop." }
                li { "Published accounts stay published. To withdraw them, do so first." }
                li { "Workbooks and drafts can be reached by nobody, and are removed in the next night." }
            },
            proof.asking(PasswordField.known(error: faults["password"]), in: closing),
        ])
    }

    private func closing(_ asked: HTML) -> HTML {
        HTML.form(PeoplePath.close.url, tokenField) {
            asked
            div(.classes("actions")) {
                button(.classes("button"), .type("submit")) { "Close the organisation" }
                a(.classes("button-secondary"), .href(PeoplePath.organisation.url)) { "Keep it" }
            }
        }
    }
}
