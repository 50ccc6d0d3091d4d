/// Schemes and their concepts, together.
package struct Thesaurus: Sendable, Equatable {
    package var schemes: [Scheme]
    package var concepts: [Concept]

    package init(schemes: [Scheme] = [], concepts: [Concept] = []) {
        self.schemes = schemes
        self.concepts = concepts
    }
}

/// A list of concepts that belong together: a classification, a thesaurus, a commissioner's headings.
package struct Scheme: Sendable, Equatable, Identifiable {
    /// Its IRI.
    package let id: String
    package var titles: [Text]
    package var notes: [Note]

    package init(id: String, titles: [Text], notes: [Note] = []) {
        self.id = id
        self.titles = titles
        self.notes = notes
    }
}
