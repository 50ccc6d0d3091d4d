import Crypto
import Drivers
import FoundationEssentials
import Places
import Storage
import Testing

@testable import InsideOutcomes
@testable import People
@testable import Web

@Suite(.onEveryDriver) struct SecondStepTests {
    @Test func `a code is asked for after the password, is good once, and no session exists before it`() async throws {
        let visitor = try await Visitor()
        let ben = try await visitor.withSecondStep("ben")
        let asked = try await visitor.first("ben")
        #expect(asked.answer.status == 200 && asked.answer.sessionToken == nil)
        let code = try ben.code(at: visitor.clock.now)
        #expect(try await visitor.second(asked.half, "000000").status == 422)
        let entered = try await visitor.second(asked.half, code)
        #expect(entered.status == 303 && entered.sessionToken != nil)
        #expect(try await visitor.second(asked.half, code).sessionToken == nil, "the same code again")
        visitor.clock.pass(days: 30 / 86_400)
        let next = try ben.code(at: visitor.clock.now)
        #expect(try await visitor.second(asked.half + "x", next).location == "/sign-in")
        #expect(try await visitor.second(asked.half, next).sessionToken != nil)
        visitor.clock.pass(days: 600 / 86_400)
        let late = try await visitor.second(asked.half, ben.code(at: visitor.clock.now))
        #expect(late.location == "/sign-in" && late.sessionToken == nil)
        #expect(!visitor.logged.contains(code))
        await visitor.close()
    }

    @Test func `codes can be tried five times in a quarter of an hour, on whichever form`() async throws {
        let visitor = try await Visitor()
        let ben = try await visitor.withSecondStep("ben")
        for _ in 1...5 { #expect(try await visitor.second(visitor.first("ben").half, "000000").status == 422) }
        let asked = try await visitor.first("ben")
        #expect(try await visitor.second(asked.half, ben.code(at: visitor.clock.now)).status == 429)
        #expect(
            try await visitor.ask(
                "POST", "/me/second-step/codes", as: .holder(ben.session),
                form: ["codes": ben.code(at: visitor.clock.now)]
            ).status == 429)
        visitor.clock.pass(days: 901 / 86_400)
        let again = try await visitor.first("ben")
        #expect(try await visitor.second(again.half, ben.code(at: visitor.clock.now)).status == 303)
        await visitor.close()
    }

    @Test func `a recovery code lets in once, and new ones end those before`() async throws {
        let visitor = try await Visitor()
        let ben = try await visitor.withSecondStep("ben")
        #expect(ben.recovery.count == 10 && Set(ben.recovery).count == 10)
        let half = try await visitor.first("ben").half
        #expect(try await visitor.second(half, ben.recovery[0].uppercased()).status == 303)
        #expect(try await visitor.second(half, ben.recovery[0]).status == 422)
        visitor.clock.pass(days: 60 / 86_400)
        let page = try await visitor.ask(
            "POST", "/me/second-step/codes", as: .holder(ben.session),
            form: ["codes": ben.code(at: visitor.clock.now)])
        let newer = page.recoveryCodes
        #expect(newer.count == 10)
        #expect(try await visitor.second(half, ben.recovery[1]).status == 422)
        #expect(try await visitor.second(half, newer[1]).status == 303)
        await visitor.close()
    }

