import Words

/// What programs are told that ask in a way that can't be answered.
extension Problem {
    package static let tokenFirst = Problem(
        status: 401, code: "WEB-015", title: "This address wants a token",
        detail: "It is for programs that an organisation has given a token.",
        next: "Send the token in the header Authorization, after the word Bearer."
    ).with("WWW-Authenticate", "Bearer")

    package static let wrongToken = Problem(
        status: 401, code: "WEB-016", title: "This token opens nothing",
        detail:
            "It is not one of ours, it was ended, its last day is over, or whoever made it has left or lacks the second step that the organisation asks for.",
        next: "Ask an owner of the organisation for a new one."
    ).with("WWW-Authenticate", "Bearer error=\"invalid_token\"")

    package static let tokenMayNot = Problem(
        status: 403, code: "WEB-017", title: "This token doesn’t open this address",
        detail: "What it was given to do doesn’t include this. Pages are for people, and no token opens them.",
        next: "Ask an owner of the organisation for a token that may do more."
    ).with("WWW-Authenticate", "Bearer error=\"insufficient_scope\"")

    package static let tooManyTokens = Problem(
        status: 429, code: "WEB-018", title: "Too many wrong tokens came from here",
        detail: "So that nobody tries one after the other, no more are looked at for a while.",
        next: "Look at what sends them, and wait a quarter of an hour."
    ).with("Retry-After", "900")

    package static func notJSON(_ reason: String) -> Problem {
        Problem(
            status: 400, code: "WEB-019", title: "We can't read this JSON", detail: "\(reason) Nothing was changed.",
            next: "Mend it, and send it again.")
    }

    package static let otherBody = Problem(
        status: 415, code: "WEB-020", title: "This address takes something else",
        detail: "The header Content-Type names a kind that isn’t taken here.",
        next: "Look at what /api/v1/openapi.json says of this address.")

    package static func badValue(at place: String) -> Problem {
        Problem(
            status: 422, code: "WEB-021", title: "A value can't be used",
            detail:
                "In the address or the body, “\(place)” is missing, unknown, or not what is expected. Nothing was changed.",
            next: "Look at what /api/v1/openapi.json says of this address.")
    }

    package static let tokenInTheOpen = Problem(
        status: 403, code: "WEB-022", title: "Tokens are not taken over an open connection",
        detail: "This site is reached without encryption, where others could read the token on the way.",
        next: "Put a server with a certificate in front of it; the administrator’s guide shows how.")

    static let ofPrograms: [Problem] = [
        tokenFirst, wrongToken, tokenMayNot, tooManyTokens, notJSON(""), otherBody, badValue(at: ""),
        tokenInTheOpen,
    ]
}
