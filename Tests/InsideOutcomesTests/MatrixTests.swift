import Drivers
import FoundationEssentials
import Places
import Publishing
import Testing
import Words

@testable import InsideOutcomes
@testable import People
@testable import Web

/// Who may call what, walked from the one table that says so.
@Suite(.onEveryDriver) struct MatrixTests {
    /// Somebody who asks, and the roles by which they are to be judged.
    private struct Caller {
        let name: String
        let who: Visitor.Who
        let roles: [Role]?

        var isProgram: Bool { if case .program = who { true } else { false } }
    }

    @Test func `every address lets in those whom the table names, and refuses everybody else`() async throws {
        let visitor = try await Visitor()
        for caller in try await callers(visitor) {
            // Signing out comes last, since it ends what we ask with.
            let routes = visitor.installation.routes.sorted { one, other in
                one.pattern != PeoplePath.signOut.url && other.pattern == PeoplePath.signOut.url
            }
            for route in routes {
                let address = route.pattern.replacing(":id", with: "2b").replacing(":number", with: "1")
                let answer = try await visitor.ask(
                    route.method.rawValue, address, as: caller.who, form: route.method == .get ? nil : [:],
                    type: type(of: route))
                let refusals = ["WEB-002": 403, "WEB-014": 403, "WEB-015": 401, "WEB-016": 401, "WEB-017": 403]
                let refusal = refusals.first { answer.status >= 400 && answer.text.contains($0.key) }
                #expect((refusal != nil) != isAllowed(route, caller), "\(caller.name): \(route.method) \(address)")
                if let refusal { #expect(answer.status == refusal.value, "\(caller.name): \(route.method) \(address)") }
                #expect(answer.status < 500, "\(caller.name): \(route.method) \(address)")
            }
        }
        await visitor.close()
    }

    @Test func `what is one organisation's can't be reached by another's owner or a stranger, whatever its address`()
        async throws
    {
        let visitor = try await Visitor()
        let other = Visitor.Who.holder(try await visitor.bringIn("Other", owner: "other"))
        let item = try await visitor.upload()
        let job = try await visitor.ask("POST", "\(item)/account", form: ["language": "en"]).location
        let draft = try await visitor.makeAccount(of: item)
        let published = try await visitor.published()
        let member = try await visitor.join(as: .editor, "ben")
        let people = try await visitor.members()
        let otherProgram = Visitor.Who.program(try await visitor.token(as: .owner, by: other))
        let own = [item, job, draft, published].compactMap { $0.split(separator: "/").last.map(String.init) }
        for who in [other, otherProgram, .stranger] {
            for route in visitor.installation.routes
            where route.pattern.contains(":id") && route.access != .anyone {
                for id in own + people {
                    let address = route.pattern.replacing(":id", with: id)
                    let answer = try await visitor.ask(
                        route.method.rawValue, address, as: who,
                        form: route.method == .get ? nil : ["edition": "1", "reason": "x", "role": "none"],
                        type: type(of: route), text: bodies[route.pattern])
                    let isHarmless = [401, 403, 404].contains(answer.status) || isOnesOwn(route)
                    #expect(isHarmless, "\(who): \(route.method) \(address) \(answer.status)")
                }
            }
            for address in [draft, draft + "/account.pdf", draft + "/account.json", draft + "/editions/1"] {
                let wanted = who == otherProgram ? 403 : 404
                #expect(try await visitor.ask("GET", address, as: who).status == wanted, "\(who) \(address)")
            }
            for address in ["", "/facts", "/figures", "/figures/people"] {
                let answer = try await visitor.ask("GET", "/api/v1\(draft)\(address)", as: who)
                #expect(answer.status == 404, "\(who) \(address)")
            }
            #expect(try await visitor.ask("GET", "/api/v1\(published)", as: who).status == 200)
            for list in ["published", "drafts", "withdrawn"] {
                let answer = try await visitor.ask("GET", "/api/v1/accounts?list=\(list)", as: who)
                #expect(answer.status == 200 && !answer.text.contains(draft.dropFirst("/accounts/".count)))
            }
            guard who != otherProgram else { continue }
            #expect(try await visitor.ask("GET", published, as: who).status == 200)
            let home = try await visitor.ask("GET", "/", as: who).text
            #expect(!home.contains(draft) && !home.contains(item))
        }
        // Nothing of it was changed.
        #expect(try await visitor.ask("GET", draft).status == 200)
        #expect(try await visitor.ask("GET", item).text.contains("Did we understand"))
        #expect(try await visitor.ask("GET", published, as: .stranger).status == 200)
        #expect(try await visitor.ask("GET", "/me", as: .holder(member)).status == 200)
        #expect(try await visitor.members() == people)
        await visitor.close()
    }

    @Test func `a session of another place opens nothing here`() async throws {
        let visitor = try await Visitor()
        let services = visitor.installation.services
        let person = Person(
            id: "p", name: "Eve", email: try #require(EmailAddress("eve@example.org")), isFacilitator: true,
            created: services.clock())
        try await PlaceStore(services.database).add(
            Place(id: "other", name: "Other", isMadeUp: false), at: services.clock(), in: services.database)
        let people = PeopleStore(place: "other")
        try await people.add(person, password: "", in: services.database)
        let request = Request(
            id: "1", method: .get, target: .root, headers: Headers([]), client: "test", reader: .stranger,
            catalogue: .english, visit: services.sessions.read(nil).visit)
        let token = services.sessions.newToken()
        try await SessionStore(place: "other").begin(
            token, id: "s", for: "p", actingFor: nil, request, at: services.clock(), in: services.database)
        #expect(
            try await Doorkeeper(place: "other", services.database, clock: services.clock).person(holding: token)?.name
                == "Eve")
        #expect(try await visitor.ask("GET", "/me", as: .holder(token)).status == 403)
        #expect(try await visitor.ask("GET", "/place", as: .holder(token)).status == 403)
        await visitor.close()
    }

