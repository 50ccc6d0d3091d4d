import Drivers
import FoundationEssentials
import Places
import Storage
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import Language
@testable import People
@testable import Web

/// What our words mean, as people see and choose it.
@Suite(.onEveryDriver) struct MeaningTests {
    private struct Ground {
        let visitor: Visitor
        let place: String

        init() async throws {
            visitor = try await Visitor()
            place = visitor.installation.place.id
            let act = LanguageAct(id: "one", kind: .load, author: nil, created: visitor.clock.now)
            let labels = [("Employment", "Finding work"), ("Fewer people feel lonely", "Less isolation")]
            let concepts = labels.enumerated().map { number, labels in
                Concept(
                    id: "e:\(number)", scheme: "e:s",
                    labels: [
                        Label(.preferred, Text(labels.0, in: "en")), Label(.alternative, Text(labels.1, in: "en")),
                    ], isTop: true)
            }
            try await visitor.installation.services.database.at(place).transaction { [place] transaction in
                let store = ConceptStore(place: place)
                try await store.add(act, about: "", in: transaction)
                let kept = try await store.number(
                    of: Scheme(id: "e:s", titles: [Text("Ours", in: "en")]), of: nil, brought: act, in: transaction)
                let scheme = try #require(kept).number
                try await store.add(
                    concepts.map { NextVersion($0, .adopted) }, to: scheme, by: act, in: transaction)
            }
        }

        func meanings(of organisation: String) async throws -> [OwnWord] {
            try await OwnWords(place: place).meanings(
                of: organisation, in: visitor.installation.services.database.at(place))
        }

