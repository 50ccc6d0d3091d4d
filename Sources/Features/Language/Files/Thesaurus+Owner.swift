import Vocabulary

extension Thesaurus {
    /// What a list without names of its own is called: after its file, which is no name that only one organisation gives.
    static let afterFile = "urn:list:"

    /// Names the lists that are called after their files as those of one organisation, so that "outcomes.csv" of one
    /// is never taken for a newer edition of another's.
    mutating func name(of owner: String) {
        let named = "\(Self.afterFile)\(owner):"
        func own(_ id: String) -> String {
            id.hasPrefix(Self.afterFile) && !id.hasPrefix(named) ? "\(named)\(id.dropFirst(Self.afterFile.count))" : id
        }
        let here = Set(schemes.map(\.id) + concepts.map(\.id))
        func ownIfHere(_ id: String) -> String { here.contains(id) ? own(id) : id }
        schemes = schemes.map { Scheme(id: own($0.id), titles: $0.titles, notes: $0.notes) }
        concepts = concepts.map { concept in
            Concept(
                id: own(concept.id), scheme: own(concept.scheme), notation: concept.notation, labels: concept.labels,
                notes: concept.notes, broader: concept.broader.map(ownIfHere), related: concept.related.map(ownIfHere),
                mappings: concept.mappings, isTop: concept.isTop, expression: concept.expression)
        }
    }

    /// Public lists that a place may have, whoever brings them, with what their names begin with.
    static let ofAll = [
        "urn:ukcat": "urn:ukcat:", "urn:icnptso": "urn:icnptso:",
        "http://metadata.un.org/sdg": "http://metadata.un.org/sdg/",
        "urn:inside-outcomes:words": "urn:inside-outcomes:words:",
    ]

    /// A name of such a list that a list of another name gives to a concept. The one could then not be loaded any more.
    var nameOfAll: String? {
        concepts.first { concept in
            Self.ofAll.contains { list, beginning in concept.scheme != list && concept.id.hasPrefix(beginning) }
        }?.id
    }
}
