package import FoundationEssentials
package import Imports
package import Storage

/// Removes what was to be kept for a while only: drafts after 30 days, with what was read for them, and marked copies after one.
package struct SweepDrafts: Sendable {
    /// 30 days, in seconds.
    package static let lifetime: TimeInterval = 30 * 86_400

    package init() {}

    package func run(
        in place: String, _ database: any Database, _ understood: UnderstoodImports, _ copies: MarkedCopies,
        at now: Date
    ) async throws(StorageError) {
        try await copies.sweep(before: now.addingTimeInterval(-MarkedCopies.lifetime))
        let limit = now.addingTimeInterval(-Self.lifetime)
        try await AccountStore(database, place: place, organisation: nil).removeDrafts(before: limit)
        for (store, id) in try await ImportStore.older(than: limit, in: place, database) {
            let accounts = AccountStore(database, place: place, organisation: store.organisation)
            guard try await accounts.made(of: id).isEmpty else { continue }
            try await TakeBack(importID: id).run(
                in: store, understood, copies: copies, at: now, removeDrafts: { _, _ in })
        }
        // Also what was removed while somebody was reading, and jobs that are over.
        try await database.forgetRemoved()
    }
}
