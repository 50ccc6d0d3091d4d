package import Storage
package import Web

/// What accounts say, as far as it matters what their words mean; the application gives it.
package struct AccountWords: Sendable {
    /// An outcome that an account of the reader's own organisation names.
    package struct Outcome: Sendable, Equatable {
        package let words: String
        /// The account's.
        package let language: String
        /// What the account is called in lists.
        package let title: String
        /// Whether anybody can read it; else it stands in a draft.
        package let isPublished: Bool

        package init(words: String, language: String, title: String, isPublished: Bool) {
            self.words = words
            self.language = language
            self.title = title
            self.isPublished = isPublished
        }
    }

    /// An outcome that a published account names.
    package struct Published: Sendable, Hashable {
        /// As the account has it.
        package let words: String
        package let account: String
        package let organisation: String

        package init(words: String, account: String, organisation: String) {
            self.words = words
            self.account = account
            self.organisation = organisation
        }
    }

    /// Where an account is read, and what it is called in lists.
    package struct Place: Sendable, Equatable {
        package let title: String
        /// The account's.
        package let language: String
        package let address: String

        package init(title: String, language: String, address: String) {
            self.title = title
            self.language = language
            self.address = address
        }
    }

    /// Those that the reader may see, each once.
    package var own: @Sendable (Request) async throws -> [Outcome]
    /// The outcomes of published accounts that are called by one of these words, however those are written. It costs a statement or two for each
    /// few hundred words.
    package var published: @Sendable (_ words: [String], any Reading) async throws(StorageError) -> [Published]
    /// Where these accounts are read, by their identifiers; those that the reader may see.
    package var places: @Sendable (_ accounts: [String], Request) async throws -> [String: Place]

    package init(
        own: @escaping @Sendable (Request) async throws -> [Outcome],
        published: @escaping @Sendable (_ words: [String], any Reading) async throws(StorageError) -> [Published],
        places: @escaping @Sendable (_ accounts: [String], Request) async throws -> [String: Place]
    ) {
        self.places = places
        self.own = own
        self.published = published
    }
}
