import Drivers
import Storage
import Testing
import Vocabulary

@testable import InsideOutcomes
@testable import Language

/// A list comes again, after people have worked with it.
@Suite(.onEveryDriver) struct NewerEditionTests {
    private func concept(_ id: String, _ label: String, _ mappings: Mapping...) -> Concept {
        Concept(
            id: id, scheme: "e:s", labels: [Label(.preferred, Text(label, in: "en"))], mappings: mappings, isTop: true)
    }

    @Test func `what people did to it stays, and what the edition changed is taken`() async throws {
        let ground = try await LanguageGround()
        let other = Scheme(id: "e:o", titles: [Text("Other", in: "en")])
        _ = try await ground.load([concept("e:a", "A"), concept("e:b", "B"), concept("e:c", "C")], as: "one")
        _ = try await ground.load(
            [Concept(id: "e:x", scheme: "e:o", labels: [Label(.preferred, Text("X", in: "en"))])], as: "two",
            scheme: other)
        let (a, b, c) = (try await ground.kept("e:a"), try await ground.kept("e:b"), try await ground.kept("e:c"))
        var mapped = a.concept
        mapped.mappings = [Mapping(.exact, "e:x")]
        mapped.labels.append(Label(.alternative, Text("Ay", in: "en")))
        try await ground.write(a, mapped)
        try await ground.change.merge(b.number, into: c.number, seen: 1, reason: "The same")

        let same = try await ground.load([concept("e:a", "A"), concept("e:b", "B"), concept("e:c", "C")], as: "three")
        #expect([same.added, same.changed, same.same, same.retired] == [0, 0, 3, 0])
        #expect(try await ground.kept("e:a").concept == mapped)

        let newer = try await ground.load(
            [concept("e:a", "A is new", Mapping(.broad, "e:x")), concept("e:b", "B"), concept("e:c", "C")], as: "four")
        #expect(newer.changed == 1)
        let after = try await ground.kept("e:a").concept
        #expect(after.labels.map(\.text.words) == ["A is new", "Ay"])
        #expect(after.mappings == [Mapping(.exact, "e:x")], "of one concept, what people said stands alone")
        #expect(try await ground.kept("e:b").status == .superseded)
        #expect(try await ground.kept("e:c").concept.labels.map(\.text.words) == ["C", "B"])
        await ground.visitor.close()
    }

