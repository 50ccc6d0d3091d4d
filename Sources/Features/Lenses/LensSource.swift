package import Vocabulary

/// What a place knows of words, as far as its lenses need it; the application gives it.
package struct LensSource: Sendable {
    /// A scheme that can be chosen for reading.
    package struct Choice: Sendable, Equatable {
        /// Stands in addresses: small letters, digits and dashes.
        package let key: String
        package let title: Text
        /// Whether it is still offered; what was read in it stays readable.
        package let isInUse: Bool

        package init(key: String, title: Text, isInUse: Bool) {
            self.isInUse = isInUse
            self.key = key
            self.title = title
        }
    }

    /// A scheme with all that reading through it takes.
    package struct Chosen: Sendable {
        package let choice: Choice
        package let lens: Lens
        /// Those of these IRIs that are here.
        package let concepts: @Sendable (Set<String>) async throws -> [Concept]
        /// Differs whenever what is read through it may differ.
        package let stamp: String

        package init(
            choice: Choice, lens: Lens, stamp: String,
            concepts: @escaping @Sendable (Set<String>) async throws -> [Concept]
        ) {
            self.choice = choice
            self.lens = lens
            self.concepts = concepts
            self.stamp = stamp
        }
    }

    /// What an account's words stand for, by the words.
    package struct Meanings: Sendable {
        /// The IRIs of the concepts that an outcome's words stand for, the chief one first.
        package let concepts: @Sendable (String) -> [String]
        /// Differs whenever one of them differs.
        package let stamp: String

        package init(stamp: String, concepts: @escaping @Sendable (String) -> [String]) {
            self.stamp = stamp
            self.concepts = concepts
        }
    }

    /// An outcome in an organisation's words, and an account of that organisation.
    package struct NamedOutcome: Sendable, Hashable {
        package let words: String
        package let account: String
    }

    /// All schemes that are offered, in the order in which they are offered.
    package var choices: @Sendable (_ language: String) async throws -> [Choice]
    /// The scheme with this key; nil where there is none.
    package var chosen: @Sendable (_ key: String, _ language: String) async throws -> Chosen?
    /// What the words of an account's organisation stand for, by the account's identifier.
    package var meanings: @Sendable (String) async throws -> Meanings
    /// The IRIs of the concepts that outcomes stand for which accounts name, the chief one first. At most a page's are asked for.
    package var meant: @Sendable ([NamedOutcome]) async throws -> [NamedOutcome: [String]]

    package init(
        choices: @escaping @Sendable (_ language: String) async throws -> [Choice],
        chosen: @escaping @Sendable (_ key: String, _ language: String) async throws -> Chosen?,
        meanings: @escaping @Sendable (String) async throws -> Meanings,
        meant: @escaping @Sendable ([NamedOutcome]) async throws -> [NamedOutcome: [String]]
    ) {
        self.meant = meant
        self.choices = choices
        self.chosen = chosen
        self.meanings = meanings
    }
}
