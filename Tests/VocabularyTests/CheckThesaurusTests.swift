import Peers
import Testing

@testable import Vocabulary

@Suite struct CheckThesaurusTests {
    private func concept(
        _ id: String, _ label: String? = nil, broader: [String] = [], related: [String] = [],
        mappings: [Mapping] = [], more: [Label] = []
    ) -> Concept {
        Concept(
            id: "e:\(id)", scheme: "e:s",
            labels: [Label(.preferred, Text(label ?? id, in: "en"))] + more, broader: broader.map { "e:\($0)" },
            related: related.map { "e:\($0)" }, mappings: mappings)
    }

    private func conditions(_ concepts: Concept...) -> [ThesaurusProblem.Condition] {
        Thesaurus(schemes: [Scheme(id: "e:s", titles: [])], concepts: concepts).problems().map(\.condition)
    }

    @Test func `a sound thesaurus has no problem`() {
        let found = conditions(
            concept("a"), concept("b", broader: ["a"]), concept("c", broader: ["a", "b"], related: ["d"]),
            concept("d", mappings: [Mapping(.exact, "f:x"), Mapping(.broad, "f:y")]))
        #expect(found.isEmpty)
    }

    @Test func `a scheme that is a concept too is named`() {
        let thesaurus = Thesaurus(schemes: [Scheme(id: "e:a", titles: [])], concepts: [concept("a")])
        #expect(thesaurus.problems().map(\.condition) == [.schemeIsConcept])
    }

    @Test func `a word of two kinds and a second preferred label are named`() {
        #expect(conditions(concept("a", more: [Label(.hidden, Text("a", in: "en"))])) == [.labelOfTwoKinds])
        #expect(conditions(concept("a", more: [Label(.preferred, Text("x", in: "EN"))])) == [.preferredTwice])
        #expect(conditions(concept("a", more: [Label(.preferred, Text("x", in: "cy"))])).isEmpty)
    }

    @Test func `two concepts with one label are only warned of`() {
        #expect(conditions(concept("a", "Advice"), concept("b", "Advice")) == [.sameLabel])
        #expect(ThesaurusProblem.Condition.allCases.filter(\.isWarning) == [.sameLabel])
    }

    @Test func `whatever leads nowhere is named, and what leads to another scheme is not`() {
        #expect(conditions(concept("a", broader: ["x"])) == [.danglingBroader])
        #expect(conditions(concept("a", related: ["x"])) == [.danglingRelated])
        #expect(conditions(concept("a", mappings: [Mapping(.close, "e:x")])) == [.danglingMapping])
        #expect(conditions(concept("a", mappings: [Mapping(.close, "f:x")])).isEmpty)
    }

    @Test func `a ring of broader concepts is told once, with its way round`() throws {
        let problems = Thesaurus(concepts: [
            concept("a", broader: ["c"]), concept("b", broader: ["a"]), concept("c", broader: ["b"]),
            concept("d", broader: ["a"]), concept("e", broader: ["e"]),
        ]).problems()
        #expect(problems.map(\.condition) == [.cycle, .cycle])
        let ring = try #require(problems.first)
        #expect(ring.concept == "e:a")
        #expect(ring.values == ["e:c", "e:b"])
        #expect(problems[1].concept == "e:e")
    }

