import Drivers
import FoundationEssentials
import Places
import Storage
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import Language
@testable import Web

/// What the words of organisations stand for, on every kind of database.
@Suite(.onEveryDriver) struct OwnWordsTests {
    private struct Ground {
        let visitor: Visitor
        let words: OwnWords
        let change: ChangeConcept

        init() async throws {
            visitor = try await Visitor()
            let place = visitor.installation.place.id
            words = OwnWords(place: place)
            change = ChangeConcept(visitor.installation.services, place: place, author: nil)
            let concepts = ["Loneliness", "Isolation", "Health"].map { label in
                Concept(
                    id: "e:\(label)", scheme: "e:s", labels: [Label(.preferred, Text(label, in: "en"))], isTop: true)
            }
            let act = LanguageAct(id: "one", kind: .load, author: nil, created: visitor.clock.now)
            try await database.transaction { transaction in
                let store = ConceptStore(place: place)
                try await store.add(act, about: "", in: transaction)
                let kept = try await store.number(
                    of: Scheme(id: "e:s", titles: [Text("Ours", in: "en")]), of: nil, brought: act, in: transaction)
                let scheme = try #require(kept).number
                try await store.add(
                    concepts.map { NextVersion($0, .adopted) }, to: scheme, by: act, in: transaction)
            }
        }

        var database: any Database { visitor.installation.services.database.at(words.place) }

        func number(_ label: String) async throws -> Int {
            try #require(
                try await ConceptStore(place: words.place).concept(named: "e:\(label)", in: database)
            ).number
        }

        @discardableResult
        func set(
            _ text: String, _ kind: OwnWord.Kind = .outcome, to label: String?, at organisation: String = "one"
        ) async throws -> Bool {
            var concept: Int?
            if let label { concept = try await number(label) }
            return try await database.transaction { [concept] transaction in
                try await words.set(
                    text, kind, to: concept, organisation: organisation, by: nil, at: visitor.clock.now,
                    in: transaction)
            }
        }

        func meanings(_ organisation: String = "one") async throws -> [OwnWord] {
            try await words.meanings(of: organisation, in: database)
        }

        func concepts(_ organisation: String = "one") async throws -> [String: [String]] {
            try await words.concepts(for: organisation, in: database)
        }
    }

    @Test func `words stand for one thing at a time, and another choice ends the first without forgetting it`()
        async throws
    {
        let ground = try await Ground()
        try await ground.set("Less lonely", to: "Loneliness")
        ground.visitor.clock.pass(days: 1)
        try await ground.set("less  LONELY!", to: "Isolation")
        let isolation = try await ground.number("Isolation")
        #expect(try await ground.meanings() == [OwnWord("less  LONELY!", .outcome, for: isolation)])
        #expect(try await ground.concepts() == ["less lonely": ["e:Isolation"]])
        let loneliness = try await ground.number("Loneliness")
        let past = try await ground.database.rows(
            "SELECT words, until FROM language_use WHERE place = \(ground.words.place) AND concept = \(loneliness)"
        ) { row in (words: try row.column(0, as: String.self), until: try row.column(1, as: Date?.self)) }
        #expect(past.map(\.words) == ["Less lonely"])
        #expect(past.map(\.until) == [ground.visitor.clock.now])
        try await ground.set("Less lonely", to: nil)
        #expect(try await ground.meanings().isEmpty)
        await ground.visitor.close()
    }

    @Test func `what is changed there and back at once is kept as it was chosen last`() async throws {
        let ground = try await Ground()
        for label in ["Health", "Isolation", "Health", nil, "Isolation", "Isolation"] as [String?] {
            try await ground.set("Better", to: label)
        }
        #expect(try await ground.concepts() == ["better": ["e:Isolation"]])
        await ground.visitor.close()
    }

    @Test func `each organisation and each kind has its own meaning for the same words`() async throws {
        let ground = try await Ground()
        try await ground.set("Well-being", to: "Health")
        try await ground.set("Well-being", .service, to: "Isolation")
        try await ground.set("wellbeing", to: "Loneliness", at: "two")
        #expect(try await ground.concepts() == ["well being": ["e:Health", "e:Isolation"]])
        #expect(try await ground.concepts("two") == ["wellbeing": ["e:Loneliness"]])
        await ground.visitor.close()
    }

    @Test func `a concept that went into another is followed to it, and one that became several waits for a choice`()
        async throws
    {
        let ground = try await Ground()
        let (one, other) = (try await ground.number("Loneliness"), try await ground.number("Isolation"))
        try await ground.set("Less lonely", to: "Loneliness")
        try await ground.set("Healthy", to: "Health")
        try await ground.change.merge(one, into: other, seen: 1, reason: "")
        #expect(try await ground.concepts()["less lonely"] == ["e:Isolation"])
        _ = try await ground.change.split(
            try await ground.number("Health"), into: [Text("Body", in: "en"), Text("Mind", in: "en")], seen: 1,
            reason: "")
        #expect(try await ground.concepts()["healthy"] == ["e:Health"])
        // The choice itself stays as it was made.
        #expect(try await ground.meanings().contains(OwnWord("Less lonely", .outcome, for: one)))
        await ground.visitor.close()
    }

    @Test func `words without a letter or a digit, and endless ones, stand for nothing`() async throws {
        let ground = try await Ground()
        #expect(try await !ground.set("…!", to: "Health"))
        #expect(try await !ground.set(String(repeating: "a", count: 301), to: "Health"))
        #expect(try await ground.meanings().isEmpty)
        await ground.visitor.close()
    }

    @Test func `of two who choose at the same moment one choice holds, and nothing fails`() async throws {
        let ground = try await Ground()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for label in ["Health", "Isolation", "Loneliness", "Health", "Isolation"] {
                group.addTask { try await ground.set("Better", to: label) }
            }
            try await group.waitForAll()
        }
        #expect(try await ground.concepts()["better"]?.count == 1)
        #expect(try await ground.meanings().count == 1)
        await ground.visitor.close()
    }
}
