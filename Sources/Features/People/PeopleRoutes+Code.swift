import HTML
import Places
import Web
import Words

extension PeopleRoutes {
    /// Goes on with somebody who has shown who they are by the first step: asks for their code where they have set that up, else lets
    /// them in.
    func afterFirstStep(_ person: Person, then: String, _ request: Request) async throws -> Reply {
        if try await factors.isOn(for: person.id, in: database) {
            let hash = try await people.passwordHash(of: person.id, in: database)
            let half = HalfSignIn(person: person.id, passwordHash: hash, at: services.clock())
            let page = CodePage(half: half.sealed(services.key), then: then, tokenField: request.formTokenField)
            return self.page(page.title, page.body, request)
        }
        let isMissing = try await factors.isMissing(of: person.id, at: services.clock(), in: database)
        return try await enter(
            person, request, to: isMissing ? PeoplePath.secondStep.url : then.isEmpty ? home : then)
    }

    func giveCode(_ request: Request) async throws -> Reply {
        var page = CodePage(
            half: request.form["half"] ?? "", then: request.form["then"] ?? "", tokenField: request.formTokenField)
        guard let half = HalfSignIn(page.half, services.key, at: services.clock()),
            let person = try await people.person(id: half.person, in: database),
            half.isStill(try await people.passwordHash(of: person.id, in: database))
        else { return .redirect(to: PeoplePath.signIn.url) }
        let given = request.form.text("code", most: 20)
        if let status = try await refuse(given, of: person, &page.faults, at: "code") {
            return self.page(page.title, page.body, request, status: status)
        }
        return try await enter(person, request, to: page.then.isEmpty ? home : page.then)
    }
}
