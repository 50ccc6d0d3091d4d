package import FoundationEssentials
package import Storage

/// Removes uploaded files that nobody waits for any more: those of readings that ended the program, or were ended by it.
package struct SweepUploads: Sendable {
    package init() {}

    package func run(
        _ uploads: WaitingUploads, at now: Date
    ) async throws(StorageError) {
        try await uploads.sweep(before: now.addingTimeInterval(-WaitingUploads.lifetime))
    }
}