        func organisation(of token: String?) async throws -> String {
            let services = visitor.installation.services
            let token = try #require(token)
            return try #require(
                try await Doorkeeper(place: place, services.database, clock: services.clock).person(holding: token)?
                    .organisation
            ).id
        }
    }

    @Test func `words that come near a shared word are offered it, with why, and keep it once it is chosen`()
        async throws
    {
        let ground = try await Ground()
        let visitor = ground.visitor
        let step = try await visitor.ask("POST", "/words", form: ["words-new": "Feel less isolation"])
        #expect(step.status == 200)
        #expect(
            step.text.contains("Fewer people feel lonely")
                && step.text.contains("because of “feel”, “less”, “isolation”"))
        let form = ["words-0": "Feel less isolation", "kind-0": "outcome", "was-0": "", "concept-0": "2"]
        #expect(try await visitor.ask("POST", "/words", form: form).location == "/words")
        let decided = try await visitor.ask("GET", "/words?list=decided").text
        #expect(decided.contains("Feel less isolation") && decided.contains("/language/concepts/2"))
        // Somebody who saw the page before that changes nothing by keeping what they left alone.
        _ = try await visitor.ask("POST", "/words", form: form.merging(["concept-0": ""]) { $1 })
        #expect(try await visitor.ask("GET", "/words?list=decided").text.contains("Feel less isolation"))
        // Nor does somebody who meant something else meanwhile: they see what was chosen, and choose again.
        let late = try await visitor.ask("POST", "/words", form: form.merging(["concept-0": "1"]) { $1 })
        #expect(late.status == 422 && late.text.contains("Somebody else chose this meanwhile."))
        #expect(try await visitor.ask("GET", "/words?list=decided").text.contains("/language/concepts/2"))
        let again = form.merging(["was-0": "2", "concept-0": "1"]) { $1 }
        #expect(try await visitor.ask("POST", "/words", form: again).status == 303)
        _ = try await visitor.ask("POST", "/words", form: again.merging(["was-0": "1", "concept-0": "2"]) { $1 })
        // A draft's or a new outcome's meaning is nobody else's to see.
        #expect(try await !visitor.ask("GET", "/language/concepts/2", as: .stranger).text.contains("Feel less"))
        await visitor.close()
    }

    @Test func `what was typed is taken by its label, or else asked about`() async throws {
        let ground = try await Ground()
        let visitor = ground.visitor
        let line = ["words-0": "Jobs", "kind-0": "outcome", "was-0": "", "concept-0": ""]
        let unclear = try await visitor.ask("POST", "/words", form: line.merging(["find-0": "finding"]) { $1 })
        #expect(unclear.status == 200 && unclear.text.contains("Employment"))
        let unknown = try await visitor.ask("POST", "/words", form: line.merging(["find-0": "zzzz"]) { $1 })
        #expect(unknown.status == 422 && unknown.text.contains("No shared word goes with “zzzz”"))
        _ = try await visitor.ask("POST", "/words", form: line.merging(["find-0": "employment"]) { $1 })
        #expect(try await visitor.ask("GET", "/words?of=jobs").text.contains("Employment"))
        #expect(try await visitor.ask("GET", "/words?of=unheard").status == 404)
        await visitor.close()
    }

    @Test func `an account's outcomes are listed, and what they stand for is seen by others once it is published`()
        async throws
    {
        let ground = try await Ground()
        let visitor = ground.visitor
        let account = try await visitor.makeAccount(of: try await visitor.upload())
        let page = try await visitor.ask("GET", "/words").text
        let words = try #require(page.split(separator: "name=\"words-0\" value=\"").dropFirst().first).prefix {
            $0 != "\""
        }
        let form = ["words-0": String(words), "kind-0": "outcome", "was-0": "", "concept-0": "1"]
        _ = try await visitor.ask("POST", "/words", form: form)
        let concept = "/language/concepts/1"
        #expect(try await !visitor.ask("GET", concept, as: .stranger).text.contains(words))
        _ = try await visitor.publish(account)
        #expect(try await visitor.ask("GET", concept, as: .stranger).text.contains(words))
        // Another organisation that says the same is offered what it means here.
        let other = Visitor.Who.holder(try await visitor.bringIn("Other", owner: "other"))
        let offered = try await visitor.ask("POST", "/words", as: other, form: ["words-new": String(words)])
        #expect(offered.text.contains("1 other organisation means this by the same words."))
        await visitor.close()
    }

    @Test func `while somebody types, shared words are offered to members alone`() async throws {
        let ground = try await Ground()
        let visitor = ground.visitor
        let answer = try await visitor.ask("GET", "/language/suggest?text=lonel")
        #expect(answer.text.contains("\"label\":\"Fewer people feel lonely\"") && answer.text.contains("\"number\":2"))
        #expect(try await visitor.ask("GET", "/language/suggest?text=").text == "{\"suggestions\":[]}")
        #expect(try await visitor.ask("GET", "/language/suggest?text=lonel", as: .stranger).status == 403)
        let long = String(repeating: "lonely%20", count: 800)
        #expect(try await visitor.ask("GET", "/language/suggest?text=\(long)").status < 500)
        await visitor.close()
    }

    @Test func `what somebody confirms is suggested at once where other words come near, on every server`() async throws
    {
        let ground = try await Ground()
        let visitor = ground.visitor
        let services = visitor.installation.services
        let token = try await visitor.bringIn("Other", owner: "other")
        let (who, organisation) = (Visitor.Who.holder(token), try await ground.organisation(of: token))
        let near = "/language/suggest?kind=words&text=Befriending%20for%20neighbours"
        // Another server has a desk of its own, which has looked before.
        let meanings = SharedMeanings(
            place: ground.place,
            accounts: AccountWords(
                own: { _ in [] }, published: { _, _ throws(StorageError) in [] }, places: { _, _ in [:] }))
        let desk = SuggestionDesk()
        func elsewhere() async throws -> [Int] {
            let store = services.database.at(ground.place)
            let known = try await desk.suggester(for: organisation, meanings, services, in: store)
            let found = try #require(known).suggestions(
                for: "Befriending for neighbours", organisation, most: 3)
            return found.map(\.concept)
        }
        #expect(try await visitor.ask("GET", near, as: who).text == "{\"suggestions\":[]}")
        #expect(try await elsewhere().isEmpty)
        let form = ["words-0": "Befriending visits", "kind-0": "service", "was-0": "", "concept-0": "2"]
        _ = try await visitor.ask("POST", "/words", as: who, form: form)
        let answer = try await visitor.ask("GET", near, as: who).text
        #expect(answer.contains("\"number\":2") && answer.contains("because of “befriending”"))
        #expect(try await elsewhere() == [2])
        // Taken back, it is unlearnt.
        _ = try await visitor.ask(
            "POST", "/words", as: who, form: form.merging(["was-0": "2", "concept-0": ""]) { $1 })
        #expect(try await visitor.ask("GET", near, as: who).text == "{\"suggestions\":[]}")
        #expect(try await elsewhere().isEmpty)
        await visitor.close()
    }

    @Test func `what stands in drafts alone teaches nobody else`() async throws {
        let ground = try await Ground()
        let visitor = ground.visitor
        let other = Visitor.Who.holder(try await visitor.bringIn("Other", owner: "other"))
        let form = ["words-0": "Befriending visits", "kind-0": "outcome", "was-0": "", "concept-0": "2"]
        _ = try await visitor.ask("POST", "/words", form: form)
        let near = "/language/suggest?kind=words&text=Befriending%20for%20neighbours"
        #expect(try await visitor.ask("GET", near).text.contains("\"number\":2"))
        #expect(try await visitor.ask("GET", near, as: other).text == "{\"suggestions\":[]}")
        await visitor.close()
    }

    @Test func `two organisations see where their words differ, and neither sees the other's drafts`() async throws {
        let ground = try await Ground()
        let visitor = ground.visitor
        let token = try await visitor.bringIn("Other", owner: "other")
        let other = Visitor.Who.holder(token)
        func says(_ words: String, _ concept: Int, _ kind: String, _ who: Visitor.Who?) async throws {
            let form = ["words-0": words, "kind-0": kind, "was-0": "", "concept-0": "\(concept)"]
            if let who {
                _ = try await visitor.ask("POST", "/words", as: who, form: form)
            } else {
                _ = try await visitor.ask("POST", "/words", form: form)
            }
        }
        try await says("Lunch club", 2, "service", nil)
        try await says("Hub", 1, "service", nil)
        try await says("Coffee morning", 2, "service", other)
        try await says("HUB", 2, "service", other)
        try await says("Unpublished dream", 1, "outcome", other)
        let differ = try await visitor.ask("GET", "/words/differ").text
        let id = try #require(differ.split(separator: "<option value=\"").dropFirst().first).prefix { $0 != "\"" }
        let page = try await visitor.ask("GET", "/words/differ?with=\(id)").text
        for words in [
            "The same meaning, said differently", "Coffee morning", "Lunch club", "The same words, meant differently",
        ] { #expect(page.contains(words), "\(words)") }
        #expect(!page.contains("Unpublished dream"))
        let glossary = try await visitor.ask("GET", "/words/glossary?with=\(id)").text
        #expect(glossary.contains("Coffee morning; HUB") && glossary.contains("Fewer people feel lonely"))
        #expect(!glossary.contains("Unpublished dream"))
        let paper = try await visitor.ask("GET", "/words/glossary.pdf?with=\(id)")
        #expect(paper.status == 200 && paper["Content-Type"] == "application/pdf")
        #expect(try await visitor.ask("GET", "/words/differ?with=nobody").status == 404)
        #expect(try await visitor.ask("GET", "/words/differ?with=\(id)", as: other).status == 404)
        await visitor.close()
    }
}
