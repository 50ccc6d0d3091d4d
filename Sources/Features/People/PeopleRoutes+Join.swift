import HTML
import Places
import Web
import Words

extension PeopleRoutes {
    func askToJoin(_ request: Request) async throws -> Reply {
        let page = try await joinPage(request.query["key"] ?? "", request)
        return self.page(page.title, page.body, request)
    }

    func join(_ request: Request) async throws -> Reply {
        let key = request.form["key"] ?? ""
        var page = try await joinPage(key, request)
        if case .themselves(let person) = page.reader { return try await join(person, page, request) }
        guard page.reader == .stranger else { return self.page(page.title, page.body, request, status: 422) }
        page.name = request.form.text("name", most: Person.longestName)
        if page.name.isEmpty { page.faults.add("Give your name.", at: "name") }
        let known = [page.name, page.invitation.email.text, page.invitation.organisation.name, place.name]
        guard let password = await newPassword(request, known: known, &page.faults), page.faults.isEmpty else {
            return self.page(page.title, page.body, request, status: 422)
        }
        let person: Person
        do throws(AcceptInvitation.Refusal) {
            person = try await AcceptInvitation(token: key, who: .new(name: page.name, password))
                .run(in: people, services)
        } catch {
            switch error {
            case .gone: throw Problem.noInvitation
            case .storage, .lastOwner: throw error
            case .known:
                page.faults.add("This did not work. If you have a way in here already, sign in with it.", at: "name")
                return self.page(page.title, page.body, request, status: 422)
            }
        }
        return try await enter(person, request, to: home, actingFor: page.invitation.organisation.id)
    }

    /// Somebody who has signed in takes up their own invitation, and acts for that organisation from now on.
    private func join(
        _ person: Person, _ page: JoinPage, _ request: Request
    ) async throws -> Reply {
        do throws(AcceptInvitation.Refusal) {
            _ = try await AcceptInvitation(token: page.key, who: .known(person)).run(in: people, services)
        } catch {
            switch error {
            case .gone, .known: throw Problem.noInvitation
            case .storage: throw error
            case .lastOwner:
                var page = page
                page.faults.add(
                    "You are the last owner of \(page.invitation.organisation.name), and this invitation would make you something else. An organisation needs an owner whose time doesn’t end. Make somebody else an owner first, then open this link again.",
                    at: JoinPage.joinButton)
                return self.page(page.title, page.body, request, status: 422)
            }
        }
        if let reader = request.reader.person {
            try await sessions.act(in: reader.session, for: page.invitation.organisation.id, in: database)
        }
        return .redirect(to: home)
    }

    private func joinPage(_ key: String, _ request: Request) async throws -> JoinPage {
        let now = services.clock()
        guard let invitation = try await InvitationStore(place: place.id).find(key, at: now, in: database)
        else { throw Problem.noInvitation }
        var reader = JoinPage.Reader.stranger
        if let id = request.reader.person?.id, let person = try await people.person(id: id, in: database) {
            reader = person.email == invitation.email ? .themselves(person) : .somebodyElse(person)
        }
        return JoinPage(invitation: invitation, reader: reader, key: key, tokenField: request.formTokenField)
    }
}
