package import FoundationEssentials
package import Storage

/// An organisation withdraws a published account with all its editions. A page that says so and why stays in its place.
package struct WithdrawAccount: Sendable {
    package enum Refusal: StorageFailure, Equatable {
        case noReason
        /// It was never published, or is withdrawn already.
        case notPublished
        case storage(StorageError)
    }

    package let account: String
    package let reason: String

    package init(account: String, reason: String) {
        self.account = account
        self.reason = reason
    }

    package func run(in store: AccountStore, at now: Date) async throws(Refusal) {
        guard !reason.isEmpty else { throw .noReason }
        let isDone: Bool
        do { isDone = try await store.withdraw(account, reason: reason, at: now) } catch { throw .storage(error) }
        guard isDone else { throw .notPublished }
    }
}