    @Test func `no page shows anybody a link or a form that they may not use`() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.makeAccount(of: try await visitor.upload())
        _ = try await visitor.published()
        for caller in try await callers(visitor) where !caller.isProgram {
            var (waiting, seen) = (["/"], Set(["/"]))
            while let address = waiting.popLast() {
                let page = try await visitor.ask("GET", address, as: caller.who)
                for link in links(on: page.text) where seen.insert("\(link)").inserted {
                    let path = RequestTarget(Array(link.address.utf8))?.segments ?? []
                    guard case .found(let route, _) = visitor.installation.site.router.match(link.method, path) else {
                        Issue.record("\(caller.name): \(address) leads to nothing: \(link)")
                        continue
                    }
                    #expect(isAllowed(route, caller), "\(caller.name): \(address) leads to \(link)")
                    if link.method == .get { waiting.append(link.address) }
                }
            }
            #expect(seen.count > 3, "\(caller.name)")
        }
        await visitor.close()
    }

    private struct Link: CustomStringConvertible {
        let method: Method
        let address: String

        var description: String { "\(method.rawValue) \(address)" }
    }

    /// The links and forms of a page that lead to other pages of ours.
    private func links(on page: String) -> [Link] {
        let openings = [
            (" href=\"/", Method.get), (" method=\"get\" action=\"/", Method.get),
            (" method=\"post\" action=\"/", Method.post),
        ]
        let found = openings.flatMap { opening, method in
            page.split(separator: opening).dropFirst().map { rest in
                Link(method: method, address: "/" + rest.prefix { $0 != "\"" && $0 != "?" && $0 != "#" })
            }
        }
        return found.filter { !$0.address.hasPrefix("/assets/") }
    }

    private func callers(_ visitor: Visitor) async throws -> [Caller] {
        var callers = [Caller(name: "stranger", who: .stranger, roles: nil)]
        for role in Role.inOrganisation {
            let token = try await visitor.join(as: role, role.rawValue)
            callers.append(Caller(name: role.rawValue, who: .holder(token), roles: [role]))
        }
        _ = try await visitor.ask("POST", PeoplePath.programmes.url, form: ["programme-name": "Befriending"])
        let guest = try await visitor.joinProgramme("Befriending", "guest")
        callers.append(Caller(name: "guest", who: .holder(guest), roles: [.guest]))
        let other = try await visitor.bringIn("Other", owner: "other")
        callers.append(Caller(name: "another's owner", who: .holder(other), roles: [.owner]))
        // Somebody whose time is over, and the founder, who is two things at once.
        let over = try await visitor.join(as: .owner, "over")
        try await visitor.end("over@example.org")
        callers.append(Caller(name: "one who has left", who: .holder(over), roles: []))
        let unknown = String(repeating: "x", count: 43)
        callers.append(Caller(name: "unknown session", who: .holder(unknown), roles: nil))
        for role in Role.inOrganisation {
            let token = try await visitor.token(as: role)
            callers.append(Caller(name: "program as \(role.rawValue)", who: .program(token), roles: [role]))
        }
        let others = try await visitor.token(as: .owner, by: .holder(other))
        callers.append(Caller(name: "another's program", who: .program(others), roles: [.owner]))
        callers.append(Caller(name: "founder", who: .founder, roles: [.owner, .facilitator]))
        return callers
    }

    private func isAllowed(_ route: Route, _ caller: Caller) -> Bool {
        if case .program = caller.who, route.operation == nil { return false }
        return switch route.access {
        case .anyone: true
        case .signedIn: caller.roles != nil
        case .may(let permission):
            caller.roles.map { roles in
                RoleMatrix.lines.contains { $0.permission == permission && !$0.roles.isDisjoint(with: roles) }
            } ?? false
        }
    }

    /// What a program says that it sends.
    private func type(of route: Route) -> String? {
        switch route.body {
        case .json: "application/json"
        case .file(_, let types): types.first
        case .form, .upload, .nothing: nil
        }
    }

    /// What is sent to addresses for programs that take JSON.
    private var bodies: [String: String] {
        ["/api/v1/imports/:id/account": "{}", "/api/v1/imports/:id/answers": #"{"answers":[]}"#]
    }

    /// Whether the address means something of the reader's own, so that somebody else's identifier there does nothing.
    private func isOnesOwn(_ route: Route) -> Bool {
        [PeoplePath.endSession(":id").url, PeoplePath.uninvite(":id").url, PeoplePath.endToken(":id").url].contains(
            route.pattern)
    }
}

extension Visitor {
    /// The identifiers of the people of the founder's organisation.
    fileprivate func members() async throws -> [String] {
        try await PeopleStore(place: installation.place.id)
            .members(of: organisation(), in: installation.services.database).map(\.person.id)
    }

    /// Ends a membership now.
    fileprivate func end(_ email: String) async throws {
        let people = PeopleStore(place: installation.place.id)
        let database = installation.services.database
        let address = try #require(EmailAddress(email))
        let person = try #require(try await people.person(address, in: database))
        try await people.setMembership(
            of: person.id, in: organisation(), .owner, programme: nil, until: clock.now, since: clock.now, in: database)
    }
}
