import CanonicalJSON
import Drivers
import Language
import Lookup
import Places
import Publishing
import Storage
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import People
@testable import Web

/// What the search finds, for whom.
@Suite(.onEveryDriver) struct FindTests {
    private func results(_ text: String, _ visitor: Visitor, as who: Visitor.Who = .founder) async throws -> String {
        let answer = try await visitor.ask("GET", SearchPath.all(text).url, as: who)
        #expect(answer.status == 200)
        return answer.text
    }

    /// An account and the name of its first outcome, as its own organisation finds it.
    private func names(of address: String, _ visitor: Visitor) async throws -> (title: String, outcome: String) {
        let facts = try JSON(parsing: try await visitor.ask("GET", address + "/account.json").text)
        let outcome = try #require(facts["outcomes"]?.arrayValue?.first?["outcome"]?.stringValue)
        let store = AccountStore(
            visitor.installation.services.database, place: visitor.installation.place.id,
            organisation: try await visitor.organisation())
        let kept = try #require(try await store.find(String(address.dropFirst("/accounts/".count))))
        return (try #require(kept.current ?? kept.draft).shortTitle, outcome)
    }

    @Test func `a draft is found by its own people alone, and by everybody once it is published`() async throws {
        let visitor = try await Visitor()
        let other = Visitor.Who.holder(try await visitor.bringIn("Other", owner: "other"))
        let account = try await visitor.makeAccount(of: try await visitor.upload())
        let (title, outcome) = try await names(of: account, visitor)
        for text in [title, outcome, String(outcome.prefix(5)), String(outcome.dropLast())] {
            #expect(try await results(text, visitor).contains("href=\"\(account)\""), "\(text)")
            for who in [Visitor.Who.stranger, other] {
                let page = try await results(text, visitor, as: who)
                #expect(!page.contains(account), "\(text)")
                #expect(page.contains("Nothing was found"), "\(text)")
            }
        }
        _ = try await visitor.publish(account)
        for who in [Visitor.Who.founder, .stranger, other] {
            #expect(try await results(outcome, visitor, as: who).contains("href=\"\(account)\""))
        }
        _ = try await visitor.ask("POST", account + "/withdraw", form: ["reason": "Wrong figures."])
        for who in [Visitor.Who.founder, .stranger, other] {
            #expect(try await !results(outcome, visitor, as: who).contains("href=\"\(account)\""))
        }
        await visitor.close()
    }

    @Test func `whoever is let in to one programme finds nothing of the others`() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.ask("POST", PeoplePath.programmes.url, form: ["programme-name": "Befriending"])
        let inside = try await visitor.upload("inside.xlsx")
        let outside = try await visitor.upload("outside.xlsx")
        _ = try await visitor.ask("POST", inside, form: ["programme": "Befriending", "then": "look"])
        let drafts = [try await visitor.makeAccount(of: inside), try await visitor.makeAccount(of: outside)]
        let guest = Visitor.Who.holder(try await visitor.joinProgramme("Befriending", "guest"))
        let page = try await results(try await names(of: drafts[0], visitor).outcome, visitor, as: guest)
        #expect(page.contains(drafts[0]) && !page.contains(drafts[1]))
        await visitor.close()
    }

    @Test func `a draft that goes is not found any more`() async throws {
        let visitor = try await Visitor()
        let item = try await visitor.upload()
        let account = try await visitor.makeAccount(of: item)
        let outcome = try await names(of: account, visitor).outcome
        _ = try await visitor.ask("POST", item + "/take-back", form: [:])
        #expect(try await results(outcome, visitor).contains("Nothing was found"))
        let kept = try await visitor.installation.services.database.rows(
            "SELECT word FROM term_word WHERE kind <> 'organisation'")
        #expect(kept.isEmpty)
        await visitor.close()
    }

    @Test func `organisations are found by those who may see which are in the place`() async throws {
        let visitor = try await Visitor()
        let other = Visitor.Who.holder(try await visitor.bringIn("Harbour Lights", owner: "other"))
        #expect(try await results("harbor lights", visitor).contains("Harbour Lights"))
        #expect(try await results("gardens", visitor, as: other).contains(Visitor.organisation))
        #expect(try await !results("harbour", visitor, as: .stranger).contains("Harbour Lights"))
        _ = try await visitor.ask("POST", PeoplePath.programmes.url, form: ["programme-name": "Befriending"])
        let guest = Visitor.Who.holder(try await visitor.joinProgramme("Befriending", "guest"))
        #expect(try await !results("harbour", visitor, as: guest).contains("Harbour Lights"))
        _ = try await visitor.ask(
            "POST", PeoplePath.close.url, as: other, form: ["name": "Harbour Lights", "password": Visitor.password])
        #expect(try await !results("harbour", visitor).contains("Harbour Lights"))
        await visitor.close()
    }

