import FoundationEssentials
import HTML
import Places
import Web
import Words

/// One organisation that asks to join, for a facilitator to answer.
struct JoinRequestPage {
    let request: JoinRequest
    /// What the organisation is to be called.
    var name: String
    var sentence = ""
    /// Whether whoever asked is written to.
    let isMailed: Bool
    var faults = FormFaults()
    let tokenField: HTML

    var title: Phrase { "May \(request.organisation) join?" }

    var body: HTML {
        .group([
            faults.summary,
            h1 { title },
            JoinRequestFacts(request: request, isForFacilitators: true).body,
            request.isConfirmed
                ? .nothing
                : p {
                    "Nobody has shown that this address belongs to whoever asks, since no mail was sent when they did. Speak with the organisation before you let it in."
                },
            acceptance,
            refusal,
            p { a(.href(PeoplePath.place.url)) { "Back to the place" } },
        ])
    }

    private var acceptance: HTML {
        section {
            h2 { "Let it in" }
            p {
                "The organisation is here at once, and \(request.name) is invited as its first owner. It doesn’t see what others have not published."
            }
            HTML.form(PeoplePath.acceptRequest(request.id).url, tokenField) {
                TextField(
                    "organisation", "Name of the organisation", hint: "Mend it where it needs to be.", value: name,
                    error: faults["organisation"], longest: Organisation.longestName
                ).body
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Let it in" } }
            }
        }
    }

    private var refusal: HTML {
        section {
            h2 { "Say no" }
            HTML.form(PeoplePath.declineRequest(request.id).url, tokenField) {
                if isMailed && request.isConfirmed {
                    TextArea(
                        "sentence", "A sentence of yours (if you like)",
                        hint: "It stands in the letter that says no, and is kept nowhere else.", value: sentence,
                        rows: 2, longest: DeclineJoinRequest.longestSentence
                    ).body
                } else {
                    p { "No letter goes out. Tell them yourself, where you like to." }
                }
                div(.classes("actions")) { button(.classes("button-secondary"), .type("submit")) { "Say no" } }
            }
        }
    }
}
