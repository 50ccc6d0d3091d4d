import FoundationEssentials
import Testing
import Vocabulary

@testable import Language

/// What words are the name of tells which concepts they likely stand for.
@Suite struct FamilyTests {
    private let families = ConceptFamilies([
        Self.concept("urn:inside-outcomes:words:outcome", under: []),
        Self.concept("o:work", under: ["urn:inside-outcomes:words:outcome"]),
        Self.concept("o:paid-work", under: ["o:work"]), Self.concept("a:club", under: [ConceptFamilies.activities]),
        Self.concept("p:carers", under: [ConceptFamilies.people]),
        Self.concept("x:1", under: ["x:2"]), Self.concept("x:2", under: ["x:1"]),
    ])

    private static func concept(_ id: String, under broader: [String]) -> Concept {
        Concept(id: id, scheme: "s", labels: [], broader: broader)
    }

    @Test(arguments: ["o:work", "o:paid-work"])
    func `outcomes are likelier where an outcome is named, and less likely where a service is`(concept: String) {
        #expect(families.chance(0.2, of: concept, for: .outcome) > 0.4)
        #expect(families.chance(0.2, of: concept, for: .service) < 0.05)
        #expect(families.chance(0.2, of: concept, for: nil) == 0.2)
    }

    @Test func `what is said by everybody and what is of other lists stays as it was`() {
        #expect(families.chance(0.4, of: ConceptFamilies.outcomes, for: .outcome) < 0.1)
        #expect(families.chance(0.3, of: "p:carers", for: .service) == 0.3)
        #expect(families.chance(1, of: "a:club", for: .outcome) > 0.99)
        #expect(families.chance(0.3, of: "x:1", for: .service) == 0.3)
        #expect(families.chance(0.3, of: "unknown", for: .outcome) == 0.3)
    }

    @Test func `our own list has these parts`() throws {
        let list = try String(contentsOfFile: Self.ownList, encoding: .utf8)
        let lines = list.split(whereSeparator: \.isNewline)
        for part in ConceptFamilies.parts { #expect(lines.contains { $0.hasPrefix("concept,\(part),") }) }
    }

    private static var ownList: String {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return "/\(root)/thesaurus/outcomes.csv"
    }

    @Test func `a likelier concept stays the likelier one within a part`() {
        for kind in OwnWord.Kind.allCases {
            let chances = [0, 0.001, 0.1, 0.5, 0.9, 1].map { families.chance($0, of: "o:work", for: kind) }
            #expect(chances == chances.sorted() && Set(chances).count == chances.count)
            #expect(chances.allSatisfy { (0...1).contains($0) })
        }
    }
}
