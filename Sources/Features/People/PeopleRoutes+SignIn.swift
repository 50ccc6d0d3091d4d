import Configuration
import HTML
import Places
package import Web
import Words

extension PeopleRoutes {
    func askWhoItIs(_ request: Request) async throws -> Reply {
        if request.reader.person != nil { return .redirect(to: PeoplePath.me.url) }
        let page = SignInPage(
            then: request.query["then"] ?? "", isChanged: request.query["changed"] == "1",
            mayAsk: try await people.isFounded(in: database), elsewhere: provider?.settings.host,
            tokenField: request.formTokenField)
        return self.page(page.title, page.body, request)
    }

    func signIn(_ request: Request) async throws -> Reply {
        var page = SignInPage(
            email: request.form.text("email", most: EmailAddress.longest), then: request.form["then"] ?? "",
            mayAsk: try await people.isFounded(in: database), elsewhere: provider?.settings.host,
            tokenField: request.formTokenField)
        let action = SignIn(email: page.email, password: request.form["password"] ?? "", client: request.client)
        let person: Person
        do throws(SignIn.Refusal) {
            person = try await action.run(in: people, at: desk, services)
        } catch {
            page.faults = try error.faults()
            return self.page(page.title, page.body, request, status: error.status)
        }
        return try await afterFirstStep(person, then: page.then, request)
    }

    func signOut(_ request: Request) async throws -> Reply {
        if let reader = request.reader.person {
            try await sessions.end(reader.session, of: reader.id, in: database)
        }
        var reply = Reply.redirect(to: home)
        reply.cookies = [services.sessions.end()]
        return reply
    }
}

extension SignIn.Refusal {
    var status: Int {
        switch self {
        case .wrong: 422
        case .tooMany: 429
        case .busy, .storage: 503
        }
    }

    /// What the form says. It never tells whether there is such a person.
    func faults() throws(SignIn.Refusal) -> FormFaults {
        switch self {
        case .wrong: ["password": "The e-mail address or the password is not right."]
        case .tooMany: ["password": "That was tried too often. Wait a quarter of an hour, then try again."]
        case .busy: ["password": "Too many people are signing in just now. Wait a minute, then try again."]
        case .storage: throw self
        }
    }
}

extension Problem {
    /// All of them, for the handbook's test.
    package static let people: [Problem] = [
        wrongOwnerLink, noInvitation, notPrivate, noReset, refusedElsewhere, unknownElsewhere, passwordFirst,
        noAddressChange, notFounded, noJoinRequest, answeredJoinRequest, fullOfJoinRequests,
    ]

    package static let notPrivate = Problem(
        status: 403, code: "PLA-003", title: "Nobody can sign in here yet",
        detail:
            "This site is reached without encryption, so anyone on the way could read a password. Published accounts can be read all the same.",
        next:
            "Whoever runs this server: put a proxy with TLS in front of it, and set OUTCOMES_ADDRESS to its https address. The administrator’s guide shows how."
    )

    package static let noInvitation = Problem(
        status: 404, code: "PLA-002", title: "This invitation doesn't work any more",
        detail: "It was used, was taken back, has run out, or the link is cut short.",
        next: "Sign in if you have joined already. Else ask the person who invited you for a new one.")
}
