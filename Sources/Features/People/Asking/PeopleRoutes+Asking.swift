import Configuration
import HTML
import Places
package import Web
import Words

extension PeopleRoutes {
    var askingRoutes: [Route] {
        [
            Route(.get, PeoplePath.ask.url, access: .anyone, handler: wherePrivate(whereFounded(showAsking))),
            Route(.post, PeoplePath.ask.url, access: .anyone, handler: wherePrivate(whereFounded(ask))),
            Route(.get, PeoplePath.confirmAsking.url, access: .anyone, handler: wherePrivate(showAsked)),
            Route(.post, PeoplePath.confirmAsking.url, access: .anyone, handler: wherePrivate(confirmAsking)),
            Route(.get, PeoplePath.request(":id").url, access: .may(.convene), handler: showRequest),
            Route(.post, PeoplePath.acceptRequest(":id").url, access: .may(.convene), handler: acceptRequest),
            Route(.post, PeoplePath.declineRequest(":id").url, access: .may(.convene), handler: declineRequest),
        ]
    }

    /// Where somebody can ask that an organisation may join; nil where nobody has founded the place, and so could answer.
    package func addressToAsk() async throws -> String? {
        try await people.isFounded(in: database) && services.settings.address.isPrivate ? PeoplePath.ask.url : nil
    }

    /// How many have asked and wait for an answer.
    package func countRequests() async throws -> Int {
        try await JoinRequestStore(place: place.id).countWaiting(in: database)
    }

    private func showAsking(_ request: Request) -> Reply {
        let page = askingPage(request)
        return self.page(page.title, page.body, request)
    }

    private func ask(_ request: Request) async throws -> Reply {
        var page = askingPage(request)
        page.organisation = request.form.text("organisation", most: Organisation.longestName).onOneLine
        page.name = request.form.text("name", most: Person.longestName).onOneLine
        page.email = request.form.text("email", most: EmailAddress.longest)
        page.message = request.form.text("message", most: JoinRequest.longestMessage).showable
        let email = EmailAddress(page.email)
        if page.organisation.isEmpty { page.faults.add("Give the name of your organisation.", at: "organisation") }
        if page.name.isEmpty { page.faults.add("Give your name.", at: "name") }
        if email == nil { page.faults.add(.noEmail, at: "email") }
        guard let email, page.faults.isEmpty else { return self.page(page.title, page.body, request, status: 422) }
        let site = services.settings.address
        do throws(AskToJoin.Refusal) {
            try await AskToJoin(
                organisation: page.organisation, name: page.name, email: email, message: page.message,
                client: request.client, link: { "\(site)\(PeoplePath.confirmAsking.url)?key=\($0)" },
                catalogue: request.catalogue
            ).run(in: place.id, services)
        } catch {
            switch error {
            case .storage: throw error
            case .tooMany: page.faults.add(.tooOften, at: "email")
            case .full:
                page.faults.add("So many wait that no other can be taken. Try again in a few days.", at: "organisation")
            }
            return self.page(page.title, page.body, request, status: 429)
        }
        page.state = page.isMailed ? .written : .waiting
        page.email = email.text
        return self.page(page.title, page.body, request)
    }

    private func showAsked(_ request: Request) async throws -> Reply {
        let key = request.query["key"] ?? ""
        let found = try await JoinRequestStore(place: place.id).find(
            confirmedBy: key, at: services.clock(), in: database)
        guard let found else { throw Problem.noJoinRequest }
        let page = ConfirmAskingPage(request: found, key: key, tokenField: request.formTokenField)
        return self.page(page.title, page.body, request)
    }

    private func confirmAsking(_ request: Request) async throws -> Reply {
        let site = services.settings.address
        do throws(ConfirmJoinRequest.Refusal) {
            try await ConfirmJoinRequest(
                token: request.form["key"] ?? "", link: { "\(site)\(PeoplePath.request($0).url)" }
            ).run(in: people, services)
        } catch {
            switch error {
            case .gone: throw Problem.noJoinRequest
            case .full: throw Problem.fullOfJoinRequests
            case .storage: throw error
            }
        }
        var page = askingPage(request)
        page.state = .waiting
        return self.page(page.title, page.body, request)
    }

    private func askingPage(_ request: Request) -> AskToJoinPage {
        AskToJoinPage(
            isMailed: services.postbox != nil, kept: services.settings.keep.days(.requests),
            tokenField: request.formTokenField)
    }

    /// Where nobody has founded the place, nobody could answer.
    private func whereFounded(_ handler: @escaping Route.Handler) -> Route.Handler {
        { request in
            guard try await people.isFounded(in: database) else { throw Problem.notFounded }
            return try await handler(request)
        }
    }
}

extension String {
    /// Without line ends and whatever a page can't show.
    fileprivate var onOneLine: String { showable.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    fileprivate var showable: String { String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isUnshowable })) }
}

extension Problem {
    package static let notFounded = Problem(
        status: 404, code: "PLA-021", title: "This place has not begun yet",
        detail: "Nobody convenes it so far, so nobody could answer.",
        next: "Whoever runs this server: open the link that it printed at its start.")

    package static let noJoinRequest = Problem(
        status: 404, code: "PLA-022", title: "This link doesn’t work any more",
        detail: "It was used, is older than a day, or is cut short.",
        next: "If the letter came more than a day ago, ask again. Else your request is with the facilitators already.")

    package static let fullOfJoinRequests = Problem(
        status: 503, code: "PLA-024", title: "So many wait that no other can be taken",
        detail: "The facilitators have to answer others first. Nobody sees your request yet.",
        next: "Open the link again later today. When it no longer works, ask again."
    ).with("Retry-After", "3600")

    package static let answeredJoinRequest = Problem(
        status: 409, code: "PLA-023", title: "This request was answered already",
        detail: "You or another facilitator let the organisation in, or said no.",
        next: "The page of the place says what was answered.")
}
