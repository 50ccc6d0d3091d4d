import CanonicalJSON
import Documents
import Testing
import Words
import Vocabulary

@testable import Language

@Suite struct ConceptJSONTests {
    private let full = Concept(
        id: "e:a", scheme: "e:s", notation: "A1",
        labels: [Label(.preferred, Text("Plain", in: nil)), Label(.hidden, Text("Llesiant", in: "cy"))],
        notes: Note.Kind.allCases.map { Note($0, Text("A \($0)", in: "en")) }, broader: ["e:b"], related: ["e:c"],
        mappings: Mapping.Kind.allCases.map { Mapping($0, "f:\($0)") }, isTop: true,
        expression: Expression(looksFor: #"\bcats?\b"#, unless: "dogs"))

    @Test func `a concept is the same after it was kept`() throws {
        let json = try JSON(parsing: full.json.canonical)
        #expect(Concept(json: json) == full)
        let bare = Concept(id: "e:b", scheme: "e:s", labels: [])
        #expect(Concept(json: bare.json) == bare)
        let scheme = Scheme(id: "e:s", titles: [Text("T", in: "en")], notes: [Note(.scope, Text("N", in: nil))])
        #expect(Scheme(json: scheme.json) == scheme)
    }

    @Test func `nonsense in place of concepts is refused, and nothing is made of it`() {
        for part in ["", "{", "[1]", #"[{"id":"a"}]"#, #"[{"id":1,"scheme":"s","labels":[]}]"#] {
            #expect(throws: ThesaurusRefusal.self) {
                try ThesaurusFile(ReadThesaurusFile(about: ["format": "turtle"], parts: [Array(part.utf8)]))
            }
        }
    }

    @Test func `every reason has a sentence of its own, and one that we don't know has one too`() {
        let sentences = LineFault.Reason.allCases.map { LineFault($0, line: 3, value: "v").sentence.key }
        #expect(Set(sentences).count == sentences.count)
        #expect(LineFault(json: ["reason": "from the future", "line": 4]).line == 4)
    }
}
