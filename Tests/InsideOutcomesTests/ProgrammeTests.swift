import Drivers
import Places
import Testing

@testable import InsideOutcomes
@testable import People
@testable import Web

/// Somebody who is let in to one programme sees that one, until a day, and changes nothing.
@Suite(.onEveryDriver) struct ProgrammeTests {
    @Test func `whoever is let in to one programme sees its work and exports, and nothing of the others`() async throws
    {
        let visitor = try await Visitor()
        let added = try await visitor.ask(
            "POST", PeoplePath.programmes.url, form: ["programme-name": "Befriending"])
        #expect(added.status == 303)
        let inside = try await visitor.upload("inside.xlsx")
        let outside = try await visitor.upload("outside.xlsx")
        #expect(
            try await visitor.ask("POST", inside, form: ["programme": "Befriending", "then": "look"]).status == 303)
        let drafts = [try await visitor.makeAccount(of: inside), try await visitor.makeAccount(of: outside)]
        let auditor = Visitor.Who.holder(try await visitor.joinProgramme("Befriending", "auditor"))

        let home = try await visitor.ask("GET", "/waiting", as: auditor).text
        #expect(home.contains(drafts[0]) && !home.contains(drafts[1]) && !home.contains("outside.xlsx"))
        for ending in ["", "/account.pdf", "/account.xlsx", "/account.json", "/account.html"] {
            #expect(try await visitor.ask("GET", drafts[0] + ending, as: auditor).status == 200, "\(ending)")
            #expect(try await visitor.ask("GET", drafts[1] + ending, as: auditor).status == 404, "\(ending)")
        }
        #expect(try await visitor.ask("GET", inside, as: auditor).status == 200)
        #expect(try await visitor.ask("GET", outside, as: auditor).status == 404)
        #expect(try await visitor.ask("GET", PeoplePath.organisation.url, as: auditor).status == 403)
        #expect(try await visitor.ask("POST", inside, as: auditor, form: ["programme": ""]).status == 403)

        // Moved out of the programme, it is out of sight, with its account.
        let moved = try await visitor.ask("POST", inside, form: ["programme": "", "then": "look"])
        #expect(moved.status == 303)
        #expect(try await visitor.ask("GET", inside, as: auditor).status == 404)
        #expect(try await visitor.ask("GET", drafts[0], as: auditor).status == 404)
        await visitor.close()
    }

    @Test func `a correction made of another workbook is seen only by those who see that workbook`() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.ask("POST", PeoplePath.programmes.url, form: ["programme-name": "Befriending"])
        let first = try await visitor.upload("first.xlsx")
        _ = try await visitor.ask("POST", first, form: ["programme": "Befriending", "then": "look"])
        let account = try await visitor.makeAccount(of: first)
        _ = try await visitor.publish(account)
        let second = try await visitor.ask(
            "POST", account + "/correct", form: ["reason": "Another year."], file: "second.xlsx"
        ).location
        let draft = try await visitor.makeAccount(of: second)
        let guest = Visitor.Who.holder(try await visitor.joinProgramme("Befriending", "guest"))
        #expect(try await visitor.ask("GET", account, as: guest).status == 200)
        for address in [draft, draft + "/account.pdf", second] {
            #expect(try await visitor.ask("GET", address, as: guest).status == 404, "\(address)")
            #expect(try await visitor.ask("GET", address).status == 200, "\(address)")
        }
        #expect(try await !visitor.ask("GET", "/waiting", as: guest).text.contains(draft))
        _ = try await visitor.ask("POST", second, form: ["programme": "Befriending", "then": "look"])
        for address in [draft, draft + "/account.pdf", second] {
            #expect(try await visitor.ask("GET", address, as: guest).status == 200, "\(address)")
        }
        await visitor.close()
    }

    @Test func `work that is under way, and tokens, show no more than the programme`() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.ask("POST", PeoplePath.programmes.url, form: ["programme-name": "Befriending"])
        let item = try await visitor.upload("outside.xlsx")
        let job = try await visitor.ask("POST", item + "/account", form: ["language": "en"]).location
        let id = try #require(job.split(separator: "/").last)
        _ = try await visitor.makeAccount(of: item)
        let guest = Visitor.Who.holder(try await visitor.joinProgramme("Befriending", "guest"))
        let whole = Visitor.Who.holder(try await visitor.join(as: .owner, "eve"))
        let token = Visitor.Who.program(try await visitor.token(as: .reader, by: whole))
        let addresses = ["/jobs/\(id)", "/api/v1/jobs/\(id)", item, "/api/v1" + item]
        for address in addresses {
            #expect(try await visitor.ask("GET", address, as: guest).status == 404, "\(address)")
            let own = address.hasPrefix("/api") ? token : whole
            #expect(try await visitor.ask("GET", address, as: own).status != 404, "\(address)")
        }
        // The token's maker is let in to one programme only, from now on: so is the token.
        try await visitor.narrow("eve", to: "Befriending")
        for address in addresses where address.hasPrefix("/api") {
            #expect(try await visitor.ask("GET", address, as: token).status == 404, "\(address)")
        }
        #expect(try await !visitor.ask("GET", "/api/v1/imports", as: token).text.contains("outside.xlsx"))
        await visitor.close()
    }

    @Test func `only a reader can be let in to one programme, and only to one of the organisation's own`() async throws
    {
        let visitor = try await Visitor()
        _ = try await visitor.ask("POST", PeoplePath.programmes.url, form: ["programme-name": "Befriending"])
        let id = try await visitor.programme("Befriending")
        var form = ["email": "eve@example.org", "role": "editor", "programme": id]
        let refused = try await visitor.ask("POST", PeoplePath.invite.url, form: form)
        #expect(refused.status == 422 && refused.text.contains("Whoever sees one programme only reads"))
        form["role"] = "reader"
        form["programme"] = "another"
        #expect(try await visitor.ask("POST", PeoplePath.invite.url, form: form).status == 400)
        let again = try await visitor.ask("POST", PeoplePath.programmes.url, form: ["programme-name": "befriending"])
        #expect(again.status == 422 && again.text.contains("There is a programme of this name already"))
        await visitor.close()
    }
}

extension Visitor {
    func programme(_ name: String) async throws -> String {
        let store = ProgrammeStore(place: installation.place.id, organisation: try await organisation())
        return try #require(try await store.all(in: installation.services.database).first { $0.name == name }?.id)
    }

    /// Lets somebody new in to one programme.
    ///
    /// - Returns: what their browser then holds.
    func joinProgramme(_ name: String, _ person: String) async throws -> String {
        let token = try await join(as: .reader, person)
        try await narrow(person, to: name)
        return token
    }

    /// Has somebody who is here see one programme only.
    func narrow(_ person: String, to name: String) async throws {
        let people = PeopleStore(place: installation.place.id)
        let database = installation.services.database
        let address = try #require(EmailAddress("\(person)@example.org"))
        let known = try #require(try await people.person(address, in: database))
        try await people.setMembership(
            of: known.id, in: organisation(), .reader, programme: programme(name), until: nil, since: clock.now,
            in: database)
    }
}