    @Test func `what is kept gives no code away, and nothing of it stands in the trail`() async throws {
        let visitor = try await Visitor()
        let ben = try await visitor.withSecondStep("ben")
        let database = visitor.installation.services.database
        let sealed = try #require(
            try await database.first("SELECT secret FROM second_factor") { try $0.column(0, as: [UInt8].self) })
        #expect(!sealed.contains(ben.secret) && Sealing.open(sealed, key: [UInt8](repeating: 0, count: 32)) == nil)
        let codes = try await database.rows("SELECT code FROM recovery_code") { try $0.column(0, as: String.self) }
        let plain = ben.recovery.map { $0.filter { $0 != "-" } }
        #expect(Set(codes).isDisjoint(with: plain))
        #expect(Set(codes).isDisjoint(with: plain.map { hex(sha256(Array($0.utf8))) }))
        let trail = try await database.rows(
            """
            SELECT coalesce(before, '') || coalesce(after, '') FROM audit
            WHERE table_name IN ('second_factor', 'recovery_code')
            """
        ) { try $0.column(0, as: String.self) }
        #expect(trail.count >= 12)
        #expect(trail.allSatisfy { entry in !codes.contains { entry.contains($0) } && !entry.contains(hex(sealed)) })
        await visitor.close()
    }

    @Test func `turning it off takes the password and a code`() async throws {
        let visitor = try await Visitor()
        let ben = try await visitor.withSecondStep("ben")
        let who = Visitor.Who.holder(ben.session)
        for form in [
            ["password": "wrong", "code": try ben.code(at: visitor.clock.now)],
            ["password": Visitor.password, "code": "000000"], ["password": Visitor.password],
        ] {
            #expect(try await visitor.ask("POST", "/me/second-step/off", as: who, form: form).status == 422)
        }
        let right = ["password": Visitor.password, "code": try ben.code(at: visitor.clock.now)]
        #expect(try await visitor.ask("POST", "/me/second-step/off", as: who, form: right).status == 303)
        #expect(try await visitor.first("ben").answer.sessionToken != nil)
        await visitor.close()
    }

    @Test func `whoever turns it off, or has it turned off, is told by letter`() async throws {
        let visitor = try await Visitor(mail: "smtp://127.0.0.1:1?tls=off")
        let database = visitor.installation.services.database
        _ = try await visitor.organisation()
        let person = Person(
            id: "ben", name: "ben", email: try #require(EmailAddress("ben@example.org")), isFacilitator: false,
            created: visitor.clock.now)
        try await PeopleStore(place: visitor.installation.place.id).add(
            person, password: Password.hash(Visitor.password), in: database)
        func told() async throws -> Int {
            try await visitor.letters("ben@example.org").filter { $0.contains("Your second step was turned off") }.count
        }
        let ben = try await visitor.setUp(try await visitor.session(of: person))
        for (code, status) in [("000000", 422), (try ben.code(at: visitor.clock.now), 303)] {
            let answer = try await visitor.ask(
                "POST", "/me/second-step/off", as: .holder(ben.session),
                form: ["password": Visitor.password, "code": code])
            #expect(answer.status == status)
        }
        #expect(try await told() == 1)
        _ = try await visitor.setUp(ben.session)
        _ = try await visitor.ask(
            "POST", "/owner", as: .stranger,
            form: [
                "key": visitor.installation.services.key.linkKey, "email": "ben@example.org",
                "password": Visitor.password,
            ])
        #expect(try await told() == 2)
        await visitor.close()
    }

    @Test func `setting it up takes the password, counts only once confirmed, and ends every other session`()
        async throws
    {
        let visitor = try await Visitor()
        let one = try await visitor.join(as: .editor, "ben")
        let other = try #require(try await visitor.first("ben").answer.sessionToken)
        let wrong = try await visitor.ask("POST", "/me/second-step", as: .holder(one), form: ["password": "wrong"])
        #expect(wrong.status == 422)
        _ = try await visitor.ask(
            "POST", "/me/second-step", as: .holder(one), form: ["password": Visitor.password])
        #expect(try await visitor.first("ben").answer.sessionToken != nil, "it isn't confirmed yet")
        _ = try await visitor.confirm(one)
        #expect(try await visitor.ask("GET", "/me", as: .holder(one)).status == 200)
        #expect(try await visitor.ask("GET", "/me", as: .holder(other)).status == 403)
        await visitor.close()
    }

    @Test func `an owner lets in again whom nobody else answers for, and the owner's link everybody`() async throws {
        let visitor = try await Visitor()
        let owner = Visitor.Who.holder(try await visitor.join(as: .owner, "ora"))
        let ben = try await visitor.withSecondStep("ben")
        let id = try await visitor.id("ben")
        let path = "/organisation/members/\(id)/second-step"
        let page = try await visitor.ask("GET", "/organisation", as: owner)
        #expect(page.text.contains(path))
        #expect(try await visitor.ask("POST", path, as: owner, form: ["password": "wrong"]).status == 422)
        #expect(try await visitor.first("ben").answer.sessionToken == nil)
        #expect(try await visitor.ask("POST", path, as: owner, form: ["password": Visitor.password]).status == 303)
        #expect(try await visitor.ask("GET", "/me", as: .holder(ben.session)).status == 403)
        let back = try #require(try await visitor.first("ben").answer.sessionToken)
        // Of two organisations, or a facilitator: not an owner's to let in.
        _ = try await visitor.setUp(back)
        let database = visitor.installation.services.database
        let (place, now) = (visitor.installation.place.id, visitor.clock.now)
        try await database.transaction { transaction in
            try await OrganisationStore(place: place).add(
                Organisation(id: "two", name: "Two", created: now), in: transaction)
        }
        try await PeopleStore(place: visitor.installation.place.id).setMembership(
            of: id, in: "two", .reader, programme: nil, until: nil, since: visitor.clock.now, in: database)
        #expect(try await visitor.ask("POST", path, as: owner, form: ["password": Visitor.password]).status == 404)
        let founder = try await visitor.id("ann")
        #expect(
            try await visitor.ask("GET", "/organisation/members/\(founder)/second-step", as: owner).status == 404)
        #expect(try await visitor.first("ben").answer.sessionToken == nil)
        let regained = try await visitor.ask(
            "POST", "/owner", as: .stranger,
            form: [
                "key": visitor.installation.services.key.linkKey, "email": "ben@example.org",
                "password": Visitor.password,
            ])
        #expect(regained.sessionToken != nil)
        #expect(try await visitor.first("ben").answer.sessionToken != nil)
        await visitor.close()
    }

    @Test func `who lacks a second step that the organisation asks for sees nothing of it until it is set up`()
        async throws
    {
        let visitor = try await Visitor()
        let owner = try await visitor.join(as: .owner, "ora")
        let ben = Visitor.Who.holder(try await visitor.join(as: .editor, "ben"))
        let eve = Visitor.Who.holder(try await visitor.join(as: .owner, "eve"))
        let program = Visitor.Who.program(try await visitor.token(as: .reader, by: eve))
        #expect(try await visitor.ask("GET", "/api/v1/imports", as: program).status == 200)
        _ = try await visitor.ask("POST", "/organisation/second-step", as: .holder(owner), form: ["asked": "yes"])
        #expect(try await visitor.ask("GET", "/imports/new", as: ben).status == 200, "an owner without one can't ask")
        _ = try await visitor.setUp(owner)
        _ = try await visitor.ask("POST", "/organisation/second-step", as: .holder(owner), form: ["asked": "yes"])
        #expect(try await visitor.ask("GET", "/organisation", as: .holder(owner)).status == 200)
        let closed = try await visitor.ask("GET", "/imports/new", as: ben)
        #expect(closed.status == 403 && closed.text.contains("WEB-027"))
        #expect(try await visitor.ask("GET", "/organisation/tokens", as: ben).text.contains("WEB-014"))
        #expect(try await visitor.ask("GET", "/", as: ben).text.contains("href=\"/me/second-step\""))
        #expect(try await visitor.ask("GET", "/api/v1/imports", as: program).status == 401)
        let signedIn = try await visitor.first("ben").answer
        #expect(signedIn.location == "/me/second-step")
        let token = try #require(signedIn.sessionToken)
        _ = try await visitor.setUp(token)
        #expect(try await visitor.ask("GET", "/imports/new", as: .holder(token)).status == 200)
        #expect(try await !visitor.ask("GET", "/", as: .holder(token)).text.contains("href=\"/me/second-step\""))
        await visitor.close()
    }
}

