package import FoundationEssentials
import Jobs
package import Storage
package import Web

/// The marked copies of workbooks that were refused, in the store, sealed.
///
/// A marked copy holds everything that the person's file held, so it is kept for a day and no longer.
package struct MarkedCopies: Sendable {
    private static let name = "marked"

    private let files: JobFiles
    private let place: String

    package init(_ services: Services, place: String) {
        files = services.files
        self.place = place
    }

    package func keep(
        _ bytes: [UInt8], for id: String, at now: Date, in transaction: any Transaction
    ) async throws(StorageError) {
        try await files.keep(bytes, as: Self.name, of: id, place: place, at: now, in: transaction)
    }

    package func bytes(for id: String) async throws(StorageError) -> [UInt8]? {
        try await files.bytes(Self.name, of: id, place: place)
    }

    package func has(_ id: String) async throws(StorageError) -> Bool {
        try await files.has(Self.name, of: id, place: place)
    }

    package func remove(_ id: String, in transaction: any Transaction) async throws(StorageError) {
        try await files.remove(Self.name, of: id, place: place, in: transaction)
    }

    /// Removes what was kept before a moment, and says how many there were.
    package func remove(before moment: Date, in target: any Writing) async throws(StorageError) -> Int {
        try await files.remove(Self.name, place: place, before: moment, in: target)
    }
}
