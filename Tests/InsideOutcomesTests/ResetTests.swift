import Crypto
import Drivers
import FoundationEssentials
import Places
import Storage
import Testing

@testable import InsideOutcomes
@testable import People
@testable import Web

@Suite(.onEveryDriver) struct ResetTests {
    @Test func `asking for a new password answers and writes the same whether or not anybody has the address`()
        async throws
    {
        let visitor = try await Visitor(mail: "smtp://127.0.0.1:1?tls=off")
        _ = try await visitor.join(by: "ben")
        let known = try await visitor.forget("ben")
        let unknown = try await visitor.forget("xen")
        #expect(known.status == 200 && unknown.status == 200)
        #expect(known.text.replacing("ben@", with: "xen@") == unknown.text)
        let database = visitor.installation.services.database
        let owners = try await database.rows("SELECT person FROM reset") { try $0.column(0, as: String?.self) }
        #expect(owners.count == 2 && owners.compactMap { $0 }.count == 1)
        for _ in 1...2 { #expect(try await visitor.forget("xen").status == 200) }
        #expect(try await visitor.forget("xen").status == 429)
        #expect(try await visitor.forget("ben").status == 200)
        await visitor.close()
    }

    @Test func `a link for a new password works once, for an hour, and ends every session and every other link`()
        async throws
    {
        let visitor = try await Visitor(mail: "smtp://127.0.0.1:1?tls=off")
        let session = try await visitor.join(by: "ben")
        let links = try await [visitor.link(to: "ben"), visitor.link(to: "ben")]
        let next = "three brown loaves at dawn"
        #expect(try await visitor.ask("GET", "/reset?key=\(links[0])", as: .stranger).status == 200)
        let short = try await visitor.ask(
            "POST", "/reset", as: .stranger, form: ["key": links[0], "password": "short"])
        #expect(short.status == 422)
        let set = try await visitor.ask("POST", "/reset", as: .stranger, form: ["key": links[0], "password": next])
        #expect(set.location == "/sign-in?changed=1")
        for link in links {
            let again = try await visitor.ask("POST", "/reset", as: .stranger, form: ["key": link, "password": next])
            #expect(again.status == 404 && again.text.contains("PLA-004"))
        }
        #expect(try await visitor.ask("GET", "/me", as: .holder(session)).status == 403)
        let late = try await visitor.link(to: "ben")
        visitor.clock.pass(days: 3601 / 86_400)
        #expect(try await visitor.ask("GET", "/reset?key=\(late)", as: .stranger).status == 404)
        try await visitor.tidy()
        #expect(try await visitor.installation.services.database.rows("SELECT 1 FROM reset").isEmpty)
        await visitor.close()
    }

    @Test func `a link that waits opens nothing once the password was changed another way`() async throws {
        let visitor = try await Visitor(mail: "smtp://127.0.0.1:1?tls=off")
        let ben = Visitor.Who.holder(try await visitor.join(by: "ben"))
        let link = try await visitor.link(to: "ben")
        let next = "three brown loaves at dawn"
        let changed = try await visitor.ask(
            "POST", "/me/password", as: ben, form: ["current": Visitor.password, "password": next])
        #expect(changed.location == "/me")
        #expect(try await visitor.ask("GET", "/reset?key=\(link)", as: .stranger).status == 404)
        await visitor.close()
    }

    @Test func `whoever changes their password, or has it changed, is told by letter, and nobody else is`() async throws
    {
        let visitor = try await Visitor(mail: "smtp://127.0.0.1:1?tls=off")
        let ben = Visitor.Who.holder(try await visitor.join(by: "ben"))
        let next = "three brown loaves at dawn"
        func told() async throws -> Int {
            try await visitor.letters("ben@example.org").filter { $0.contains("Your password was changed") }.count
        }
        for (current, status) in [("wrong", 422), (Visitor.password, 303)] {
            let answer = try await visitor.ask(
                "POST", "/me/password", as: ben, form: ["current": current, "password": next])
            #expect(answer.status == status)
        }
        #expect(try await told() == 1)
        let link = try await visitor.link(to: "ben")
        for _ in 1...2 {
            _ = try await visitor.ask("POST", "/reset", as: .stranger, form: ["key": link, "password": next])
        }
        #expect(try await told() == 2)
        let key = visitor.installation.services.key.linkKey
        _ = try await visitor.organisation()
        _ = try await visitor.ask(
            "POST", "/owner", as: .stranger, form: ["key": key, "email": "ben@example.org", "password": next])
        #expect(try await told() == 3)
        let letters = try await visitor.letters("ben@example.org")
        #expect(letters.count == 3, "there was no second step to be turned off")
        #expect(letters.allSatisfy { !$0.contains(next) && !$0.contains(key) })
        #expect(try await visitor.letters("ann@example.org").isEmpty)
        await visitor.close()
    }

    @Test func `without mail the page says whom to ask`() async throws {
        let visitor = try await Visitor()
        #expect(try await visitor.ask("GET", "/forgotten", as: .stranger).text.contains("This site sends no e-mail"))
        #expect(try await visitor.forget("ann").location == "/forgotten")
        await visitor.close()
    }
}

extension Visitor {
    fileprivate func forget(_ name: String) async throws -> Answer {
        try await ask("POST", "/forgotten", as: .stranger, form: ["email": "\(name)@example.org"])
    }

    /// Adds a person, since with mail on the page shows no link to come in by; gives the token of their session.
    fileprivate func join(by name: String) async throws -> String {
        let person = Person(
            id: name, name: name, email: try #require(EmailAddress("\(name)@example.org")), isFacilitator: false,
            created: clock.now)
        try await PeopleStore(place: installation.place.id).add(
            person, password: Password.hash(Visitor.password), in: installation.services.database)
        return try await session(of: person)
    }

    /// A link as a letter would hold it.
    fileprivate func link(to person: String) async throws -> String {
        let token = installation.services.sessions.newToken()
        try await ResetStore(place: installation.place.id).add(
            token, for: person, at: clock.now, in: installation.services.database)
        return token
    }
}
