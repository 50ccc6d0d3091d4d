import CanonicalJSON
import Documents
import Drivers
import FoundationEssentials
import Places
import Storage
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import Language
@testable import Web

/// What becomes of concepts, on every kind of database.
@Suite(.onEveryDriver) struct LanguageStoreTests {
    private func concept(_ id: String, _ label: String, broader: [String] = []) -> Concept {
        Concept(
            id: id, scheme: "e:s", labels: [Label(.preferred, Text(label, in: "en"))], broader: broader,
            isTop: broader.isEmpty)
    }

    @Test func `a newer edition makes versions of what changed, retires what is gone, and leaves the rest`()
        async throws
    {
        let ground = try await LanguageGround()
        let first = try await ground.load(
            [concept("e:a", "A"), concept("e:b", "B", broader: ["e:a"]), concept("e:c", "C")], as: "one")
        #expect(first.added == 3)
        let again = try await ground.load(
            [concept("e:a", "A"), concept("e:b", "B"), concept("e:d", "D")], as: "two")
        #expect([again.added, again.changed, again.same, again.retired] == [1, 1, 1, 1])
        #expect(try await ground.kept("e:c").status == .retired)
        #expect(try await ground.kept("e:a").version == 1)
        let changed = try await ground.kept("e:b")
        #expect(changed.version == 2 && changed.concept.broader.isEmpty)
        let history = try await ground.store.history(of: changed.number, in: ground.database)
        #expect(history.map(\.version) == [2, 1])
        let before = try await ground.store.version(1, of: changed.number, in: ground.database)
        #expect(before?.concept.broader == ["e:a"])
        // A job may run twice: what was loaded is not loaded again.
        #expect(try await ground.load([concept("e:z", "Z")], as: "two").added == 0)
        #expect(try await ground.store.concept(named: "e:z", in: ground.database) == nil)
        await ground.visitor.close()
    }

    @Test func `two concepts become one that has the words of both, and again two when it is undone`() async throws {
        let ground = try await LanguageGround()
        _ = try await ground.load(
            [
                concept("e:a", "Loneliness"), concept("e:b", "Isolation"),
                concept("e:c", "Of young people", broader: ["e:a"]),
            ], as: "one")
        let (one, other) = (try await ground.kept("e:a"), try await ground.kept("e:b"))
        try await ground.mean("less lonely", "e:a")
        try await ground.change.merge(one.number, into: other.number, seen: 1, reason: "The same")
        let joined = try await ground.kept("e:b")
        #expect(joined.concept.labels.map(\.text.words) == ["Isolation", "Loneliness"])
        #expect(joined.concept.labels.map(\.kind) == [.preferred, .alternative])
        let old = try await ground.kept("e:a")
        #expect(old.status == .superseded && old.successors == [other.number])
        #expect(try await ground.kept("e:c").concept.broader == ["e:b"])
        // What was made with it points to it for good.
        let meanings = try await OwnWords(place: ground.store.place).meanings(
            of: ground.visitor.organisation(), in: ground.database)
        #expect(meanings == [OwnWord("less lonely", .outcome, for: one.number)])
        let act = try #require(try await ground.store.history(of: one.number, in: ground.database).first).act
        try await ground.change.undo(act.id)
        for (id, before) in [("e:a", one), ("e:b", other)] {
            let after = try await ground.kept(id)
            #expect(after.concept == before.concept && after.status == .adopted && after.version == 3)
        }
        #expect(try await ground.kept("e:c").concept.broader == ["e:a"])
        await #expect(throws: LanguageRefusal.cannotUndo) { try await ground.change.undo(act.id) }
        await ground.visitor.close()
    }

    @Test func `one concept becomes several, each use stays with it, and it can be undone until somebody builds on it`()
        async throws
    {
        let ground = try await LanguageGround()
        _ = try await ground.load([concept("e:a", "Health")], as: "one")
        let kept = try await ground.kept("e:a")
        let parts = try await ground.change.split(
            kept.number, into: [Text("Body", in: "en"), Text("Mind", in: "en")], seen: 1, reason: "")
        let old = try await ground.kept("e:a")
        #expect(old.status == .superseded && old.successors == parts)
        let act = try #require(try await ground.store.history(of: kept.number, in: ground.database).first).act
        try await ground.change.retire(parts[0], seen: 1, reason: "Not needed")
        await #expect(throws: LanguageRefusal.cannotUndo) { try await ground.change.undo(act.id) }
        let retirement = try #require(try await ground.store.history(of: parts[0], in: ground.database).first).act
        try await ground.change.undo(retirement.id)
        #expect(try await ground.store.concept(parts[0], in: ground.database)?.status == .adopted)
        await ground.visitor.close()
    }

