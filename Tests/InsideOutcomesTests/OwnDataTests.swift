import CanonicalJSON
import Drivers
import FoundationEssentials
import Places
import Storage
import Synchronization
import Testing

@testable import InsideOutcomes
@testable import People
@testable import Web

/// What a person can do about what is held about them.
@Suite(.onEveryDriver) struct OwnDataTests {
    @Test func `a person sees all that is held about them and has it as files, and nothing of anybody else`()
        async throws
    {
        let visitor = try await Visitor()
        let ben = Visitor.Who.holder(try await visitor.join(as: .owner, "ben"))
        _ = try await visitor.token(as: .reader, by: ben)
        _ = try await visitor.join(as: .reader, "cat", by: ben)
        _ = try await visitor.ask(
            "POST", "/place/organisations", form: ["name": "Other", "email": "ben@example.org"])
        let file = try JSON(parsing: try await visitor.ask("GET", "/me/data.json", as: ben).text)
        #expect(file["person"]?["email"]?.stringValue == "ben@example.org")
        #expect(file["memberships"]?[0]?["role"]?.stringValue == "owner")
        #expect(file["sessions"]?[0]?["from"]?.stringValue == "test")
        #expect(file["invitations"]?[0]?["organisation"]?.stringValue == "Other")
        #expect(file["tokens"]?[0]?["role"]?.stringValue == "reader")
        let acts = (file["acts"]?.arrayValue ?? []).compactMap { $0["action"]?.stringValue }
        #expect(acts == ["POST /organisation/invitations", "POST /organisation/tokens", "POST /join"])
        let document = try await visitor.ask("GET", "/me/data.html", as: ben)
        #expect(document["Content-Disposition"]?.contains("about-me.html") == true)
        let page = try await visitor.ask("GET", "/me/data", as: ben).text
        for text in [page, document.text] {
            for words in ["ben@example.org", "Other", "Made a token for another program", "Invited somebody"] {
                #expect(text.contains(words), "\(words)")
            }
        }
        for text in [page, document.text, file.canonicalText] {
            #expect(!text.contains("cat@example.org") && !text.contains("ann@example.org") && !text.contains("argon2"))
        }
        await visitor.close()
    }

    @Test func `a name is corrected at once, and an address with the password`() async throws {
        let visitor = try await Visitor()
        let ben = try await visitor.join(as: .editor, "ben")
        let elsewhere = try await visitor.enter("ben@example.org")
        #expect(try await visitor.ask("POST", "/me/name", as: .holder(ben), form: ["name": " "]).status == 422)
        #expect(try await visitor.ask("POST", "/me/name", as: .holder(ben), form: ["name": "Benedict"]).status == 303)
        func change(to email: String, _ password: String = Visitor.password) async throws -> Visitor.Answer {
            try await visitor.ask(
                "POST", "/me/email", as: .holder(ben), form: ["email": email, "password": password])
        }
        #expect(try await change(to: "no address").status == 422)
        #expect(try await change(to: "benedict@example.org", "wrong").status == 422)
        #expect(try await change(to: "ann@example.org").status == 422, "somebody else has it")
        #expect(try await change(to: "benedict@example.org").status == 303)
        let page = try await visitor.ask("GET", "/me", as: .holder(ben)).text
        #expect(page.contains("You, Benedict") && page.contains("benedict@example.org"))
        #expect(try await visitor.ask("GET", "/me", as: .holder(elsewhere)).status == 403)
        _ = try await visitor.enter("benedict@example.org")
        await visitor.close()
    }

