import Storage
import Vocabulary

/// The shared words of a place, as they are suggested. Lists that single organisations brought aren't shared, and those out of use aren't suggested.
struct PlaceVocabulary: Sendable {
    /// So many are known, the ones that were here first: each of them is weighed for each text.
    static let most = 5_000
    private static let batch = 500

    /// The number of each concept, by its IRI.
    let numbers: [String: Int]
    /// Knows the words, and nothing that anybody confirmed.
    let untaught: Suggester
    let families: ConceptFamilies

    init(_ concepts: [KeptConcept]) {
        numbers = Dictionary(concepts.map { ($0.concept.id, $0.number) }) { first, _ in first }
        untaught = Suggester(concepts.map { Subject($0.concept) })
        families = ConceptFamilies(concepts.map(\.concept))
    }

    /// What it is made of.
    static func concepts(of place: String, in store: any Reading) async throws(StorageError) -> [KeptConcept] {
        let concepts = ConceptStore(place: place)
        let shared = Set(
            try await concepts.schemes(in: store).filter { $0.organisation == nil && $0.isInUse }.map(\.number))
        var found: [KeptConcept] = []
        var last = 0
        while found.count < most {
            let some = try await concepts.concepts(after: last, most: batch, in: store)
            guard let end = some.last else { break }
            last = end.number
            found += some.filter { $0.status == .adopted && shared.contains($0.scheme) }
        }
        return Array(found.prefix(most))
    }
}

extension Subject {
    fileprivate init(_ concept: Concept) {
        let telling: Set<Note.Kind> = [.definition, .scope, .example]
        func pattern(_ text: String?) -> WordPattern? {
            // What can't be read as an expression finds nothing; the file that brought it was told so.
            text.flatMap { try? WordPattern($0) }
        }
        self.init(
            code: concept.id,
            labels: concept.labels.sorted { $0.kind == .preferred && $1.kind != .preferred }.map(\.text.words),
            notes: concept.notes.filter { telling.contains($0.kind) }.map(\.text.words),
            expression: pattern(concept.expression?.looksFor), exclusion: pattern(concept.expression?.unless),
            broader: concept.broader.first)
    }
}
