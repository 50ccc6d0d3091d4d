import Configuration
package import FoundationEssentials
import Jobs
package import Storage
package import Web

/// Files that came in and wait to be read. They wait in the store, sealed, so that any server can read them.
///
/// Each goes as soon as its reading has ended, whichever way.
package struct WaitingUploads: Sendable {
    /// So many files may wait in a place; each may be as large as the upload limit.
    private static let most = 20
    private static let name = "upload"

    private let files: JobFiles
    private let place: String
    /// Where a file lies while it is read.
    private let folder: PrivateFolder

    package init(_ services: Services, place: String) {
        files = services.files
        self.place = place
        folder = PrivateFolder(services.settings.data + "/uploads")
    }

    /// Keeps a file for the job that is to read it, together with the job.
    func take(
        _ file: ScratchFile, for job: String, at now: Date, in transaction: any Transaction
    ) async throws(JobError) {
        let waiting: Int
        do throws(StorageError) {
            waiting = try await files.count(Self.name, place: place, in: transaction)
        } catch {
            throw .storage(error)
        }
        guard waiting < Self.most else { throw .tooMany }
        do throws(StorageError) {
            try await files.keep(
                fileAt: file.path, as: Self.name, of: job, place: place, at: now, in: transaction)
        } catch {
            throw .storage(error)
        }
    }

    /// Gives `read` the path of a copy that lies there as long as `read` runs; nil where there is no such file.
    func withCopy<Value>(
        for job: Job, _ read: (_ path: String) async -> Value
    ) async throws(StorageError) -> Value? {
        folder.make()
        let name = "\(job.id)-\(job.attempts)"
        defer { folder.remove(name) }
        guard try await files.copy(Self.name, of: job.id, place: place, to: folder.path(name)) else { return nil }
        return await read(folder.path(name))
    }

    package func remove(_ job: String) async throws(StorageError) {
        try await files.remove(Self.name, of: job, place: place)
    }

    /// Removes what was written before a moment and waits for no reading any more, and says how many there were.
    package func remove(before moment: Date, in target: any Writing) async throws(StorageError) -> Int {
        try await files.remove(Self.name, place: place, before: moment, in: target)
    }

    /// Removes the copies that a killed server has left in this one's folder.
    package func removeCopies(before moment: Date) {
        for name in folder.older(than: moment) { folder.remove(name) }
    }
}
