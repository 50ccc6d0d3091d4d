import HTML
import Words

/// Who asks, and what they say.
struct JoinRequestFacts {
    let request: JoinRequest
    /// Whether a facilitator looks at it, who doesn't know the address yet.
    var isForFacilitators = false

    var body: HTML {
        .group([
            dl(.classes("facts")) {
                dt { "Organisation" }
                dd { verbatim(request.organisation) }
                dt { "Who asks" }
                dd { verbatim(request.name) }
                if isForFacilitators {
                    dt { "E-mail address" }
                    dd {
                        verbatim(request.email.text + " ")
                        if !request.isConfirmed { JoinRequestLine.notConfirmed }
                    }
                    dt { "Since" }
                    dd { "\(CivilDate(request.created).argument)" }
                }
            },
            request.message.isEmpty
                ? .nothing
                : blockquote(.classes("own-words")) {
                    for line in request.message.split(whereSeparator: \.isNewline) { p { verbatim(String(line)) } }
                },
        ])
    }
}
