import FoundationEssentials
import HTML
import Words

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

/// One of those who ask to join, in a list.
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
