import HTML
import Places
import Web
import Words

extension PeopleRoutes {
    func askForMember(_ request: Request) async throws -> Reply {
        let page = try await memberPage(request)
        return self.page(page.title, page.body, request)
    }

    func letMemberInAgain(_ request: Request) async throws -> Reply {
        let page = try await memberPage(request)
        guard case .member(let member) = page.whom else { throw Problem.notFound }
        return try await letInAgain(
            member, by: .owner(of: request.organisation()), page, request, then: PeoplePath.organisation.url)
    }

    func askForAnybody(_ request: Request) async throws -> Reply {
        let page = try await letInAgainPage(.anybody(email: ""), at: PeoplePath.placeSecondStep.url, request)
        return self.page(page.title, page.body, request)
    }

    func letAnybodyInAgain(_ request: Request) async throws -> Reply {
        let typed = request.form.text("email", most: EmailAddress.longest)
        var page = try await letInAgainPage(.anybody(email: typed), at: PeoplePath.placeSecondStep.url, request)
        var found: Person?
        if let email = EmailAddress(typed) { found = try await people.person(email, in: database) }
        guard let found else {
            page.faults.add("Nobody for whom you may do this has the address.", at: "email")
            return self.page(page.title, page.body, request, status: 422)
        }
        return try await letInAgain(found, by: .facilitator, page, request, then: nil)
    }

    func askForSecondStep(_ request: Request) async throws -> Reply {
        let organisation = try request.organisation()
        let isAsked = request.form["asked"] == "yes"
        let isOwnOn = try await factors.isOn(for: request.reader.person?.id ?? "", in: database)
        if isOwnOn || !isAsked { try await factors.ask(isAsked, of: organisation, in: database) }
        return .redirect(to: PeoplePath.organisation.url)
    }

    private func letInAgain(
        _ person: Person, by: LetInAgain.By, _ page: LetInAgainPage, _ request: Request, then: String?
    ) async throws -> Reply {
        var page = page
        let actor = try await self.person(request)
        if let fault = try await fault(in: page.proof, of: actor, request) {
            page.faults.add(fault.sentence, at: "password")
            return self.page(page.title, page.body, request, status: fault.status)
        }
        do throws(LetInAgain.Refusal) {
            try await LetInAgain(person: person.id, actor: actor.id, by: by, catalogue: request.catalogue)
                .run(in: people, services)
        } catch {
            guard error == .notTheirs else { throw error }
            page.faults.add("Nobody for whom you may do this has the address.", at: "email")
            return self.page(page.title, page.body, request, status: 422)
        }
        if let then { return .redirect(to: then) }
        page.isDone = true
        return self.page(page.title, page.body, request)
    }

    /// The page for a member; there is none for those whom an owner may not let in again.
    private func memberPage(_ request: Request) async throws -> LetInAgainPage {
        let actor = try await self.person(request)
        let action = LetInAgain(
            person: request.parameters["id"] ?? "", actor: actor.id, by: .owner(of: try request.organisation()),
            catalogue: request.catalogue)
        guard let member = try await people.person(id: action.person, in: database),
            try await action.isAllowed(member, in: people, at: services.clock(), database)
        else { throw Problem.notFound }
        return try await letInAgainPage(
            .member(member), at: PeoplePath.memberSecondStep(member.id).url, request)
    }

    private func letInAgainPage(
        _ whom: LetInAgainPage.Whom, at address: String, _ request: Request
    ) async throws -> LetInAgainPage {
        let proof = try await proof(of: try await person(request), at: address, request)
        return LetInAgainPage(whom: whom, proof: proof, tokenField: request.formTokenField)
    }
}
