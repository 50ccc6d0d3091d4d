import FoundationEssentials
import Testing
import Vocabulary

@testable import Language

/// What the suggestions of a server may take in memory, and who goes first.
@Suite struct KeptSuggestersTests {
    private let start = Date(timeIntervalSince1970: 1_800_000_000)
    private let vocabulary = PlaceVocabulary(
        ["Meals", "Employment", "Friendship"].enumerated().map { number, label in
            KeptConcept(
                number: number + 1, scheme: 1, version: 1, status: .adopted,
                concept: Concept(id: "e:\(label)", scheme: "e:s", labels: [Label(.preferred, Text(label, in: "en"))]),
                successors: [], since: Date(timeIntervalSince1970: 0))
        })
    private let befriending = Lesson(words: "Befriending visits", concept: "e:Meals")

    private func shared(_ count: Int) -> [Lesson] {
        (0..<count).map { Lesson(words: "Vacancy number \($0) of many", concept: "e:Employment") }
    }

    private func suggester(
        _ lessons: Lessons, for organisations: [String], after before: PlaceSuggester? = nil
    ) -> PlaceSuggester {
        var made = PlaceSuggester(
            PlaceSuggester.Stamp(vocabulary: "1", meanings: "1"), vocabulary, lessons, before: before, at: start)
        for organisation in organisations { made.learn(for: organisation, at: start) }
        return made
    }

    @Test func `an organisation’s own words count beside the shared ones for that organisation alone`() {
        let made = suggester(Lessons(shared: shared(3), own: ["one": [befriending]]), for: ["one", "two"])
        func found(_ words: String, _ organisation: String) -> [Int] {
            made.suggestions(for: words, organisation, most: 3).map(\.concept)
        }
        #expect(found("Befriending", "one") == [1] && found("Befriending", "two") == [])
        #expect(found("Vacancy", "one").first == 2 && found("Vacancy", "two").first == 2)
        let because = made.suggestions(for: "Befriending", "one", most: 1).first?.because
        #expect(because == ["befriending"])
        #expect(made.knows("one") && made.knows("two"))
    }

    @Test func `many own words of the same meaning don’t make it likely for words that have nothing of them`() {
        let own = (0..<30).map { Lesson(words: "Befriending visit \($0)", concept: "e:Friendship") }
        let made = suggester(Lessons(shared: shared(3), own: ["one": own]), for: ["one"])
        #expect(!made.suggestions(for: "Choir", "one", most: 3).contains { $0.concept == 3 })
        #expect(made.suggestions(for: "Befriending", "one", most: 3).first?.concept == 3)
    }

    @Test func `what an organisation’s own words take is small, however much is shared`() {
        let organisations = (1...8).map { "org \($0)" }
        let own = Dictionary(uniqueKeysWithValues: organisations.map { ($0, [befriending]) })
        let lessons = Lessons(shared: shared(150), own: own)
        let (without, with) = (suggester(lessons, for: []).bytes, suggester(lessons, for: organisations).bytes)
        // Two triangles of 150 rows and more.
        #expect(without > 2 * 4 * 150 * 151 / 2)
        #expect(with - without > 0 && with - without < 8 * 16_384)
        let many = (0..<2 * PlaceSuggester.mostOwn).map { Lesson(words: "Lunch \($0)", concept: "e:Meals") }
        let bounded = suggester(Lessons(own: ["one": many]), for: ["one"]).bytes
        let full = suggester(Lessons(own: ["one": many.suffix(PlaceSuggester.mostOwn)]), for: ["one"]).bytes
        // The free places of tables differ a little.
        #expect(abs(bounded - full) < full / 50)
    }

    @Test func `above the bound whoever asked longest ago goes first, and whoever asks stays`() {
        let lessons = (0..<60).map { Lesson(words: "Befriending visit \($0)", concept: "e:Meals") }
        func place(_ organisations: [String]) -> PlaceSuggester {
            let all = ["a", "b", "c", "d"]
            return suggester(
                Lessons(shared: shared(60), own: Dictionary(uniqueKeysWithValues: all.map { ($0, lessons) })),
                for: organisations)
        }
        let (empty, one) = (place([]).bytes, place(["a"]).bytes)
        // Three organisations beside what is shared, and half a one for the free places of tables.
        let most = empty + (one - empty) * 7 / 2
        var kept = KeptSuggesters(mostBytes: most)
        for (organisations, last) in [(["d"], "d"), (["d", "a"], "a"), (["d", "a", "b"], "b")] {
            kept.keep(place(organisations), for: last, in: "x")
        }
        #expect(kept["x"]?.organisations == ["a", "b", "d"])
        // The first by its letter asked after the last one.
        kept.note("a", in: "x")
        kept.note("b", in: "x")
        kept.keep(place(["d", "a", "b", "c"]), for: "c", in: "x")
        #expect(kept.bytes <= most && kept["x"]?.organisations == ["a", "b", "c"])
        // It is learnt again once somebody there asks.
        #expect(kept["x"]?.knows("d") == false)
        kept.keep(place(["a", "b", "c", "d"]), for: "d", in: "y")
        #expect(kept.bytes <= most && kept["y"]?.organisations.contains("d") == true)
        // What somebody asks for now is there for them, be it too much by itself.
        var tight = KeptSuggesters(mostBytes: empty / 2)
        for name in ["x", "y"] { tight.keep(place([]), for: "z", in: name) }
        #expect(tight["x"] == nil && tight["y"] != nil)
    }

    @Test func `of more places than are kept the one goes where nobody asked for longest`() {
        let made = suggester(Lessons(shared: shared(3)), for: [])
        var kept = KeptSuggesters(mostPlaces: 2)
        kept.keep(made, for: "", in: "a")
        kept.keep(made, for: "", in: "b")
        kept.note("", in: "a")
        kept.keep(made, for: "", in: "c")
        #expect(kept["a"] != nil && kept["b"] == nil && kept["c"] != nil)
    }
}
