import Peers
import Testing

@testable import Vocabulary

@Suite struct LensTests {
    private static let other = "urn:other", ours = "urn:ours"

    private func concept(
        _ id: String, in scheme: String = ours, broader: [String] = [], _ mappings: Mapping...
    ) -> Concept {
        Concept(
            id: id, scheme: scheme, labels: [Label(.preferred, Text(id, in: "en"))], broader: broader,
            mappings: mappings)
    }

    @Test func `a concept of the scheme itself is the word`() {
        let lens = Lens(Self.other, over: [concept("a", in: Self.other)])
        #expect(lens.match("a") == Lens.Match(concept: "a", likeness: .same, also: []))
    }

    @Test(arguments: Mapping.Kind.allCases)
    func `a mapping is read from either end`(kind: Mapping.Kind) throws {
        let forth = Lens(Self.other, over: [concept("a", Mapping(kind, "x")), concept("x", in: Self.other)])
        let back = Lens(Self.ours, over: [concept("a", Mapping(kind, "x")), concept("x", in: Self.other)])
        #expect(forth.match("a")?.likeness == Likeness(kind))
        #expect(back.match("x")?.likeness == Likeness(kind)?.inverse)
    }

    @Test func `the nearest in meaning is taken, however far away`() {
        let lens = Lens(
            Self.other,
            over: [
                concept("a", Mapping(.broad, "x"), Mapping(.exact, "b")), concept("b", Mapping(.exact, "y")),
                concept("x", in: Self.other), concept("y", in: Self.other),
            ])
        #expect(lens.match("a") == Lens.Match(concept: "y", likeness: .exact, also: []))
    }

    @Test func `what has no word is a part of what a wider concept is called`() {
        let lens = Lens(
            Self.other,
            over: [
                concept("a", broader: ["b"]), concept("b", broader: ["c"]), concept("c", Mapping(.close, "x")),
                concept("x", in: Self.other),
            ])
        #expect(lens.match("a") == Lens.Match(concept: "x", likeness: .broad, also: []))
    }

    @Test func `nearly the same as nearly the same is not said, nor one part for another`() {
        let concepts = [
            concept("a", Mapping(.close, "b"), Mapping(.broad, "w")), concept("b", Mapping(.close, "x")),
            concept("w", Mapping(.narrow, "x")), concept("x", in: Self.other),
        ]
        #expect(Lens(Self.other, over: concepts).match("a") == nil)
        let around = [
            concept("a", Mapping(.close, "b")), concept("b", Mapping(.broad, "w")), concept("w", Mapping(.close, "x")),
            concept("x", in: Self.other),
        ]
        #expect(Lens(Self.other, over: around).match("a") == nil, "nearly, by way of a part, and nearly again")
        #expect(Lens(Self.other, over: around).match("b")?.likeness == .broad)
    }

    @Test func `something that stands for two concepts names the headings of both`() {
        let lens = Lens(
            Self.other,
            over: [
                concept("a", Mapping(.exact, "x")), concept("b", Mapping(.exact, "y")), concept("x", in: Self.other),
                concept("y", in: Self.other),
            ])
        let reading = LensReading([1], through: lens) { _ in ["a", "b"] }
        #expect(reading.groups.map(\.concept) == ["x"])
        #expect(reading.groups.first?.lines.first?.match.also == ["y"])
    }

    @Test func `others as near are named, and circles come to an end`() {
        let lens = Lens(
            Self.other,
            over: [
                concept("a", broader: ["b"], Mapping(.broad, "y"), Mapping(.broad, "x"), Mapping(.exact, "b")),
                concept("b", broader: ["a"], Mapping(.exact, "a")), concept("x", in: Self.other),
                concept("y", in: Self.other),
            ])
        #expect(lens.match("a") == Lens.Match(concept: "x", likeness: .broad, also: ["y"]))
        #expect(lens.match("nobody's") == nil)
    }

    @Test func `a hundred thousand headings for one concept are gone through in time, and few are named`() {
        let headings = (0..<100_000).map { concept("x\($0)", in: Self.other, Mapping(.exact, "a")) }
        let lens = Lens(Self.other, over: headings + [concept("a")])
        let start = ContinuousClock.now
        for _ in 0..<5 { #expect(lens.match("a")?.also.count == 20) }
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func `what one scheme states for itself is no stepping stone for others`() {
        let stated = [
            LensLinks.Stated("own", Mapping(.exact, "a"), ofOne: "urn:own"),
            LensLinks.Stated("own", Mapping(.exact, "x"), ofOne: "urn:own"),
        ]
        let links = LensLinks(stated, broader: [:])
        #expect(Lens(Self.other, members: ["x"], links: links).match("a") == nil)
        #expect(Lens(Self.other, members: ["x"], links: links).match("own")?.concept == "x")
        #expect(Lens("urn:own", members: ["own"], links: links).match("a")?.concept == "own")
    }

    @Test(arguments: 0..<40)
    func `totals are the same through every lens, whatever is mapped to what`(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let schemes = (0..<4).map { "urn:\($0)" }
        let ids = (0..<24).map { "c\($0)" }
        let concepts = ids.map { id in
            Concept(
                id: id, scheme: schemes[Int.random(in: 0..<4, using: &random)], labels: [],
                broader: (0..<Int.random(in: 0..<3, using: &random)).map { _ in
                    ids[Int.random(in: 0..<24, using: &random)]
                },
                mappings: (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                    Mapping(
                        Mapping.Kind.allCases[Int.random(in: 0..<5, using: &random)],
                        ids[Int.random(in: 0..<24, using: &random)])
                })
        }
        let items: [(worth: Int, words: [String])] = (0..<40).map { _ in
            let words = (0..<Int.random(in: 0..<3, using: &random)).compactMap { _ in ids.randomElement(using: &random)
            }
            return (Int.random(in: 0..<100_000, using: &random), words)
        }
        let total = items.reduce(0) { $0 + $1.worth }
        for scheme in schemes {
            let lens = Lens(scheme, over: concepts)
            let reading = LensReading(items, through: lens) { $0.words }
            let grouped = reading.groups.flatMap(\.lines).reduce(0) { $0 + $1.item.worth }
            #expect(grouped + reading.rest.reduce(0) { $0 + $1.worth } == total)
            #expect(Set(reading.groups.map(\.concept)).count == reading.groups.count)
            #expect(
                reading.groups.allSatisfy { group in concepts.contains { $0.id == group.concept && $0.scheme == scheme }
                })
            let shuffled = Lens(scheme, over: concepts.reversed())
            for id in ids { #expect(lens.match(id) == shuffled.match(id)) }
        }
    }
}
