import CanonicalJSON
import Drivers
import FoundationEssentials
import Places
import Storage
import Testing

@testable import InsideOutcomes
@testable import People
@testable import Web

/// Organisations that ask to join, and the facilitators who answer.
@Suite(.onEveryDriver) struct JoinRequestTests {
    private static let form = [
        "organisation": "Canal  Street\nKitchen", "name": "Cat Owner", "email": "cat@example.org",
        "message": "We cook.\nFor everybody.",
    ]

    @Test func `nobody can ask before the place is founded, and the pages then lead there`() async throws {
        let visitor = try await Visitor()
        for path in ["/", "/sign-in"] {
            #expect(try await !visitor.ask("GET", path, as: .stranger).text.contains("/ask-to-join"))
        }
        let early = try await visitor.ask("GET", "/ask-to-join", as: .stranger)
        #expect(early.status == 404 && early.text.contains("PLA-021"))
        #expect(try await visitor.ask("POST", "/ask-to-join", as: .stranger, form: Self.form).status == 404)
        _ = try await visitor.organisation()
        for path in ["/", "/sign-in"] {
            #expect(try await visitor.ask("GET", path, as: .stranger).text.contains("href=\"/ask-to-join\""))
        }
        #expect(try await visitor.ask("GET", "/ask-to-join", as: .stranger).status == 200)
        await visitor.close()
        let open = try await Visitor(address: "http://outcomes.example.org")
        _ = try await open.organisation()
        #expect(try await open.ask("GET", "/ask-to-join", as: .stranger).text.contains("PLA-003"))
        #expect(try await !open.ask("GET", "/", as: .stranger).text.contains("/ask-to-join"))
        await open.close()
    }