/// Somebody with a second step, and what only they hold.
private struct Holder {
    let session: String
    let secret: [UInt8]
    let recovery: [String]

    func code(at now: Date) throws -> String {
        try #require(
            OneTimeCode.code(of: secret, step: OneTimeCode.step(at: Int(now.timeIntervalSince1970))))
    }
}

extension Visitor {
    fileprivate func withSecondStep(_ name: String) async throws -> Holder {
        try await setUp(try await join(as: .editor, name))
    }

    /// Sets the second step up, and waits until its first code is over.
    fileprivate func setUp(_ session: String) async throws -> Holder {
        _ = try await ask("POST", "/me/second-step", as: .holder(session), form: ["password": Self.password])
        return try await confirm(session)
    }

    fileprivate func confirm(_ session: String) async throws -> Holder {
        let page = try await ask("GET", "/me/second-step", as: .holder(session))
        let text = try #require(page.text.split(separator: "secret=").dropFirst().first?.prefix { $0 != "&" })
        let secret = try #require(base32(String(text)))
        let holder = Holder(session: session, secret: secret, recovery: [])
        let done = try await ask(
            "POST", "/me/second-step/confirm", as: .holder(session), form: ["code": holder.code(at: clock.now)])
        #expect(done.status == 200)
        clock.pass(days: 60 / 86_400)
        return Holder(session: session, secret: secret, recovery: done.recoveryCodes)
    }

    /// The first step of a sign-in, and what the form of the second carries.
    fileprivate func first(_ name: String) async throws -> (answer: Answer, half: String) {
        let answer = try await ask(
            "POST", "/sign-in", as: .stranger, form: ["email": "\(name)@example.org", "password": Self.password])
        let half = answer.text.split(separator: "name=\"half\" value=\"").dropFirst().first?.prefix { $0 != "\"" }
        return (answer, String(half ?? ""))
    }

    fileprivate func second(_ half: String, _ code: String) async throws -> Answer {
        try await ask("POST", "/sign-in/code", as: .stranger, form: ["half": half, "code": code])
    }

    fileprivate func id(_ name: String) async throws -> String {
        let people = PeopleStore(place: installation.place.id)
        let email = try #require(EmailAddress("\(name)@example.org"))
        return try #require(try await people.person(email, in: installation.services.database)).id
    }

    /// The bytes of base32 without padding.
    private func base32(_ text: String) -> [UInt8]? {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (held, bits, bytes) = (0, 0, [UInt8]())
        for letter in text {
            guard let value = digits.firstIndex(of: letter) else { return nil }
            held = (held << 5 | value) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> bits))
            }
        }
        return bytes
    }
}

extension Visitor.Answer {
    fileprivate var recoveryCodes: [String] {
        let list = text.split(separator: "recovery-codes").dropFirst().first?.split(separator: "</ul>").first ?? ""
        return list.split(separator: "<code>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }
}
