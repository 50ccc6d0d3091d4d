package import FoundationEssentials
package import Storage

/// An organisation publishes a draft: from now on it can't be changed.
package struct PublishAccount: Sendable {
    package enum Refusal: StorageFailure, Equatable {
        /// There is no such draft: it was published, replaced or removed meanwhile.
        case noDraft
        case storage(StorageError)
    }

    package let account: String
    package let number: Int
    /// Of the figures that somebody has seen; nil where nobody had to see them.
    package let digest: String?

    package init(account: String, number: Int, digest: String? = nil) {
        self.account = account
        self.number = number
        self.digest = digest
    }

    package func run(in store: AccountStore, at now: Date) async throws(Refusal) {
        let isDone: Bool
        do { isDone = try await store.publish(account, number, digest: digest, at: now) } catch {
            throw .storage(error)
        }
        guard isDone else { throw .noDraft }
    }
}
