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

    /// Those that the reader may see, each once.
    package var own: @Sendable (Request) async throws -> [Outcome]
    /// The names of the outcomes that an organisation has published.
    package var published: @Sendable (_ organisation: String, any Reading) async throws(StorageError) -> [String]

    package init(
        own: @escaping @Sendable (Request) async throws -> [Outcome],
        published: @escaping @Sendable (_ organisation: String, any Reading) async throws(StorageError) -> [String]
    ) {
        self.own = own
        self.published = published
    }
}