    @Test
    func `without mail a request waits at once, marked as not confirmed, and is accepted by one facilitator once`()
        async throws
    {
        let visitor = try await Visitor()
        let ben = Visitor.Who.holder(try await visitor.join(as: .editor, "ben"))
        _ = try await visitor.ask("POST", "/place/facilitators", form: ["facilitator": "ben@example.org"])
        let asked = try await visitor.ask("POST", "/ask-to-join", as: .stranger, form: Self.form)
        #expect(asked.status == 200 && asked.text.contains("The facilitators have your request"))
        let again = try await visitor.ask("POST", "/ask-to-join", as: .stranger, form: Self.form)
        #expect(again.text == asked.text)
        #expect(try await visitor.ask("GET", "/").text.contains("1 organisation waits for your answer"))
        let place = try await visitor.ask("GET", "/place").text
        #expect(place.contains("1 organisation waits for your answer") && place.contains("Canal Street Kitchen"))
        #expect(place.contains("cat@example.org") && place.contains("address not confirmed"))
        let request = try await visitor.request()
        let page = try await visitor.ask("GET", request).text
        #expect(page.contains("<p>We cook.</p><p>For everybody.</p>"))
        #expect(try await visitor.ask("POST", request + "/accept", form: ["organisation": " "]).status == 422)
        let taken = try await visitor.ask("POST", request + "/accept", form: ["organisation": Visitor.organisation])
        #expect(taken.status == 422 && taken.text.contains("is here already"))
        let name = ["organisation": "Canal Street Kitchen"]
        async let one = visitor.ask("POST", request + "/accept", form: name)
        async let other = visitor.ask("POST", request + "/accept", as: ben, form: name)
        let answers = try await [one, other]
        #expect(answers.map(\.status).sorted() == [200, 409])
        #expect(try await visitor.organisations().filter { $0 == "Canal Street Kitchen" }.count == 1)
        #expect(try await visitor.ask("POST", request + "/decline", form: [:]).status == 409)
        #expect(try await visitor.ask("GET", request).text.contains("PLA-023"))
        let accepted = try #require(answers.first { $0.status == 200 })
        let key = try #require(accepted.text.split(separator: "/join?key=").dropFirst().first?.prefix(43))
        let joined = try await visitor.ask(
            "POST", "/join", as: .stranger, form: ["key": String(key), "name": "Cat", "password": Visitor.password])
        let cat = Visitor.Who.holder(try #require(joined.sessionToken))
        #expect(try await visitor.ask("GET", "/organisation", as: cat).text.contains("Canal Street Kitchen"))
        let after = try await visitor.ask("GET", "/place").text
        #expect(after.contains("let in on") && !after.contains("waits for your answer"))
        let trail = try await visitor.ask("GET", "/organisation/trail").text
        #expect(trail.contains("Let in an organisation that asked to join"))
        await visitor.close()
    }

    @Test func `what is asked of another place is neither seen nor answered here`() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.organisation()
        let (database, now) = (visitor.installation.services.database, visitor.clock.now)
        try await PlaceStore(database).add(Place(id: "other", name: "Other", isMadeUp: false), at: now, in: database)
        let other = JoinRequestStore(place: "other")
        try await other.add(
            JoinRequest(
                id: "asked", organisation: "Canal Street Kitchen", name: "Cat",
                email: try #require(EmailAddress("cat@example.org")), message: "", language: "en", created: now),
            token: nil, in: database)
        #expect(try await !visitor.ask("GET", "/place").text.contains("Kitchen"))
        #expect(try await visitor.ask("GET", "/place/requests/asked").status == 404)
        for answer in ["accept", "decline"] {
            let form = ["organisation": "Canal Street Kitchen"]
            #expect(try await visitor.ask("POST", "/place/requests/asked/\(answer)", form: form).status == 404)
        }
        #expect(try await other.waiting(in: database).map(\.id) == ["asked"])
        await visitor.close()
    }

    @Test
    func `with mail nobody sees a request before its address is confirmed, and then every facilitator is written to`()
        async throws
    {
        let visitor = try await Visitor(mail: "smtp://127.0.0.1:1?tls=off")
        _ = try await visitor.organisation()
        let (first, link) = try await visitor.asked(Self.form)
        #expect(first.text.contains("Look at your e-mail"))
        #expect(try await visitor.letters("cat@example.org").count == 1)
        let letter = try #require(try await visitor.letters("cat@example.org").first)
        #expect(!letter.contains("Kitchen") && !letter.contains("Cat Owner"), "it may reach somebody else")
        #expect(try await !visitor.ask("GET", "/place").text.contains("Kitchen"))
        #expect(try await visitor.letters("ann@example.org").isEmpty)
        #expect(try await visitor.ask("GET", "/ask-to-join/confirm?key=\(link)", as: .stranger).status == 200)
        #expect(try await visitor.letters("ann@example.org").isEmpty, "looking at the page confirms nothing")
        let confirmed = try await visitor.ask(
            "POST", "/ask-to-join/confirm", as: .stranger, form: ["key": link])
        #expect(confirmed.status == 200)
        for method in ["GET", "POST"] {
            let form = method == "POST" ? ["key": link] : nil
            let again = try await visitor.ask(method, "/ask-to-join/confirm?key=\(link)", as: .stranger, form: form)
            #expect(again.status == 404 && again.text.contains("PLA-022"))
        }
        let place = try await visitor.ask("GET", "/place").text
        #expect(place.contains("Kitchen") && !place.contains("not confirmed"))
        let written = try #require(try await visitor.letters("ann@example.org").first)
        let request = try await visitor.request()
        #expect(written.contains("Canal Street Kitchen") && written.contains(request))
        // Asking once more takes the place of what was asked before.
        let (_, next) = try await visitor.asked(Self.form)
        _ = try await visitor.ask("POST", "/ask-to-join/confirm", as: .stranger, form: ["key": next])
        #expect(try await visitor.ask("GET", "/place").text.contains("1 organisation waits"))
        #expect(try await visitor.ask("GET", request).status == 404)
        let (_, late) = try await visitor.asked(Self.form)
        visitor.clock.pass(days: 1)
        #expect(try await visitor.ask("GET", "/ask-to-join/confirm?key=\(late)", as: .stranger).status == 404)
        await visitor.close()
    }

    @Test func `whoever asked is told no in their own language, with what the facilitator says`() async throws {
        let visitor = try await Visitor(mail: "smtp://127.0.0.1:1?tls=off")
        _ = try await visitor.organisation()
        let (_, link) = try await visitor.asked(Self.form, language: "qps")
        _ = try await visitor.ask("POST", "/ask-to-join/confirm", as: .stranger, form: ["key": link])
        let request = try await visitor.request()
        let before = try await visitor.letters("cat@example.org").count
        let said = try await visitor.ask("POST", request + "/decline", form: ["sentence": "Come back in May."])
        #expect(said.location == "/place")
        let letters = try await visitor.letters("cat@example.org")
        #expect(letters.count == before + 1)
        let refusal = try #require(letters.first { $0.contains("Come back in May.") })
        #expect(refusal.contains("\"language\":\"qps\""))
        #expect(try await visitor.ask("GET", "/place").text.contains("said no on"))
        #expect(try await !visitor.organisations().contains("Canal Street Kitchen"))
        await visitor.close()
    }

    @Test func `asking answers the same whoever and whatever is here already, and only so often`() async throws {
        let visitor = try await Visitor(mail: "smtp://127.0.0.1:1?tls=off")
        _ = try await visitor.organisation()
        func ask(_ email: String, _ organisation: String) async throws -> Visitor.Answer {
            try await visitor.ask(
                "POST", "/ask-to-join", as: .stranger,
                form: ["organisation": organisation, "name": "Xen", "email": email])
        }
        let known = try await ask("ann@example.org", Visitor.organisation)
        let unknown = try await ask("xen@example.org", "Somewhere else")
        #expect(known.status == 200 && known.text.replacing("ann@", with: "xen@") == unknown.text)
        for _ in 1...2 { #expect(try await ask("xen@example.org", "Other").status == 200) }
        #expect(try await ask("xen@example.org", "Other").status == 429)
        for number in 1...15 { #expect(try await ask("xen\(number)@example.org", "Other").status == 200) }
        #expect(try await ask("xen16@example.org", "Other").status == 429)
        #expect(try await ask("no address", "").status == 422)
        visitor.clock.pass(days: 901 / 86_400)
        #expect(try await ask("xen16@example.org", "Other").status == 200)
        await visitor.close()
    }

    @Test func `a person sees and takes along what was asked from their address, and it goes with them`() async throws {
        let visitor = try await Visitor()
        let cat = Visitor.Who.holder(try await visitor.join(as: .reader, "cat"))
        _ = try await visitor.ask("POST", "/ask-to-join", as: .stranger, form: Self.form)
        let file = try JSON(parsing: try await visitor.ask("GET", "/me/data.json", as: cat).text)
        #expect(file["requests"]?[0]?["organisation"]?.stringValue == "Canal Street Kitchen")
        #expect(try await visitor.ask("GET", "/me/data", as: cat).text.contains("Canal Street Kitchen"))
        let database = visitor.installation.services.database
        let kept = try await database.rows(
            "SELECT coalesce(organisation, '') || coalesce(after, '') FROM audit WHERE table_name = 'join_request'"
        ) { try $0.column(0, as: String.self) }
        #expect(kept.count == 1)
        #expect(kept.allSatisfy { !$0.contains("cat@") && !$0.contains("Cat Owner") && !$0.contains("Kitchen") })
        #expect(
            try await visitor.ask("POST", "/me/erase", as: cat, form: ["password": Visitor.password]).status == 303)
        #expect(try await database.rows("SELECT id FROM join_request").isEmpty)
        await visitor.close()
    }

    @Test func `requests go after their time, answered or not, and those that nobody confirmed after a day`()
        async throws
    {
        let visitor = try await Visitor(mail: "smtp://127.0.0.1:1?tls=off")
        _ = try await visitor.organisation()
        let database = visitor.installation.services.database
        let place = visitor.installation.place.id
        let store = JoinRequestStore(place: place)
        func add(_ id: String, token: String?) async throws {
            try await store.add(
                JoinRequest(
                    id: id, organisation: id, name: id, email: try #require(EmailAddress("\(id)@example.org")),
                    message: "", language: "en", created: visitor.clock.now), token: token, in: database)
        }
        func left() async throws -> [String] {
            try await database.rows("SELECT id FROM join_request ORDER BY id") { try $0.column(0) }
        }
        try await add("answered", token: nil)
        try await add("hidden", token: "t")
        try await add("waiting", token: nil)
        visitor.clock.pass(days: 0.9)
        try await visitor.tidy()
        #expect(try await left() == ["answered", "hidden", "waiting"])
        visitor.clock.pass(days: 0.1)
        try await visitor.tidy()
        #expect(try await left() == ["answered", "waiting"])
        visitor.clock.pass(days: 60)
        #expect(try await store.answer("answered", .declined, at: visitor.clock.now, in: database))
        visitor.clock.pass(days: 30)
        try await visitor.tidy()
        #expect(try await left() == ["answered"])
        visitor.clock.pass(days: 60)
        try await visitor.tidy()
        #expect(try await left().isEmpty)
        await visitor.close()
    }
}

extension Visitor {
    /// The address of the first request that waits.
    fileprivate func request() async throws -> String {
        let page = try await ask("GET", "/place").text
        let id = try #require(page.split(separator: "/place/requests/").dropFirst().first?.prefix { $0 != "\"" })
        return "/place/requests/\(id)"
    }

    /// Asks to join, and gives the answer and what the link in the letter holds.
    func asked(_ form: [String: String], language: String = "en") async throws -> (Answer, String) {
        let before = Set(try await letters(form["email"] ?? ""))
        let answer = try await ask("POST", "/ask-to-join?language=\(language)", as: .stranger, form: form)
        let new = try await letters(form["email"] ?? "").first { !before.contains($0) }
        let key = new?.split(separator: "/ask-to-join/confirm?key=").dropFirst().first?.prefix(43)
        return (answer, String(try #require(key)))
    }

    fileprivate func organisations() async throws -> [String] {
        try await OrganisationStore(place: installation.place.id).open(in: installation.services.database).map(\.name)
    }
}
