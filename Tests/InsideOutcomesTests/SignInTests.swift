import Drivers
import FoundationEssentials
import Places
import Storage
import Testing

@testable import InsideOutcomes
@testable import People
@testable import Web

@Suite(.onEveryDriver) struct SignInTests {
    @Test func `the right password lets in, and a wrong one says the same as an address that nobody has`() async throws
    {
        let visitor = try await Visitor()
        _ = try await visitor.join(as: .editor, "ben")
        let right = try await visitor.signIn("Ben@Example.org ", Visitor.password)
        #expect(right.status == 303)
        let token = try #require(right.sessionToken)
        #expect(try await visitor.ask("GET", "/me", as: .holder(token)).text.contains("ben@example.org"))
        let wrong = try await visitor.signIn("ben@example.org", "not the password")
        let nobody = try await visitor.signIn("xen@example.org", "not the password")
        #expect(wrong.status == 422)
        #expect(wrong.status == nobody.status)
        #expect(wrong.text.replacing("ben@", with: "xen@").withoutTokens == nobody.text.withoutTokens)
        #expect(wrong.sessionToken == nil && nobody.sessionToken == nil)
        #expect(!visitor.logged.contains(Visitor.password) && !visitor.logged.contains(token))
        await visitor.close()
    }

    @Test func `an account is closed after ten wrong passwords, also to the right one, for a quarter of an hour`()
        async throws
    {
        let visitor = try await Visitor()
        _ = try await visitor.join(as: .editor, "ben")
        for _ in 1...10 { #expect(try await visitor.signIn("ben@example.org", "wrong").status == 422) }
        #expect(try await visitor.signIn("ben@example.org", Visitor.password).status == 429)
        #expect(try await visitor.signIn("ann@example.org", "wrong").status == 422, "others are not shut out")
        visitor.clock.pass(days: 901 / 86_400)
        #expect(try await visitor.signIn("ben@example.org", Visitor.password).status == 303)
        await visitor.close()
    }

    @Test func `an invitation works once, for two weeks, and can be taken back`() async throws {
        let visitor = try await Visitor()
        let link = try await visitor.invitation("ben")
        #expect(try await visitor.accept(link, "Ben").status == 303)
        #expect(try await visitor.accept(link, "Ben").text.contains("PLA-002"))
        let late = try await visitor.invitation("cat")
        visitor.clock.pass(days: 14)
        #expect(try await visitor.ask("GET", late, as: .stranger).status == 404)
        let page = try await visitor.ask("GET", "/organisation")
        #expect(!page.text.contains("cat@example.org"))
        let gone = try await visitor.invitation("dan")
        let action = try #require(
            try await visitor.ask("GET", "/organisation").text.split(separator: "action=\"").map {
                $0.prefix { $0 != "\"" }
            }
            .first { $0.hasSuffix("/take-back") })
        #expect(try await visitor.ask("POST", String(action), form: [:]).status == 303)
        #expect(try await visitor.ask("GET", gone, as: .stranger).status == 404)
        await visitor.close()
    }

