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
            JoinRequestFacts(request: request).body,
            dl(.classes("facts")) {
                dt { "E-mail address" }
                dd {
                    verbatim(request.email.text + " ")
                    if !request.isConfirmed { JoinRequestLine.notConfirmed }
                }
                dt { "Since" }
                dd { "\(CivilDate(request.created).argument)" }
            },
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
                    LinesField(
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

extension JoinRequest.Answer {
    var words: Phrase { self == .accepted ? "Let in" : "Said no" }
}

/// Those who ask to join, on the page of the place.
struct JoinRequestLists {
    let waiting: [JoinRequest]
    let answered: [JoinRequest]

    var body: HTML { .group([waiting.isEmpty ? .nothing : waitingPart, answered.isEmpty ? .nothing : answeredPart]) }

    private var waitingPart: HTML {
        section {
            h2 {
                Phrase(
                    one: "\(waiting.count) organisation waits for your answer",
                    other: "\(waiting.count) organisations wait for your answer", count: waiting.count)
            }
            ul(.classes("next-steps")) {
                for request in waiting { li { JoinRequestLine(request: request).body } }
            }
        }
    }

    private var answeredPart: HTML {
        details {
            summary { "Who asked to join before" }
            ul { for request in answered { li { JoinRequestLine(request: request).answered } } }
        }
    }
}

struct JoinRequestLine {
    /// So much of the message stands in the list, in characters.
    private static let longestStart = 200

    let request: JoinRequest

    static var notConfirmed: HTML { span(.classes("tag tag-waiting")) { "address not confirmed" } }

    @HTMLBuilder var body: HTML {
        p(.classes("step-title")) { a(.href(PeoplePath.request(request.id).url)) { verbatim(request.organisation) } }
        p(.classes("step-since")) {
            "\(request.name), \(request.email.text), since \(CivilDate(request.created).argument)"
            if !request.isConfirmed {
                verbatim(" ")
                Self.notConfirmed
            }
        }
        if !request.message.isEmpty { p { verbatim(start) } }
    }

    var answered: HTML {
        let day = CivilDate(request.answered ?? request.created).argument
        return .phrase(
            request.answer == .accepted
                ? "\(request.organisation): let in on \(day), invited \(request.email.text)"
                : "\(request.organisation): said no on \(day)")
    }

    private var start: String {
        let cut = request.message.prefix(Self.longestStart)
        return cut.count == request.message.count ? String(cut) : cut + " …"
    }
}
