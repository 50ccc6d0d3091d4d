import Peers
import Testing

@testable import Vocabulary

@Suite struct WordsComparedTests {
    private func compared(_ ones: [WordUse], _ others: [WordUse], _ concepts: [Concept] = []) -> WordsCompared {
        WordsCompared(ones, and: others, normal: { $0.lowercased() }, concepts: concepts)
    }

    @Test func `one meaning in different words is told apart from one in the same words`() {
        let result = compared(
            [WordUse("Isolation", for: "a"), WordUse("Impact", for: "b")],
            [WordUse("Loneliness", for: "a"), WordUse("impact", for: "b")])
        #expect(result.saidDifferently.map(\.concept) == ["a"])
        #expect(result.saidDifferently.first?.ones == ["Isolation"])
        #expect(result.saidDifferently.first?.others == ["Loneliness"])
        #expect(result.saidAlike.map(\.concept) == ["b"])
        #expect(result.meantDifferently.isEmpty && result.onlyOnes.isEmpty && result.onlyOthers.isEmpty)
    }

    @Test func `the same words for two things are a confusion, unless both are meant by both`() {
        let apart = compared([WordUse("Outcome", for: "a")], [WordUse("outcome", for: "b")])
        #expect(apart.meantDifferently == [.init(words: "Outcome", ones: ["a"], others: ["b"])])
        #expect(apart.onlyOnes == [WordUse("Outcome", for: "a")])
        let partly = compared(
            [WordUse("Outcome", for: "a"), WordUse("Outcome", for: "b")], [WordUse("Outcome", for: "b")])
        #expect(partly.meantDifferently.isEmpty)
    }

    @Test func `concepts that mean exactly the same count as one, through a third as well`() {
        let concepts = [
            Concept(id: "a", scheme: "s", labels: [], mappings: [Mapping(.exact, "m")]),
            Concept(id: "b", scheme: "t", labels: [], mappings: [Mapping(.exact, "m"), Mapping(.close, "c")]),
        ]
        let result = compared([WordUse("x", for: "a")], [WordUse("y", for: "b"), WordUse("z", for: "c")], concepts)
        #expect(result.saidDifferently.map(\.concept) == ["a"])
        #expect(result.onlyOthers == [WordUse("z", for: "c")])
    }

    @Test func `of concepts that mean the same one that is spoken of is named`() {
        let concepts = [Concept(id: "b", scheme: "s", labels: [], mappings: [Mapping(.exact, "a")])]
        let result = compared([WordUse("x", for: "b")], [WordUse("y", for: "b")], concepts)
        #expect(result.saidDifferently.map(\.concept) == ["b"])
    }

    @Test(arguments: 0..<50)
    func `nothing is lost, and both sides see the same`(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        func uses() -> [WordUse] {
            (0..<12).map { _ in
                WordUse("w\(Int.random(in: 0..<6, using: &random))", for: "c\(Int.random(in: 0..<6, using: &random))")
            }
        }
        let ones = uses(), others = uses()
        let result = compared(ones, others), back = compared(others, ones)
        let both = (result.saidAlike + result.saidDifferently).map(\.concept)
        #expect(Set(both).count == both.count)
        #expect(ones.allSatisfy { use in both.contains(use.concept) || result.onlyOnes.contains(use) })
        #expect(result.saidDifferently.map(\.concept) == back.saidDifferently.map(\.concept))
        #expect(result.meantDifferently.map(\.words) == back.meantDifferently.map(\.words))
        #expect(result.onlyOnes == back.onlyOthers)
        for confusion in result.meantDifferently {
            #expect(Set(confusion.ones).isDisjoint(with: confusion.others))
        }
    }
}