    @Test func `what is related may not lie above, over however many steps and mappings`() {
        #expect(
            conditions(
                concept("a"), concept("b", broader: ["a"]), concept("c", broader: ["b"], related: ["a"]))
                == [.relatedIsBroader])
        #expect(
            conditions(
                concept("a", related: ["c"]), concept("b", mappings: [Mapping(.broad, "e:a")]),
                concept("c", broader: ["b"])) == [.relatedIsBroader])
        #expect(conditions(concept("a", related: ["a"])) == [.relatedIsBroader])
    }

    @Test func `an exact match may not be a broad one too, nor by way of a third`() {
        #expect(
            conditions(concept("a", mappings: [Mapping(.exact, "f:x"), Mapping(.broad, "f:x")])) == [.exactIsOther])
        #expect(
            conditions(
                concept("a", mappings: [Mapping(.exact, "f:x")]),
                concept("b", mappings: [Mapping(.exact, "f:x"), Mapping(.related, "e:a")])) == [.exactIsOther])
        #expect(conditions(concept("a", mappings: [Mapping(.exact, "f:x"), Mapping(.close, "f:x")])).isEmpty)
    }

    @Test func `each problem has the line of the statement that is wrong`() {
        let thesaurus = Thesaurus(concepts: [
            Concept(
                id: "e:a", scheme: "e:s",
                labels: [Label(.preferred, Text("a", in: "en")), Label(.preferred, Text("b", in: "en"))],
                broader: ["e:gone"])
        ])
        let lines = ThesaurusLines([.init(concept: 3, labels: [4, 9], broader: [12])])
        #expect(thesaurus.problems(lines: lines).map(\.line) == [9, 12])
    }

    @Test(arguments: 0..<60)
    func `generated hierarchies are judged as by following every step`(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let count = Int.random(in: 2...14, using: &random)
        var concepts: [Concept] = []
        for number in 0..<count {
            // Mostly upwards, so that some have rings and most have none.
            let wider = (0..<count).filter { other in
                other < number
                    ? Int.random(in: 0..<4, using: &random) == 0
                    : Int.random(in: 0..<(seed % 3 == 0 ? 40 : 4_000), using: &random) == 0
            }
            let related = (0..<count).filter { $0 != number && Int.random(in: 0..<6, using: &random) == 0 }
            concepts.append(concept("\(number)", broader: wider.map(String.init), related: related.map(String.init)))
        }
        let above = concepts.map { ancestors(of: $0.id, in: concepts) }
        let problems = Thesaurus(concepts: concepts).problems()
        let isCyclic = concepts.indices.contains { above[$0].contains(concepts[$0].id) }
        #expect(problems.contains { $0.condition == .cycle } == isCyclic)
        var expected: Set<Set<String>> = []
        for (number, one) in concepts.enumerated() {
            for id in one.related {
                let isAbove = above[number].contains(id)
                let other = concepts.firstIndex { $0.id == id } ?? 0
                if isAbove || above[other].contains(one.id) { expected.insert([one.id, id]) }
            }
        }
        let found = Set(problems.filter { $0.condition == .relatedIsBroader }.map { Set([$0.concept] + $0.values) })
        // Where there are rings the file is refused for those, and what is related is judged as far as it can be.
        #expect(isCyclic ? found.isSubset(of: expected) : found == expected)
    }

    @Test(arguments: [true, false])
    func `a hundred thousand concepts in one chain or one tree are judged in seconds, whatever is related`(
        isChain: Bool
    ) {
        let concepts = (0..<100_000).map { number in
            concept(
                "\(number)", broader: number == 0 ? [] : ["\(isChain ? number - 1 : number / 3)"],
                related: number % 2 == 0 && number > 2 ? [] : ["\((number &* 7_919) % 100_000)"])
        }
        let clock = ContinuousClock()
        var problems: [ThesaurusProblem] = []
        let time = clock.measure { problems = Thesaurus(concepts: concepts).problems() }
        #expect(!problems.contains { $0.condition == .tooTangled || $0.condition == .cycle })
        // The test is built without optimisation: what is looked for is work that grows with the square.
        #expect(time < .seconds(30))
    }

    private func ancestors(of id: String, in concepts: [Concept]) -> Set<String> {
        var found: Set<String> = []
        var open = [id]
        while let here = open.popLast() {
            for wider in concepts.first(where: { $0.id == here })?.broader ?? [] where found.insert(wider).inserted {
                open.append(wider)
            }
        }
        return found
    }
}
