package import Vocabulary
import Words

/// What a page shows, called as a list calls it that the reader chose.
package struct OtherNames: Sendable {
    /// The word of the list, and how what is called so stands to it.
    package struct Name: Sendable, Equatable {
        package let words: Text
        package let likeness: Likeness

        package init(words: Text, likeness: Likeness) {
            self.words = words
            self.likeness = likeness
        }
    }

    /// What the list is called.
    package let list: Text
    /// Whether the list is still offered.
    package let isInUse: Bool
    private let names: [Nameable: Name]

    package init(list: Text, isInUse: Bool, names: [Nameable: Name]) {
        self.isInUse = isInUse
        self.list = list
        self.names = names
    }

    package subscript(_ one: Nameable) -> Name? { names[one] }
}

extension OtherNames.Name {
    var standing: Phrase { likeness.standing }
}
