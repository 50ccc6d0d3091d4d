import Words

/// The problems of the web itself. docs/error-codes.md lists them; a test compares the two.
extension Problem {
    package static let badAddress = Problem(
        status: 400, code: "WEB-001", title: "We can't read this address",
        detail: "The address in the browser's address bar is cut short or holds signs that don't belong there.",
        next: "Check the address, or begin at the first page.")

    package static let brokenRequest = Problem(
        status: 400, code: "WEB-013", title: "We can't read this request",
        detail: "Its header is malformed, or can be read in two ways.",
        next: "Browsers don't send this; look at the proxy or the program in between."
    ).with("Connection", "close")

    package static let signInFirst = Problem(
        status: 403, code: "WEB-002", title: "Sign in to see this page",
        detail: "This page is for people of this place who are signed in.",
        next: "Sign in, then open this page again.")

    package static let notAllowed = Problem(
        status: 403, code: "WEB-014", title: "This page is not for you",
        detail: "You are signed in, but what you are in this organisation doesn’t include this.",
        next: "Ask an owner of the organisation, or act for another of your organisations.")

    package static let secondStepFirst = Problem(
        status: 403, code: "WEB-027", title: "Your organisation asks for a second step at sign-in",
        detail: "You have none yet. Until you have one, you see nothing of the organisation.",
        next: "Set it up on your own page, under “A second step at sign-in”, then open this page again.")

    package static let notFound = Problem(
        status: 404, code: "WEB-003", title: "There is no page here",
        detail: "Nothing was found at this address. It may have been removed, or the address may be wrong.",
        next: "Check the address, or begin at the first page.")

    package static let otherMethod = Problem(
        status: 405, code: "WEB-004", title: "This address can't be used that way",
        detail: "The page exists, but not for this kind of request.", next: "Go back and use the form on the page.")

    package static let foreignForm = Problem(
        status: 403, code: "WEB-005", title: "We can't tell that this form came from our page",
        detail:
            "The form was opened too long ago, or in another browser, or cookies are turned off. Nothing was changed.",
        next: "Go back, load the page again and send the form once more.")

    package static func tooLarge(limit: Int) -> Problem {
        let size: Phrase = limit >= 1_000_000 ? "\(limit / 1_000_000) MB" : "\(limit / 1000) kB"
        return Problem(
            status: 413, code: "WEB-006", title: "This is too large to take",
            detail: "At most \(size) can be sent at once. Nothing was kept.",
            next: "Send a smaller file. Pictures and unused sheets often take the most room.")
    }

    package static let notAForm = Problem(
        status: 415, code: "WEB-007", title: "We can't read what was sent",
        detail: "This address takes forms, and what came was something else.", next: "Use the form on the page.")

    package static let brokenForm = Problem(
        status: 400, code: "WEB-008", title: "The form did not arrive whole",
        detail:
            "What arrived can't be read as a form: it was cut short, or holds signs that can't be shown. Nothing was changed.",
        next: "Go back and send the form again.")

    package static let busy = Problem(
        status: 503, code: "WEB-009", title: "Too much is being sent at the moment",
        detail: "Other files are still on their way. Nothing was kept.", next: "Wait a minute, then send it again."
    ).with("Retry-After", "30")

    package static let readOnly = Problem(
        status: 503, code: "WEB-025", title: "Nothing can be changed at the moment",
        detail: "The database is out of reach, and this is a copy of it. What is published can be read here as ever.",
        next: "Try again later. Whoever runs this server knows more."
    ).with("Retry-After", "60")

    package static func failed(request id: String) -> Problem {
        Problem(
            status: 500, code: "WEB-010", title: "Something went wrong on our side",
            detail: "The fault was written down under the number \(id).",
            next: "Try again. If it happens again, tell the person who runs this server that number.")
    }

    package static let noSpace = Problem(
        status: 507, code: "WEB-011", title: "There is no room for this file",
        detail: "The server's disk is full or can't be written to. Nothing was kept.",
        next: "Tell the person who runs this server.")

    package static let stopping = Problem(
        status: 503, code: "WEB-012", title: "The server is being stopped",
        detail: "It could not finish this request in time.", next: "Wait a minute, then try again."
    ).with("Retry-After", "30")

    /// All of them, for the handbook's test.
    package static let web: [Problem] =
        [
            badAddress, signInFirst, notFound, otherMethod, foreignForm, tooLarge(limit: 1), notAForm,
            brokenForm, busy,
            failed(request: ""), noSpace, stopping, brokenRequest, notAllowed,
        ] + ofPrograms + [noDatabase, storeFull, readOnly, tooMuchWaits, secondStepFirst]
}

extension Problem {
    init(_ problem: FormProblem) {
        switch problem {
        case .malformed, .unreadableText, .tooManyFields, .tooManyFiles: self = .brokenForm
        case .tooLarge(let limit): self = .tooLarge(limit: limit)
        case .noSpace: self = .noSpace
        case .notJSON(let reason): self = .notJSON(reason)
        }
    }
}