    @Test func `a list that is here is not taken for a newer edition unasked, and all of it stays as it was`()
        async throws
    {
        let ground = try await LanguageGround()
        _ = try await ground.load([concept("e:a", "A")], as: "one")
        await #expect(throws: LoadThesaurus.Refusal.schemeHere("Ours")) {
            try await ground.load([concept("e:b", "B")], as: "two", mayRenew: false)
        }
        #expect(try await ground.kept("e:a").status == .adopted)
        #expect(try await ground.store.concept(named: "e:b", in: ground.database) == nil)
        #expect(try await ground.load([concept("e:b", "B")], as: "three").retired == 1)
        await ground.visitor.close()
    }

    @Test func `a list that everybody may use becomes the place's with a facilitator's edition, and one's own stays`()
        async throws
    {
        let ground = try await LanguageGround()
        let organisation = try await ground.visitor.organisation()
        let known = Scheme(id: "urn:known", titles: [Text("Known", in: "en")])
        let own = Scheme(id: "urn:list:\(organisation):own", titles: [Text("Own", in: "en")])
        for (number, scheme) in [known, own].enumerated() {
            let row = Concept(
                id: "\(scheme.id):1", scheme: scheme.id, labels: [Label(.preferred, Text("Row", in: "en"))], isTop: true
            )
            _ = try await ground.load([row], as: "theirs \(number)", scheme: scheme, of: organisation)
            _ = try await ground.load([row], as: "ours \(number)", scheme: scheme)
        }
        let owners = try await ground.store.schemes(in: ground.database)
            .reduce(into: [:]) { $0[$1.scheme.id] = $1.organisation ?? "nobody" }
        #expect(owners["urn:known"] == "nobody")
        #expect(owners[own.id] == organisation)
        await ground.visitor.close()
    }

    @Test func `what people retired stays retired, and what an edition retired comes back with a newer one`()
        async throws
    {
        let ground = try await LanguageGround()
        _ = try await ground.load([concept("e:a", "A"), concept("e:b", "B"), concept("e:c", "C")], as: "one")
        try await ground.change.retire(try await ground.kept("e:a").number, seen: 1, reason: "Nobody says so")
        _ = try await ground.load([concept("e:a", "A"), concept("e:c", "C")], as: "two")
        #expect(try await ground.kept("e:b").status == .retired)
        _ = try await ground.load([concept("e:a", "A"), concept("e:b", "B"), concept("e:c", "C")], as: "three")
        #expect(try await ground.kept("e:a").status == .retired)
        #expect(try await ground.kept("e:b").status == .adopted)
        await ground.visitor.close()
    }

    @Test func `what people put under something that an edition leaves out stays in the tree`() async throws {
        let ground = try await LanguageGround()
        var middle = concept("e:b", "B")
        middle.broader = ["e:a"]
        _ = try await ground.load([concept("e:a", "A"), middle], as: "one")
        let made = try await ground.change.propose(
            Text("Ours", in: "en"), meaning: nil, under: try await ground.kept("e:b").number,
            in: try await ground.kept("e:b").scheme, reason: "")
        _ = try await ground.load([concept("e:a", "A")], as: "two")
        #expect(try await ground.kept("e:b").status == .retired)
        let after = try #require(try await ground.store.concept(made, in: ground.database))
        #expect(after.concept.broader == ["e:a"])
        await ground.visitor.close()
    }

    @Test func `a heading's word is found through what was merged, split or retired since`() async throws {
        let ground = try await LanguageGround()
        let headings = Scheme(id: "e:h", titles: [Text("Headings", in: "en")])
        _ = try await ground.load(["a", "b", "c", "d"].map { concept("e:\($0)", $0) }, as: "one")
        func heading(_ id: String, _ target: String) -> Concept {
            Concept(
                id: id, scheme: "e:h", labels: [Label(.preferred, Text(id, in: "en"))],
                mappings: [Mapping(.exact, target)])
        }
        _ = try await ground.load(
            [heading("e:ha", "e:a"), heading("e:hc", "e:c"), heading("e:hd", "e:d")], as: "two", scheme: headings)
        let (a, b) = (try await ground.kept("e:a"), try await ground.kept("e:b"))
        try await ground.change.merge(a.number, into: b.number, seen: 1, reason: "The same")
        let parts = try await ground.change.split(
            try await ground.kept("e:c").number, into: ["c one", "c two"].map { Text($0, in: "en") }, seen: 1,
            reason: "Two things")
        let d = try await ground.kept("e:d").number
        try await ground.mean("dee", "e:d")
        try await ground.change.retire(d, seen: 1, reason: "Nobody says so")
        let lens = try await ground.lens("e:h")
        #expect(lens.match("e:b")?.concept == "e:ha")
        #expect(lens.match("e:b")?.likeness == .exact)
        let part = try #require(try await ground.store.concept(parts[0], in: ground.database)).concept.id
        #expect(lens.match(part)?.concept == "e:hc")
        #expect(lens.match(part)?.likeness == .broad, "it is a part of what was split")
        #expect(lens.match("e:d")?.concept == "e:hd", "a use of what is retired is read all the same")
        await ground.visitor.close()
    }

    @Test func `what one organisation says of concepts moves nobody else's headings`() async throws {
        let ground = try await LanguageGround()
        let goals = Scheme(id: "e:g", titles: [Text("Goals", in: "en")])
        let own = Scheme(id: "e:own", titles: [Text("Own", in: "en")])
        _ = try await ground.load([concept("e:a", "A")], as: "one")
        _ = try await ground.load(
            [Concept(id: "e:g1", scheme: "e:g", labels: [Label(.preferred, Text("Goal", in: "en"))])], as: "two",
            scheme: goals)
        let row = Concept(
            id: "e:r", scheme: "e:own", labels: [Label(.preferred, Text("Row", in: "en"))],
            mappings: [Mapping(.exact, "e:a"), Mapping(.exact, "e:g1")])
        let organisation = try await ground.visitor.organisation()
        _ = try await ground.load([row], as: "three", scheme: own, of: organisation)
        #expect(try await ground.lens("e:g").match("e:a") == nil)
        #expect(try await ground.lens("e:g").match("e:r")?.concept == "e:g1", "what it named by its own words")
        #expect(try await ground.lens("e:own").match("e:a")?.concept == "e:r", "whoever reads in its words")
        await ground.visitor.close()
    }
}

extension LanguageGround {
    fileprivate func write(_ kept: KeptConcept, _ concept: Concept) async throws {
        let act = LanguageAct(id: "by-hand", kind: .map, author: nil, created: visitor.clock.now)
        try await database.transaction(throwing: LanguageRefusal.self) { transaction in
            try await store.add(act, about: "", in: transaction)
            try await store.write([(kept, NextVersion(concept, .adopted))], by: act, in: transaction)
        }
    }

    fileprivate func lens(_ scheme: String) async throws -> Lens {
        let kept = try #require(try await store.schemes(in: database).first { $0.scheme.id == scheme })
        return Lens(
            scheme, members: try await store.members(of: kept.number, in: database),
            links: try await store.links(in: database))
    }
}
