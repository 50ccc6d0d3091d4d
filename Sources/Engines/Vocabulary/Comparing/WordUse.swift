/// Somebody's words, and the concept that they stand for there.
package struct WordUse: Sendable, Hashable {
    package let words: String
    /// The concept's IRI.
    package let concept: String

    package init(_ words: String, for concept: String) {
        self.words = words
        self.concept = concept
    }
}
