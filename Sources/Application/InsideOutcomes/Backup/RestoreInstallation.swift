package import Backups
package import Configuration
import Glibc
import Storage

/// Takes a backup into an installation that holds nothing yet.
package struct RestoreInstallation: Sendable {
    private let settings: Settings

    package init(_ settings: Settings) {
        self.settings = settings
    }

    /// Reads a backup to its end without keeping anything.
    package static func check(
        _ path: String, passphrase: String?
    ) async throws(BackupError) -> (BackupHeader, BackupSummary) {
        let descriptor = try opened(path)
        defer { close(descriptor) }
        return try await RestoreBackup.check(BackupReader(descriptor, path: path, passphrase: passphrase))
    }

    package static func isSealed(_ path: String) throws(BackupError) -> Bool {
        let descriptor = try opened(path)
        defer { close(descriptor) }
        return BackupReader.isSealed(descriptor)
    }

    package func run(_ path: String, passphrase: String?) async throws(BackupError) -> BackupSummary {
        let descriptor = try Self.opened(path)
        defer { close(descriptor) }
        let reader = BackupReader(descriptor, path: path, passphrase: passphrase)
        try reader.begin()
        return try await EmptyInstallation(settings).fill { (database, files) throws(BackupError) in
            try await RestoreBackup(migrations: Parts.migrations).run(reader, into: database, files: files)
        }
    }

    private static func opened(_ path: String) throws(BackupError) -> Int32 {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StagedKey.failure(path) }
        return descriptor
    }
}

/// An installation that is to be filled. Where that fails, what was made for it goes again.
struct EmptyInstallation: Sendable {
    let settings: Settings

    init(_ settings: Settings) {
        self.settings = settings
    }

    func fill(
        _ body: (any Database, any FileTaker) async throws(BackupError) -> BackupSummary
    ) async throws(BackupError) -> BackupSummary {
        let folder: DataFolder
        do {
            folder = try DataFolder(settings.data)
        } catch {
            guard case .folder(let path, let reason) = error else {
                throw .file(path: settings.data, reason: "\(error)")
            }
            throw .file(path: path, reason: reason)
        }
        let files = StagedKey(path: settings.key)
        let hadDatabase = settings.database != nil || access(folder.database, F_OK) == 0
        let database = try await ChosenDatabase.openToFill(settings, folder)
        do throws(BackupError) {
            let summary = try await body(database, files)
            await database.close()
            return summary
        } catch {
            await database.close()
            if !hadDatabase { for suffix in ["", "-wal", "-shm"] { unlink(folder.database + suffix) } }
            throw error
        }
    }
}
