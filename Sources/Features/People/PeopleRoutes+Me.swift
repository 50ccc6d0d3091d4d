import Configuration
import HTML
import Jobs
import Mail
import Places
import Storage
import Web
import Words

extension PeopleRoutes {
    func showMe(_ request: Request) async throws -> Reply {
        let page = try await mePage(request)
        return self.page(page.title, page.body, request)
    }

    func actFor(_ request: Request) async throws -> Reply {
        guard let reader = request.reader.person else { throw Problem.signInFirst }
        let now = services.clock()
        let organisations = try await people.memberships(of: reader.id, in: database)
            .filter { $0.isInForce(at: now) }.map(\.organisation.id)
        guard let chosen = request.form["organisation"], organisations.contains(chosen) else {
            throw Problem.notFound
        }
        try await sessions.act(in: reader.session, for: chosen, in: database)
        return .redirect(to: home)
    }

    func endSession(_ request: Request) async throws -> Reply {
        guard let reader = request.reader.person else { throw Problem.signInFirst }
        try await sessions.end(request.parameters["id"] ?? "", of: reader.id, in: database)
        return .redirect(to: PeoplePath.me.url)
    }

    func changePassword(_ request: Request) async throws -> Reply {
        guard let reader = request.reader.person else { throw Problem.signInFirst }
        var page = try await mePage(request)
        if let fault = try await fault(in: page.proof, of: page.person, request, field: "current") {
            page.faults.add(fault.sentence, at: "current")
            return self.page(page.title, page.body, request, status: fault.status)
        }
        let known = [page.person.name, page.person.email.text, place.name]
        guard let password = await newPassword(request, known: known, &page.faults) else {
            return self.page(page.title, page.body, request, status: 422)
        }
        let letter = WayInLetters(catalogue: request.catalogue).passwordChanged(of: page.person)
        try await database.transaction { transaction in
            try await people.setPassword(password.hash, of: reader.id, in: transaction)
            try await ResetStore(place: place.id).end(of: reader.id, in: transaction)
            try await sessions.endAll(of: reader.id, except: reader.session, in: transaction)
            try await services.postbox?.post(letter, to: place.id, transaction)
        }
        services.jobs.wake()
        return .redirect(to: PeoplePath.me.url)
    }

    private func mePage(_ request: Request) async throws -> MePage {
        guard let reader = request.reader.person else { throw Problem.signInFirst }
        let person = try await person(request)
        let now = services.clock()
        return MePage(
            person: person,
            memberships: try await people.memberships(of: person.id, in: database)
                .filter { $0.isInForce(at: now) },
            reader: reader, sessions: try await sessions.sessions(of: person.id, in: database),
            hasSecondStep: try await factors.isOn(for: person.id, in: database),
            proof: try await proof(of: person, at: PeoplePath.me.url, request), elsewhere: provider?.settings.host,
            tokenField: request.formTokenField)
    }
}
