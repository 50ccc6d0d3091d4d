import Vocabulary

/// Which part of our own list each of its concepts belongs to: what somebody calls an outcome is seldom a place.
struct ConceptFamilies: Sendable {
    static let outcomes = "urn:inside-outcomes:words:outcome"
    static let activities = "urn:inside-outcomes:words:activity"
    static let people = "urn:inside-outcomes:words:people"
    static let parts = [
        outcomes, activities, people, "urn:inside-outcomes:words:place",
        "urn:inside-outcomes:words:method", "urn:inside-outcomes:words:money", "urn:inside-outcomes:words:sector",
    ]

    /// How much likelier a concept of the part becomes that the words are said to be about, and how much less likely those of
    /// other parts, as factors of their odds: nine of ten are taken to be of that part, which holds about a quarter of all.
    private static let fitting = 3.6
    private static let unfitting = 0.13

    /// By the IRI of the concept; none for concepts of other lists.
    private let part: [String: String]

    init(_ concepts: [Concept]) {
        let broader = Dictionary(concepts.map { ($0.id, $0.broader.first) }) { first, _ in first }
        var part = Dictionary(uniqueKeysWithValues: Self.parts.map { ($0, $0) })
        for concept in concepts {
            var way: [String] = []
            var next: String? = concept.id
            while let one = next, part[one] == nil, !way.contains(one) {
                way.append(one)
                next = broader[one] ?? nil
            }
            if let found = next.flatMap({ part[$0] }) { for one in way { part[one] = found } }
        }
        self.part = part
    }

    /// How likely a concept is where it is known what the words are about.
    func chance(_ chance: Double, of concept: String, for kind: OwnWord.Kind?) -> Double {
        guard let kind, let part = part[concept] else { return chance }
        let factor: Double =
            switch (kind, part) {
            // “Outcomes” and “Activities” themselves say nothing of any.
            case _ where concept == part: Self.unfitting
            case (.outcome, Self.outcomes), (.service, Self.activities): Self.fitting
            // Many services are called after those for whom they are.
            case (.service, Self.people): 1
            case (.outcome, _), (.service, _): Self.unfitting
            }
        let odds = chance / max(1e-9, 1 - chance) * factor
        return odds / (1 + odds)
    }
}