    @Test func `concepts are found by any of their words as long as they hold, and by members once proposed`()
        async throws
    {
        let visitor = try await Visitor()
        let member = Visitor.Who.holder(try await visitor.join(as: .reader, "ben"))
        let (database, now) = (visitor.installation.services.database, visitor.clock.now)
        let store = ConceptStore(place: visitor.installation.place.id)
        let labels = [
            Label(.preferred, Text("Loneliness", in: "en")), Label(.preferred, Text("Unigrwydd", in: "cy")),
            Label(.alternative, Text("Social isolation", in: "en")), Label(.hidden, Text("lonelyness", in: "en")),
        ]
        let concept = Concept(id: "urn:c:1", scheme: "urn:c", notation: "LO1", labels: labels)
        let act = LanguageAct(id: "act", kind: .propose, author: nil, created: now)
        try await database.transaction { transaction in
            try await store.add(act, about: "", in: transaction)
            let kept = try await store.number(
                of: Scheme(id: "urn:c", titles: [Text("Ours", in: "en")]), of: nil, brought: act, in: transaction)
            let scheme = try #require(kept).number
            try await store.add([NextVersion(concept, .proposed)], to: scheme, by: act, in: transaction)
        }
        let typed = ["socail isolation", "unigrwyd", "LO1", "lonelyness", "isolat"]
        for text in typed {
            #expect(try await !results(text, visitor, as: .stranger).contains("/language/concepts/"), "\(text)")
            #expect(try await results(text, visitor, as: member).contains("/language/concepts/1"), "\(text)")
        }
        try await visitor.change(concept, to: .adopted, by: act)
        for text in typed {
            let page = try await results(text, visitor, as: .stranger)
            #expect(page.contains("/language/concepts/1") && page.contains(">Loneliness<"), "\(text)")
            #expect(text != "lonelyness" || !page.contains("Found by"))
        }
        #expect(try await results("isolat", visitor, as: .stranger).contains("Found by “Social isolation”"))
        try await visitor.change(concept, to: .retired, by: act)
        for text in typed {
            #expect(try await !results(text, visitor, as: member).contains("/language/concepts/"), "\(text)")
        }
        await visitor.close()
    }

    @Test func `all terms are made anew from what is kept`() async throws {
        let visitor = try await Visitor()
        let published = try await visitor.published()
        let outcome = try await names(of: published, visitor).outcome
        let database = visitor.installation.services.database
        let before = try await visitor.terms()
        #expect(before.count == 3)
        try await visitor.installation.places.first.terms.order(visitor.installation.services.jobs)
        for _ in 0..<1000 where try await !TermStore(place: visitor.installation.place.id).isMade(in: database) {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try await visitor.terms() == before)
        #expect(try await results(outcome, visitor, as: .stranger).contains(published))
        await visitor.close()
    }

    @Test func `the page says what it understood`() async throws {
        let visitor = try await Visitor()
        let outcome = try await names(of: try await visitor.published(), visitor).outcome
        let misspelt = outcome.dropLast(2) + "x" + outcome.suffix(1)
        let page = try await results(String(misspelt), visitor, as: .stranger)
        #expect(page.contains("These are the results for"))
        #expect(try await !results(outcome, visitor, as: .stranger).contains("These are the results for"))
        #expect(try await results("", visitor, as: .stranger).contains("in your own words"))
        #expect(try await results("<b>\"&", visitor, as: .stranger).contains("&lt;b&gt;"))
        let program = try await visitor.ask("GET", "/api/v1/search?q=\(outcome.percentEncoded)", as: .stranger)
        let first = try JSON(parsing: program.text)["items"]?.arrayValue?.first
        #expect(first?["match"]?.stringValue == "whole")
        #expect(first?["matched"]?.stringValue == outcome)
        #expect(try await visitor.ask("GET", "/search?q=a&kind=none", as: .stranger).status == 404)
        #expect(try await visitor.ask("GET", "/api/v1/search?q=a&kind=none", as: .stranger).status == 422)
        await visitor.close()
    }
}

extension Visitor {
    fileprivate func change(_ concept: Concept, to standing: Standing, by act: LanguageAct) async throws {
        let store = ConceptStore(place: installation.place.id)
        try await installation.services.database.transaction(throwing: LanguageRefusal.self) { transaction in
            guard let kept = try await store.concept(1, in: transaction) else { throw LanguageRefusal.notThere }
            try await store.write([(kept, NextVersion(concept, standing))], by: act, in: transaction)
        }
    }

    /// What can be found in the place, and by whom.
    fileprivate func terms() async throws -> [String] {
        try await installation.services.database.rows(
            """
            SELECT findable.kind, findable.audience, findable.item, term.label, term.words FROM findable
            JOIN term ON term.place = findable.place AND term.findable = findable.id
            ORDER BY findable.kind, findable.item, term.number
            """
        ) { row in try (0..<5).map { try row.column($0, as: String.self) }.joined(separator: "|") }
    }
}
