import HTML
import Places
import Web
import Words

extension PeopleRoutes {
    func showPlace(_ request: Request) async throws -> Reply {
        let page = try await placePage(request)
        return self.page(page.title, page.body, request)
    }

    func inviteOrganisation(_ request: Request) async throws -> Reply {
        var page = try await placePage(request)
        page.name = request.form.text("name", most: Organisation.longestName)
        page.email = request.form.text("email", most: EmailAddress.longest)
        let email = EmailAddress(page.email)
        if page.name.isEmpty { page.faults.add("Give the name of the organisation.", at: "name") }
        if email == nil { page.faults.add(.noEmail, at: "email") }
        guard let email, page.faults.isEmpty, let reader = request.reader.person else {
            return self.page(page.title, page.body, request, status: 422)
        }
        let invitation = InviteOrganisation(
            name: page.name, owner: email, invitedBy: reader.id, letter: invitationLetter(request))
        guard let token = try await invitation.run(in: place.id, services) else {
            page.faults.add("An organisation of this name is here already.", at: "name")
            return self.page(page.title, page.body, request, status: 422)
        }
        var next = try await placePage(request)
        next.link = passing(token, to: email, request)
        return self.page(next.title, next.body, request)
    }

    func addFacilitator(_ request: Request) async throws -> Reply {
        var page = try await placePage(request)
        page.newFacilitator = request.form.text("facilitator", most: EmailAddress.longest)
        guard let email = EmailAddress(page.newFacilitator) else {
            page.faults.add(.noEmail, at: "facilitator")
            return self.page(page.title, page.body, request, status: 422)
        }
        do throws(ChangeFacilitators.Refusal) {
            try await ChangeFacilitators(change: .add(email)).run(in: people, services)
        } catch {
            guard error == .nobody else { throw error }
            page.faults.add("Nobody here has this e-mail address. Have them invited first.", at: "facilitator")
            return self.page(page.title, page.body, request, status: 422)
        }
        return .redirect(to: PeoplePath.place.url)
    }

    func stepDown(_ request: Request) async throws -> Reply {
        guard let reader = request.reader.person else { throw Problem.signInFirst }
        do throws(ChangeFacilitators.Refusal) {
            try await ChangeFacilitators(change: .remove(person: reader.id)).run(in: people, services)
        } catch {
            guard error == .last else { throw error }
            var page = try await placePage(request)
            page.faults.add("A place needs a facilitator. Make somebody else one first.", at: "facilitator")
            return self.page(page.title, page.body, request, status: 422)
        }
        return .redirect(to: PeoplePath.me.url)
    }

    func placePage(_ request: Request) async throws -> PlacePage {
        let requests = JoinRequestStore(place: place.id)
        let organisations = try await OrganisationStore(place: place.id).open(in: database)
            .filter { !$0.name.isEmpty }
        return PlacePage(
            organisations: organisations, waiting: try await people.waiting(organisations, in: database),
            requests: JoinRequestLists(
                waiting: try await requests.waiting(in: database), answered: try await requests.answered(in: database)),
            facilitators: try await people.facilitators(in: database), kept: kept,
            tokenField: request.formTokenField)
    }
}
