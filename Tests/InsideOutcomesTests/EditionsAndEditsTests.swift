import Drivers
import Storage
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import Language

/// Lists that come again and again, while people work with them.
@Suite(.onEveryDriver) struct EditionsAndEditsTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `whatever people do between editions stays, and whatever an edition says anew comes in`(seed: UInt64)
        async throws
    {
        var story = try await ListStory(seed: seed)
        for _ in 0..<14 {
            for _ in 0..<Int.random(in: 0...3, using: &story.dice) { try await story.edit() }
            if Bool.random(using: &story.dice) { story.changeFile() }
            try await story.load()
            try await story.loadAgain()
        }
        #expect(story.edits > 5, "people did something")
        await story.ground.visitor.close()
    }

    @Test func `a link of an edition that would close a ring with what people moved is left out, and said`()
        async throws
    {
        let ground = try await LanguageGround()
        func concept(_ id: String, under wider: String?) -> Concept {
            Concept(
                id: "e:\(id)", scheme: "e:s", labels: [Label(.preferred, Text(id, in: "en"))],
                broader: wider.map { ["e:\($0)"] } ?? [], isTop: wider == nil)
        }
        _ = try await ground.load(
            [concept("a", under: nil), concept("b", under: "a"), concept("c", under: "b")], as: "one")
        try await ground.change.retire(try await ground.kept("e:b").number, seen: 1, reason: "Nobody says so")
        #expect(try await ground.kept("e:c").concept.broader == ["e:a"])
        let turned = [concept("a", under: "c"), concept("b", under: nil), concept("c", under: "b")]
        let outcome = try await ground.load(turned, as: "two")
        #expect(outcome.leftLinks == 1)
        #expect(outcome.against == [.init(concept: "a", other: "c")])
        #expect(try #require(LoadThesaurus.Outcome(json: outcome.json)) == outcome)
        #expect(try await ground.kept("e:a").concept.broader == [])
        #expect(try await ground.kept("e:c").concept.broader == ["e:a"])
        await ground.visitor.close()
    }

    @Test func `a list from before files were remembered keeps what people did before its second newer edition`()
        async throws
    {
        let ground = try await LanguageGround()
        func a(_ label: String) -> Concept {
            Concept(id: "e:a", scheme: "e:s", labels: [Label(.preferred, Text(label, in: "en"))], isTop: true)
        }
        _ = try await ground.load([a("A")], as: "one")
        try await ground.say(["Ay"], of: "e:a", called: "A")
        _ = try await ground.load([a("A new")], as: "two")
        try await ground.database.execute("DELETE FROM concept_stated WHERE place = \(ground.store.place)")
        try await ground.say(["Ay", "Aye"], of: "e:a", called: "A new")
        _ = try await ground.load([a("A newer")], as: "three")
        let words = try await ground.kept("e:a").concept.labels.map(\.text.words)
        #expect(words.contains("A newer") && words.contains("Ay") && words.contains("Aye"))
        await ground.visitor.close()
    }

    @Test
    func `what is used in place of a concept stays with it when words are taken up or others are merged beside it`()
        async throws
    {
        let ground = try await LanguageGround()
        func concept(_ id: String, related: [String] = []) -> Concept {
            Concept(
                id: "e:\(id)", scheme: "e:s", labels: [Label(.preferred, Text(id, in: "en"))], related: related,
                isTop: true)
        }
        _ = try await ground.load(
            [concept("a", related: ["e:s1"]), concept("b"), concept("s1"), concept("t")], as: "one")
        let (a, b) = (try await ground.kept("e:a").number, try await ground.kept("e:b").number)
        let (s, t) = (try await ground.kept("e:s1").number, try await ground.kept("e:t").number)
        try await ground.change.replace(s, by: [t], seen: 1, reason: "Better")
        let talk = ConceptTalk(place: ground.store.place)
        #expect(
            try await talk.propose(
                Text("ay", in: "en"), for: a, by: "somebody", at: ground.visitor.clock.now, in: ground.database))
        try await ground.change.merge(a, into: b, seen: 1, reason: "The same")
        #expect(try await ground.kept("e:s1").successors == [t])
        await #expect(throws: LanguageRefusal.doesNotHold("a")) {
            try await ground.change.answer(1, of: a, taking: true)
        }
        #expect(try await ground.kept("e:a").successors == [b])
        await ground.visitor.close()
    }
}

extension LanguageGround {
    fileprivate func say(_ others: [String], of id: String, called label: String) async throws {
        let kept = try await kept(id)
        try await change.edit(
            kept.number, ConceptWords(language: "en", label: label, others: others, meaning: ""), seen: kept.version,
            reason: "So we say")
    }
}
