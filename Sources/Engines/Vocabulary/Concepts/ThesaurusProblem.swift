/// What is wrong with a thesaurus, and where.
package struct ThesaurusProblem: Sendable, Equatable {
    package enum Condition: String, Sendable, CaseIterable {
        /// A concept is no scheme (SKOS, S9).
        case schemeIsConcept = "S9"
        /// A word is of one kind only: preferred, alternative or hidden (S13).
        case labelOfTwoKinds = "S13"
        /// One preferred label in each language (S14).
        case preferredTwice = "S14"
        /// What is related lies neither above nor below (S27).
        case relatedIsBroader = "S27"
        /// What means exactly the same is neither wider nor narrower nor only related (S46).
        case exactIsOther = "S46"
        case cycle
        case danglingBroader = "dangling broader"
        case danglingNarrower = "dangling narrower"
        case danglingRelated = "dangling related"
        case danglingMapping = "dangling mapping"
        /// The same concept stands there twice.
        case conceptTwice = "concept twice"
        case noLabel = "no label"
        /// Two concepts of one scheme have the same preferred label: allowed, but seldom meant.
        case sameLabel = "same label"
        /// Whether the conditions about related concepts hold could not be found out in reasonable time.
        case tooTangled = "too tangled"

        /// Whether the thesaurus may be used all the same.
        package var isWarning: Bool { self == .sameLabel }
    }

    package let condition: Condition
    /// The concept's IRI.
    package let concept: String
    /// What it is about: a label, or the IRIs of other concepts.
    package let values: [String]
    package let language: String?
    /// Its line in the file, from 1, where it is known.
    package let line: Int?

    package init(
        _ condition: Condition, _ concept: String, _ values: [String] = [], language: String? = nil, line: Int? = nil
    ) {
        self.condition = condition
        self.concept = concept
        self.values = values
        self.language = language
        self.line = line
    }
}

/// Where in its file each part of a thesaurus stands, in the order of its concepts. Lines count from 1; 0 is not known.
package struct ThesaurusLines: Sendable, Equatable {
    package struct Entry: Sendable, Equatable {
        package var concept: Int
        package var labels: [Int]
        package var broader: [Int]
        package var related: [Int]
        package var mappings: [Int]

        package init(
            concept: Int, labels: [Int] = [], broader: [Int] = [], related: [Int] = [], mappings: [Int] = []
        ) {
            self.concept = concept
            self.labels = labels
            self.broader = broader
            self.related = related
            self.mappings = mappings
        }
    }

    package var entries: [Entry]

    package init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    subscript(concept: Int, list: KeyPath<Entry, [Int]>, index: Int) -> Int? {
        guard entries.indices.contains(concept) else { return nil }
        let lines = entries[concept][keyPath: list]
        let line = lines.indices.contains(index) ? lines[index] : entries[concept].concept
        return line > 0 ? line : nil
    }

    subscript(concept: Int) -> Int? {
        guard entries.indices.contains(concept), entries[concept].concept > 0 else { return nil }
        return entries[concept].concept
    }
}