    @Test func `an erased account leaves its identifier in the trail, and no name or address anywhere`() async throws {
        let visitor = try await Visitor()
        let database = visitor.installation.services.database
        let ben = Visitor.Who.holder(try await visitor.join(as: .owner, "ben"))
        let item = try await visitor.ask("POST", "/imports/new", as: ben, form: [:], file: "map.xlsx").location
        let program = try await visitor.token(as: .reader, by: ben)
        _ = try await visitor.ask(
            "POST", "/place/organisations", form: ["name": "Other", "email": "ben@example.org"])
        _ = try await visitor.ask("POST", "/me/name", as: ben, form: ["name": "Benedict Unusual"])
        let address = try #require(EmailAddress("ben@example.org"))
        let person = try await PeopleStore(place: visitor.installation.place.id).person(address, in: database)
        let id = try #require(person).id
        #expect(try await visitor.ask("POST", "/me/erase", as: ben, form: ["password": "wrong"]).status == 422)
        let erased = try await visitor.ask("POST", "/me/erase", as: ben, form: ["password": Visitor.password])
        #expect(erased.status == 303 && erased.location == "/me/erased")
        #expect(erased["Set-Cookie"]?.contains("Max-Age=0") == true)
        #expect(try await visitor.ask("GET", "/me", as: ben).status == 403)
        #expect(try await visitor.ask("GET", "/api/v1/accounts?list=drafts", as: .program(program)).status == 401)
        for left in try await visitor.everything() {
            #expect(!left.contains("ben@example.org") && !left.contains("Benedict"), "\(left)")
        }
        #expect(!visitor.logged.contains("ben@example.org") && !visitor.logged.contains("Benedict"))
        // What was done for the organisation is there, by somebody who is nobody now.
        #expect(try await visitor.ask("GET", item).status == 200)
        #expect(
            try await visitor.ask("GET", "/organisation/trail").text.contains("Somebody who is no longer here (\(id))"))
        #expect(try await database.changedFromOutside() == [])
        await visitor.close()
    }

    @Test func `the last owner and the last facilitator see to those who stay before they go`() async throws {
        let visitor = try await Visitor()
        let page = try await visitor.ask("GET", "/me/erase").text
        #expect(page.contains("the last owner of \(Visitor.organisation)") && page.contains("the last facilitator"))
        let other = Visitor.Who.holder(try await visitor.bringIn("Other", owner: "other"))
        #expect(
            try await visitor.ask("POST", "/me/erase", as: other, form: ["password": Visitor.password]).status == 422)
        #expect(try await visitor.ask("POST", "/place/facilitators/step-down", form: [:]).status == 422)
        #expect(
            try await visitor.ask("POST", "/place/facilitators", form: ["facilitator": "xen@example.org"]).status == 422
        )
        #expect(
            try await visitor.ask("POST", "/place/facilitators", form: ["facilitator": "other@example.org"]).status
                == 303)
        #expect(try await visitor.ask("GET", "/place", as: other).status == 200)
        #expect(try await visitor.ask("POST", "/place/facilitators/step-down", as: other, form: [:]).status == 303)
        // An organisation that nobody is to have is closed.
        let draft = try await visitor.published()
        #expect(
            try await visitor.ask("POST", "/organisation/close", as: other, form: ["password": "wrong"]).status == 422)
        #expect(
            try await visitor.ask("POST", "/organisation/close", as: other, form: ["password": Visitor.password]).status
                == 303)
        #expect(try await visitor.ask("GET", "/organisation", as: other).status == 403)
        #expect(
            try await visitor.ask("POST", "/me/erase", as: other, form: ["password": Visitor.password]).status == 303)
        #expect(try await visitor.ask("GET", draft, as: .stranger).status == 200)
        #expect(try await visitor.ask("GET", "/organisation").status == 200, "another's organisation goes on")
        await visitor.close()
    }

    @Test func `a link to a new address is good once, for a day, and for the password that it was asked with`() throws {
        let key = [UInt8](repeating: 7, count: 32)
        let now = Clock().now
        let person = Person(
            id: "p", name: "Ben", email: try #require(EmailAddress("ben@example.org")), isFacilitator: false,
            created: now)
        let new = try #require(EmailAddress("new@example.org"))
        let change = AddressChange(person: person, new: new, hash: "one", asked: now)
        let text = change.key(key, randomness: { [UInt8](repeating: 1, count: $0) })
        #expect(AddressChange(key: text, key, at: now + 86_399) == change)
        #expect(AddressChange(key: text, key, at: now + 86_400) == nil)
        #expect(AddressChange(key: text, [UInt8](repeating: 8, count: 32), at: now) == nil)
        #expect(AddressChange(key: String(text.dropLast(2)), key, at: now) == nil)
        #expect(change.isOf(person, hash: "one") && !change.isOf(person, hash: "two"))
        let after = Person(id: "p", name: "Ben", email: new, isFacilitator: false, created: now)
        #expect(!change.isOf(after, hash: "one"))
    }
}

extension Visitor {
    /// Signs in, and gives the token of the session.
    fileprivate func enter(_ email: String) async throws -> String {
        let form = ["email": email, "password": Self.password]
        return try #require(try await ask("POST", "/sign-in", as: .stranger, form: form).sessionToken)
    }

    /// Each row of each table, as text.
    fileprivate func everything() async throws -> [String] {
        try await installation.services.database.readWhole { whole in
            let lines = Mutex<[String]>([])
            for table in try await whole.tables() {
                try await whole.each(of: table) { row in lines.withLock { $0.append("\(table.name): \(row)") } }
            }
            return lines.withLock { $0 }
        }
    }
}
