import Vocabulary

/// Words of an organisation, and the concept that they stand for there.
package struct OwnWord: Sendable, Hashable {
    /// What the words are about. It stays the same for ever: it stands in the database.
    package enum Kind: String, Sendable, CaseIterable {
        case outcome, service
    }

    /// In characters.
    package static let longest = 300

    /// As they were written.
    package let words: String
    package let kind: Kind
    /// The concept's number: the one that was chosen, whatever became of it since.
    package let concept: Int

    package init(_ words: String, _ kind: Kind, for concept: Int) {
        self.words = words
        self.kind = kind
        self.concept = concept
    }

    package var key: String { Self.key(words) }

    /// What two ways of writing the same words have in common. Empty where there is no letter and no digit.
    package static func key(_ words: String) -> String {
        String(decoding: NormalForm(words).bytes, as: UTF8.self)
    }
}