    @Test func `an invitation looks the same whether or not its address has a way in, and both can take it up`()
        async throws
    {
        let visitor = try await Visitor()
        let ben = try await visitor.join(as: .reader, "ben")
        let (known, unknown) = (try await visitor.invitation("ben"), try await visitor.invitation("xen"))
        let pages = try await [known, unknown].asyncMap { try await visitor.ask("GET", $0, as: .stranger) }
        let keys = [known, unknown].map { $0.dropFirst("/join?key=".count) }
        #expect(
            pages[0].text.replacing("ben@", with: "xen@").replacing(keys[0], with: keys[1]).withoutTokens
                == pages[1].text.withoutTokens)
        #expect(pages.allSatisfy { $0.status == 200 })
        // Nobody else can take it up, and nobody can become a second person of one address.
        #expect(try await visitor.accept(known, "Ben").status == 422)
        #expect(try await visitor.ask("POST", "/join", form: ["key": String(keys[0])]).status == 422)
        #expect(try await visitor.accept(unknown, "Xen").status == 303)
        let joined = try await visitor.ask("POST", "/join", as: .holder(ben), form: ["key": String(keys[0])])
        #expect(joined.status == 303)
        let members = try await PeopleStore(place: visitor.installation.place.id).members(
            of: visitor.organisation(), in: visitor.installation.services.database)
        #expect(members.map(\.role.rawValue).sorted() == ["editor", "editor", "owner"])
        #expect(try await visitor.ask("GET", known, as: .stranger).status == 404)
        await visitor.close()
    }

    @Test func `the last owner stays one`() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.organisation()
        let people = PeopleStore(place: visitor.installation.place.id)
        let founder = try #require(
            try await people.members(of: visitor.organisation(), in: visitor.installation.services.database).first)
        for form in [["role": "none"], ["role": "reader"], ["role": "owner", "until": "2030-01-01"]] {
            let answer = try await visitor.ask("POST", "/organisation/members/\(founder.person.id)", form: form)
            #expect(answer.status == 422)
            #expect(answer.text.contains("An organisation needs an owner"))
        }
        _ = try await visitor.join(as: .owner, "ben")
        let answer = try await visitor.ask(
            "POST", "/organisation/members/\(founder.person.id)", form: ["role": "reader"])
        #expect(answer.status == 303)
        #expect(try await visitor.ask("POST", "/organisation/invitations", form: [:]).status == 403)
        await visitor.close()
    }

    @Test func `no invitation makes something else of the last owner`() async throws {
        let visitor = try await Visitor()
        for form in [["role": "reader"], ["role": "owner", "until": "2030-01-01"]] {
            let link = try await visitor.invitation("ann", form)
            let key = ["key": String(link.dropFirst("/join?key=".count))]
            let answer = try await visitor.ask("POST", "/join", form: key)
            #expect(answer.status == 422 && answer.text.contains("You are the last owner of"))
            #expect(answer.text.contains("href=\"#join\"") && answer.text.contains("id=\"join\""))
            #expect(try await visitor.ask("GET", "/organisation/tokens").status == 200, "still the owner")
        }
        let again = try await visitor.invitation("ann", ["role": "owner"])
        let lasting = ["key": String(again.dropFirst("/join?key=".count))]
        #expect(try await visitor.ask("POST", "/join", form: lasting).status == 303)
        _ = try await visitor.join(as: .owner, "ben")
        let link = try await visitor.invitation("ann", ["role": "reader"])
        let key = ["key": String(link.dropFirst("/join?key=".count))]
        #expect(try await visitor.ask("POST", "/join", form: key).status == 303)
        #expect(try await visitor.ask("GET", "/organisation/tokens").status == 403)
        await visitor.close()
    }

    @Test func `who signs in again in a browser goes on for the same organisation, and the session before is over`()
        async throws
    {
        let visitor = try await Visitor()
        let ben = try await visitor.join(as: .editor, "ben")
        _ = try await visitor.bringIn("Other", owner: "other")
        let database = visitor.installation.services.database
        let organisations = OrganisationStore(place: visitor.installation.place.id)
        let other = try #require(try await organisations.all(in: database).first { $0.name == "Other" })
        let people = PeopleStore(place: visitor.installation.place.id)
        let email = try #require(EmailAddress("ben@example.org"))
        let person = try #require(try await people.person(email, in: database))
        try await people.setMembership(
            of: person.id, in: other.id, .reader, programme: nil, until: nil, since: visitor.clock.now, in: database)
        #expect(
            try await visitor.ask("POST", "/me/act-for", as: .holder(ben), form: ["organisation": other.id]).status
                == 303)
        let form = ["email": "ben@example.org", "password": Visitor.password]
        let next = try #require(
            try await visitor.ask("POST", "/sign-in", as: .holder(ben), form: form).sessionToken)
        let page = try await visitor.ask("GET", "/organisation", as: .holder(next))
        #expect(page.status == 200 && page.text.contains("Other"))
        #expect(try await visitor.ask("GET", "/me", as: .holder(ben)).status == 403)
        await visitor.close()
    }

    @Test func `a new password ends every other session, and the owner's link lets in again`() async throws {
        let visitor = try await Visitor()
        let first = try await visitor.join(as: .editor, "ben")
        let second = try #require(try await visitor.signIn("ben@example.org", Visitor.password).sessionToken)
        let next = "three brown loaves at dawn"
        let wrong = try await visitor.ask(
            "POST", "/me/password", as: .holder(second), form: ["current": "wrong", "password": next])
        #expect(wrong.status == 422)
        let changed = try await visitor.ask(
            "POST", "/me/password", as: .holder(second), form: ["current": Visitor.password, "password": next])
        #expect(changed.status == 303)
        #expect(try await visitor.ask("GET", "/me", as: .holder(first)).status == 403)
        #expect(try await visitor.ask("GET", "/me", as: .holder(second)).status == 200)
        #expect(try await visitor.signIn("ben@example.org", Visitor.password).status == 422)
        let key = visitor.installation.services.key.linkKey
        let regained = try await visitor.ask(
            "POST", "/owner", as: .stranger,
            form: ["key": key, "email": "ben@example.org", "password": Visitor.password])
        #expect(regained.sessionToken != nil)
        #expect(try await visitor.ask("GET", "/me", as: .holder(second)).status == 403)
        for form in [["email": "ben@example.org", "password": next], ["key": "wrong", "email": "ben@example.org"]] {
            #expect(try await visitor.ask("POST", "/owner", as: .stranger, form: form).text.contains("PLA-001"))
        }
        await visitor.close()
    }

    @Test func `no password is asked for or taken where others could read it on the way`() async throws {
        let visitor = try await Visitor(address: "http://outcomes.example.org")
        for path in ["/sign-in", "/owner?key=\(visitor.installation.services.key.linkKey)", "/join?key=x"] {
            let page = try await visitor.ask("GET", path, as: .stranger)
            #expect(page.status == 403 && page.text.contains("PLA-003") && page.text.contains("OUTCOMES_ADDRESS"))
            let form = ["email": "ann@example.org", "password": Visitor.password]
            #expect(try await visitor.ask("POST", path, as: .stranger, form: form).text.contains("PLA-003"))
        }
        #expect(try await visitor.ask("GET", "/", as: .stranger).status == 200)
        await visitor.close()
    }

    @Test
    func `a session from before opens nothing where others could read it on the way, and no password is asked for`()
        async throws
    {
        let visitor = try await Visitor(address: "http://outcomes.example.org")
        _ = try await visitor.organisation()
        // What anybody may send without showing who they are.
        let harmless: Set = [PeoplePath.erased.url]
        for route in visitor.installation.routes where route.operation == nil {
            let address = route.pattern.replacing(":id", with: "2b").replacing(":number", with: "1")
            let answer = try await visitor.ask(
                route.method.rawValue, address, form: route.method == .get ? nil : ["password": Visitor.password])
            let name = "\(route.method) \(address)"
            #expect(!answer.text.contains("type=\"password\""), "\(name)")
            if route.access == .anyone {
                let isOpen = route.method == .get || harmless.contains(route.pattern)
                #expect(isOpen || answer.text.contains("PLA-003"), "\(name)")
            } else {
                #expect(answer.status == 403 && answer.text.contains("WEB-002"), "\(name)")
            }
        }
        let confirm = try await visitor.ask("GET", "/me/email/confirm?key=x", as: .stranger)
        #expect(confirm.text.contains("PLA-003"))
        await visitor.close()
    }

    @Test func `what has run out is removed`() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.invitation("ben")
        _ = try await visitor.signIn("ann@example.org", "wrong")
        let services = visitor.installation.services
        visitor.clock.pass(days: 91)
        try await visitor.tidy()
        for table in ["session", "invitation", "attempt"] {
            let left = try await services.database.rows(SQL(stringLiteral: "SELECT 1 FROM \(table)")).count
            #expect(left == 0, "\(table)")
        }
        await visitor.close()
    }
}