    @Test func `whoever changes what somebody else has changed meanwhile is told, and nothing is overwritten`()
        async throws
    {
        let ground = try await LanguageGround()
        _ = try await ground.load([concept("e:a", "A"), concept("e:b", "B", broader: ["e:a"])], as: "one")
        let kept = try await ground.kept("e:a")
        try await ground.change.retire(kept.number, seen: 1, reason: "x")
        await #expect(throws: LanguageRefusal.changed) {
            try await ground.change.retire(kept.number, seen: 1, reason: "y")
        }
        await #expect(throws: LanguageRefusal.sameConcept) {
            try await ground.change.merge(kept.number, into: kept.number, seen: 2, reason: "")
        }
        #expect(try await ground.kept("e:a").version == 2)
        await ground.visitor.close()
    }

    @Test func `what lies under a concept that is retired moves up, and back down when that is undone`() async throws {
        let ground = try await LanguageGround()
        _ = try await ground.load(
            [concept("e:a", "A"), concept("e:b", "B", broader: ["e:a"]), concept("e:c", "C", broader: ["e:b"])],
            as: "one")
        let middle = try await ground.kept("e:b")
        try await ground.change.retire(middle.number, seen: 1, reason: "x")
        #expect(try await ground.kept("e:c").concept.broader == ["e:a"])
        let act = try #require(try await ground.store.history(of: middle.number, in: ground.database).first).act
        try await ground.change.undo(act.id)
        #expect(try await ground.kept("e:c").concept.broader == ["e:b"])
        #expect(try await ground.kept("e:b").status == .adopted)
        await ground.visitor.close()
    }

    @Test func `a merge that would put a concept above itself is refused`() async throws {
        let ground = try await LanguageGround()
        _ = try await ground.load(
            [concept("e:a", "A"), concept("e:b", "B", broader: ["e:a"]), concept("e:c", "C", broader: ["e:b"])],
            as: "one")
        let (top, bottom) = (try await ground.kept("e:a"), try await ground.kept("e:c"))
        await #expect(throws: LanguageRefusal.self) {
            try await ground.change.merge(top.number, into: bottom.number, seen: 1, reason: "")
        }
        #expect(try await ground.kept("e:b").version == 1)
        try await ground.change.merge(try await ground.kept("e:b").number, into: top.number, seen: 1, reason: "")
        #expect(try await ground.kept("e:c").concept.broader == ["e:a"])
        await ground.visitor.close()
    }

    @Test func `a concept is found by its words, also misspelt, until it holds no more; a proposal by members alone`()
        async throws
    {
        let ground = try await LanguageGround()
        _ = try await ground.load([concept("e:a", "Loneliness"), concept("e:b", "Being alone")], as: "one")
        let kept = try await ground.kept("e:a")
        let page = LanguagePath.concept(kept.number).url
        func found(_ words: String, as who: Visitor.Who) async throws -> Bool {
            try await ground.visitor.ask("GET", "/search?q=\(words)", as: who).text.contains("\"\(page)\"")
        }
        #expect(try await found("lonelines", as: .stranger))
        try await ground.change.merge(
            kept.number, into: try await ground.kept("e:b").number, seen: 1, reason: "")
        #expect(try await !found("loneliness", as: .stranger))
        let act = try #require(try await ground.store.history(of: kept.number, in: ground.database).first).act
        try await ground.change.undo(act.id)
        #expect(try await found("loneliness", as: .stranger))
        let number = try await ground.change.propose(
            Text("Befriending", in: "en"), meaning: nil, under: kept.number, in: kept.scheme, reason: "")
        let proposal = LanguagePath.concept(number).url
        for (who, isSeen) in [(Visitor.Who.stranger, false), (.founder, true)] {
            let text = try await ground.visitor.ask("GET", "/search?q=befriending", as: who).text
            #expect(text.contains("\"\(proposal)\"") == isSeen)
            #expect(try await ground.visitor.ask("GET", proposal, as: who).status == (isSeen ? 200 : 404))
        }
        await ground.visitor.close()
    }

    @Test func `another place sees nothing of it`() async throws {
        let ground = try await LanguageGround()
        _ = try await ground.load([concept("e:a", "A")], as: "one")
        let other = ConceptStore(place: "other")
        let database = ground.visitor.installation.services.database.at("other")
        #expect(try await other.schemes(in: database).isEmpty)
        #expect(try await other.concept(named: "e:a", in: database) == nil)
        await ground.visitor.close()
    }
}
