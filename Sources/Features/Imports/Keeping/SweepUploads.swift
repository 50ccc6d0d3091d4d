package import FoundationEssentials
package import Jobs
package import Storage

/// Removes uploaded files that nobody waits for any more: those of readings that ended the program, or were ended by it.
package struct SweepUploads: Sendable {
    package init() {}

    package func run(
        _ uploads: WaitingUploads, jobs: JobQueue, place: String, at now: Date
    ) async throws(StorageError) {
        let unfinished = try await jobs.unfinished(in: place, of: ReadUpload.kind)
        let waiting = unfinished.compactMap { ReadUpload.Order(json: $0.payload)?.file }
        uploads.sweep(before: now.addingTimeInterval(-WaitingUploads.lifetime), except: Set(waiting))
    }
}
