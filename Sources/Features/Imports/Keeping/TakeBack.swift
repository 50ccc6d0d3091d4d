package import FoundationEssentials
package import Storage

/// A person takes an import back: what was read is forgotten, drafts go, what was published stays.
package struct TakeBack: Sendable {
    package let importID: String

    package init(importID: String) {
        self.importID = importID
    }

    package func run(
        in store: ImportStore, _ understood: UnderstoodImports, copies: MarkedCopies, at now: Date,
        removeDrafts: @Sendable (String, any Transaction) async throws -> Void
    ) async throws(StorageError) {
        try await store.database.transaction { transaction in
            try await removeDrafts(importID, transaction)
            try await store.takeBack(importID, at: now, in: transaction)
            try await copies.remove(importID, in: transaction)
        }
        understood.forget(importID)
        try await store.database.forgetRemoved()
    }
}
