import Drivers
import FoundationEssentials
import Places
import Testing

@testable import InsideOutcomes
@testable import People
@testable import Web

/// How people who have no password show that it is them.
@Suite(.onEveryDriver) struct ProofTests {
    private static let issuer = "https://id.example.org"

    @Test func `who has no password shows by signing in with the other site that it is them, for ten minutes`()
        async throws
    {
        let visitor = try await Visitor(provider: Self.issuer)
        let eve = try await visitor.comeFromElsewhere("eve", as: "owner")
        let who = Visitor.Who.holder(try await visitor.session(of: eve))
        visitor.clock.pass(days: 600 / 86_400)
        let pages = ["/me", "/me/data", "/me/second-step", "/organisation/close", "/me/erase"]
        for path in pages {
            let page = try await visitor.ask("GET", path, as: who).text
            #expect(page.contains("href=\"/sign-in/elsewhere?then=\(path.replacing("/", with: "%2F"))\""), "\(path)")
            #expect(page.contains("Sign in with id.example.org once more"), "\(path)")
            #expect(!page.contains("current-password"), "\(path)")
        }
        let forms = [
            ("/me/password", ["password": "three brown loaves at dawn"]),
            ("/me/email", ["email": "e@example.org"]),
            ("/me/second-step", [:]), ("/organisation/close", [:]), ("/me/erase", [:]),
        ]
        for (path, form) in forms {
            let answer = try await visitor.ask("POST", path, as: who, form: form)
            #expect(answer.status == 422 && answer.text.contains("once more first"), "\(path)")
        }
        let again = Visitor.Who.holder(try await visitor.session(of: eve))
        for path in pages {
            let page = try await visitor.ask("GET", path, as: again).text
            #expect(page.contains("You signed in with id.example.org a moment ago"), "\(path)")
            #expect(!page.contains("current-password"), "\(path)")
        }
        // Another of the person's sessions that is new makes no old one new.
        #expect(try await visitor.ask("POST", "/organisation/close", as: who, form: [:]).status == 422)
        #expect(try await visitor.ask("POST", "/me/second-step", as: again, form: [:]).status == 303)
        #expect(try await visitor.ask("GET", "/me/second-step", as: again).text.contains("Turn it on"))
        let changed = try await visitor.ask("POST", "/me/email", as: again, form: ["email": "e@example.org"])
        #expect(changed.status == 303)
        #expect(try await visitor.ask("POST", "/organisation/close", as: again, form: [:]).status == 303)
        #expect(try await visitor.ask("POST", "/me/erase", as: again, form: [:]).status == 303)
        await visitor.close()
    }

    @Test func `who has no password can choose one, and shows that from then on`() async throws {
        let visitor = try await Visitor(provider: Self.issuer)
        let eve = try await visitor.comeFromElsewhere("eve", as: "reader")
        let who = Visitor.Who.holder(try await visitor.session(of: eve))
        #expect(try await visitor.ask("GET", "/me", as: who).text.contains("Choose a password"))
        let chosen = try await visitor.ask("POST", "/me/password", as: who, form: ["password": Visitor.password])
        #expect(chosen.status == 303)
        #expect(try await visitor.ask("GET", "/me", as: who).text.contains("Change your password"))
        #expect(try await visitor.ask("POST", "/me/erase", as: who, form: [:]).status == 422)
        #expect(
            try await visitor.ask("POST", "/me/erase", as: who, form: ["password": Visitor.password]).status == 303)
        await visitor.close()
    }

    @Test func `where there is no other site any more, the page leads to a password`() async throws {
        let visitor = try await Visitor()
        let eve = try await visitor.comeFromElsewhere("eve", as: "reader")
        let who = Visitor.Who.holder(try await visitor.session(of: eve))
        let page = try await visitor.ask("GET", "/me/erase", as: who).text
        #expect(page.contains("href=\"/forgotten\"") && page.contains("Get a password"))
        #expect(try await visitor.ask("POST", "/me/erase", as: who, form: [:]).status == 422)
        await visitor.close()
    }
}

extension Visitor {
    /// Has somebody invited whom the other site then brings in, without a password.
    fileprivate func comeFromElsewhere(_ name: String, as role: String) async throws -> Person {
        let email = "\(name)@example.org"
        _ = try await ask("POST", "/organisation/invitations", form: ["email": email, "role": role])
        return try await EnterFromElsewhere(
            issuer: "https://id.example.org", subject: name, email: EmailAddress(email), name: name, reader: nil
        ).run(in: PeopleStore(place: installation.place.id), installation.services)
    }
}
