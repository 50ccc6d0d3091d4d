import CanonicalJSON
import Drivers
import Places
import Storage
import Testing

@testable import InsideOutcomes
@testable import People
@testable import Web

@Suite(.onEveryDriver) struct TokenTests {
    private let accounts = "/api/v1/accounts?list=drafts"

    @Test func `a token is shown once, works until it is ended, and the page says when it was used`() async throws {
        let visitor = try await Visitor()
        let draft = try await visitor.makeAccount(of: try await visitor.upload())
        let token = try await visitor.token(as: .reader)
        #expect(token.hasPrefix("io-") && token.utf8.count == 46)
        #expect(try await visitor.ask("GET", "/organisation/tokens").text.contains("Never used."))
        let list = try await visitor.ask("GET", accounts, as: .program(token))
        #expect(list.text.contains(draft.dropFirst("/accounts/".count)))
        let page = try await visitor.ask("GET", "/organisation/tokens").text
        #expect(page.contains("Last used on") && !page.contains(token))
        #expect(!visitor.logged.contains(token))
        let id = try #require(page.split(separator: "/organisation/tokens/").dropFirst().first?.prefix { $0 != "/" })
        _ = try await visitor.ask("POST", "/organisation/tokens/\(id)/end", form: [:])
        #expect(try await visitor.ask("GET", accounts, as: .program(token)).status == 401)
        await visitor.close()
    }

    @Test func `a token runs out with its last day`() async throws {
        let visitor = try await Visitor()
        let day = "2027-01-16"
        let answer = try await visitor.ask(
            "POST", "/organisation/tokens", form: ["name": "x", "role": "reader", "until": day])
        let token = String(
            try #require(answer.text.split(separator: "<code>").dropFirst().first).prefix { $0 != "<" })
        #expect(try await visitor.ask("GET", accounts, as: .program(token)).status == 200)
        visitor.clock.pass(days: 2)
        #expect(try await visitor.ask("GET", accounts, as: .program(token)).status == 401)
        try await visitor.tidy()
        let left = try await visitor.installation.services.database.at(visitor.installation.place.id).rows(
            "SELECT id FROM api_token"
        ) { try $0.column(0, as: String.self) }
        #expect(left == [])
        await visitor.close()
    }

    @Test func `a token never does more than whoever made it may, and stops when they leave`() async throws {
        let visitor = try await Visitor()
        let owner = Visitor.Who.holder(try await visitor.join(as: .owner, "second"))
        let token = Visitor.Who.program(try await visitor.token(as: .owner, by: owner))
        #expect(try await visitor.ask("GET", accounts, as: token).status == 200)
        let services = visitor.installation.services
        let people = PeopleStore(place: visitor.installation.place.id)
        let email = try #require(EmailAddress("second@example.org"))
        let person = try #require(try await people.person(email, in: services.database))
        for role in [Role.contributor, nil] {
            try await ChangeMembership(
                person: person.id, organisation: visitor.organisation(), role: role, until: nil
            ).run(in: people, services)
            let store = TokenStore(place: people.place)
            let listed = try await store.tokens(
                of: visitor.organisation(), at: visitor.clock.now, in: services.database)
            #expect(listed.map(\.isCovered) == [false])
            guard case .program(let text) = token else { return }
            let bearer = try await store.program(holding: text, at: visitor.clock.now, in: services.database)
            #expect(bearer?.permissions == role.map { RoleMatrix.permissions(of: [$0]) })
        }
        #expect(try await visitor.ask("GET", accounts, as: token).status == 401)
        #expect(try await visitor.ask("GET", "/organisation/tokens").text.contains("Stopped"))
        await visitor.close()
    }

    @Test func `wrong tokens are counted for where they come from, and right ones are taken all the same`()
        async throws
    {
        let visitor = try await Visitor()
        let right = Visitor.Who.program(try await visitor.token(as: .reader))
        for _ in 1...AttemptStore.mostOfAddress {
            #expect(try await visitor.ask("GET", accounts, as: .program("io-wrong")).status == 401)
        }
        #expect(try await visitor.ask("GET", accounts, as: .program("io-wrong")).status == 429)
        #expect(try await visitor.ask("GET", accounts, as: right).status == 200)
        visitor.clock.pass(days: 1)
        #expect(try await visitor.ask("GET", accounts, as: .program("io-wrong")).status == 401)
        await visitor.close()
    }

    @Test func `a token that is for nothing, for too long or one too many is not made`() async throws {
        let visitor = try await Visitor()
        for form in [["name": " ", "role": "owner"], ["name": "x", "role": "owner", "until": "2001-01-01"]] {
            #expect(try await visitor.ask("POST", "/organisation/tokens", form: form).status == 422)
        }
        for _ in 1...MakeToken.most { _ = try await visitor.token(as: .reader) }
        let form = ["name": "x", "role": "reader"]
        #expect(try await visitor.ask("POST", "/organisation/tokens", form: form).status == 422)
        await visitor.close()
    }
}