extension Visitor {
    fileprivate func signIn(_ email: String, _ password: String) async throws -> Answer {
        try await ask("POST", "/sign-in", as: .stranger, form: ["email": email, "password": password])
    }

    /// Invites somebody, as an editor unless the form says something else, and gives the path of the link.
    fileprivate func invitation(
        _ name: String, _ form: [String: String] = ["role": "editor"]
    ) async throws -> String {
        let page = try await ask(
            "POST", "/organisation/invitations",
            form: form.merging(["email": "\(name)@example.org"]) { given, _ in given })
        let key = try #require(page.text.split(separator: "/join?key=").dropFirst().first?.prefix(43))
        return "/join?key=\(key)"
    }

    fileprivate func accept(_ link: String, _ name: String) async throws -> Answer {
        try await ask(
            "POST", "/join", as: .stranger,
            form: ["key": String(link.dropFirst("/join?key=".count)), "name": name, "password": Self.password])
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ change: (Element) async throws -> Value) async rethrows -> [Value] {
        var changed: [Value] = []
        for element in self { changed.append(try await change(element)) }
        return changed
    }
}

extension String {
    /// Without the tokens of its forms, which differ from answer to answer.
    fileprivate var withoutTokens: String {
        split(separator: "name=\"form-token\" value=\"").map { $0.drop { $0 != "\"" } }.joined()
    }
}
