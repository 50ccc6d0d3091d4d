/// One meaning, whatever it is called.
///
/// - Source: W3C, SKOS Simple Knowledge Organization System Reference (2009).
package struct Concept: Sendable, Equatable, Identifiable {
    /// Its IRI.
    package let id: String
    /// The IRI of the scheme that it belongs to.
    package let scheme: String
    /// Its code in the scheme, such as `AN101`.
    package var notation: String?
    package var labels: [Label]
    package var notes: [Note]
    /// The IRIs of concepts of the same scheme that are wider than this one.
    package var broader: [String]
    /// The IRIs of concepts that have to do with this one. What is related is so both ways.
    package var related: [String]
    package var mappings: [Mapping]
    /// Whether the scheme names it as one that others lie under.
    package var isTop: Bool
    /// What its scheme says to look for in a text; nil where it says nothing.
    package var expression: Expression?

    package init(
        id: String, scheme: String, notation: String? = nil, labels: [Label], notes: [Note] = [],
        broader: [String] = [], related: [String] = [], mappings: [Mapping] = [], isTop: Bool = false,
        expression: Expression? = nil
    ) {
        self.id = id
        self.scheme = scheme
        self.notation = notation
        self.labels = labels
        self.notes = notes
        self.broader = broader
        self.related = related
        self.mappings = mappings
        self.isTop = isTop
        self.expression = expression
    }
}

/// A regular expression by which a classification finds texts that belong to a concept, kept as its authors wrote it.
package struct Expression: Sendable, Hashable {
    package let looksFor: String
    /// Texts in which this is found don't belong to it.
    package let unless: String?

    package init(looksFor: String, unless: String? = nil) {
        self.looksFor = looksFor
        self.unless = unless
    }
}

/// A word or a few for a concept.
package struct Label: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// The one that is shown.
        case preferred
        /// Others that people use.
        case alternative
        /// Found by a search but never shown, such as a usual misspelling.
        case hidden
    }

    package let kind: Kind
    package let text: Text

    package init(_ kind: Kind, _ text: Text) {
        self.kind = kind
        self.text = text
    }
}

/// What somebody wrote, and in which language.
package struct Text: Sendable, Hashable {
    package let words: String
    /// Its language as in BCP 47, such as `cy`; nil where nobody said.
    package let language: String?

    package init(_ words: String, in language: String?) {
        self.words = words
        self.language = language
    }
}

/// An explanation that stands beside a concept.
package struct Note: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case definition, scope, example, history, editorial, change, general
    }

    package let kind: Kind
    package let text: Text

    package init(_ kind: Kind, _ text: Text) {
        self.kind = kind
        self.text = text
    }
}

/// How another scheme says the same, or nearly.
package struct Mapping: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case exact, close
        /// The other concept is wider.
        case broad
        /// The other concept is narrower.
        case narrow
        case related
    }

    package let kind: Kind
    /// The other concept's IRI.
    package let target: String

    package init(_ kind: Kind, _ target: String) {
        self.kind = kind
        self.target = target
    }
}
