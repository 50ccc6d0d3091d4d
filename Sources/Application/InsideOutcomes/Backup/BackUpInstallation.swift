package import Backups
package import Configuration
package import FoundationEssentials
import Glibc
import Storage

/// Writes everything that an installation keeps into one file, while the server goes on.
package struct BackUpInstallation: Sendable {
    private let settings: Settings
    private let now: Date

    package init(_ settings: Settings, now: Date) {
        self.settings = settings
        self.now = now
    }

    /// The file is written beside its place and put there whole; an earlier backup of this name gives way then.
    ///
    /// - Returns: what it holds, and its size in bytes.
    package func run(to path: String, passphrase: String?) async throws(BackupError) -> (BackupSummary, size: Int) {
        try refuseOtherFiles(path)
        guard let database = try await ChosenDatabase.openAsItIs(settings) else {
            throw .file(path: settings.data, reason: "there is no database yet")
        }
        let draft = "\(path).\(UInt32.random(in: 0 ... .max)).part"
        do throws(BackupError) {
            let result = try await write(database, to: draft, passphrase: passphrase)
            guard rename(draft, path) == 0 else { throw StagedKey.failure(path) }
            try StagedKey.settle(StagedKey.folder(of: path))
            await database.close()
            return result
        } catch {
            unlink(draft)
            await database.close()
            throw error
        }
    }

    private func write(
        _ database: any Database, to draft: String, passphrase: String?
    ) async throws(BackupError) -> (BackupSummary, size: Int) {
        let kept = try KeptFiles(key: settings.key)
        let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StagedKey.failure(draft) }
        defer { close(descriptor) }
        let writer = try BackupWriter(descriptor, path: draft, passphrase: passphrase)
        let summary = try await WriteBackup(created: now, program: Version.current).run(
            database, to: writer, files: kept.files)
        var status = stat()
        guard fsync(descriptor) == 0, fstat(descriptor, &status) == 0 else { throw StagedKey.failure(draft) }
        return (summary, Int(status.st_size))
    }

    /// A slip of the pen must not cost a file that is something else.
    private func refuseOtherFiles(_ path: String) throws(BackupError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard BackupReader.isBackup(descriptor) else {
            throw .file(path: path, reason: "it is there already, and is not a backup")
        }
    }
}
