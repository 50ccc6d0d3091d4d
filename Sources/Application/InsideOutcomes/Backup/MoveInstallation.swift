package import Backups
package import Configuration
package import FoundationEssentials
import Storage

/// Moves an installation to another kind of database, or to another data folder. What is there stays as it is.
package struct MoveInstallation: Sendable {
    private let source: Settings
    private let target: Settings
    private let now: Date

    package init(from source: Settings, to target: Settings, now: Date) {
        self.source = source
        self.target = target
        self.now = now
    }

    package func run() async throws(BackupError) -> BackupSummary {
        guard !ServingMark.isServed(source.data) else { throw .served(path: source.data) }
        guard let from = try await ChosenDatabase.openAsItIs(source) else {
            throw .file(path: source.data, reason: "there is no database yet")
        }
        do throws(BackupError) {
            let summary = try await move(from)
            await from.close()
            return summary
        } catch {
            await from.close()
            throw error
        }
    }

    private func move(_ from: any Database) async throws(BackupError) -> BackupSummary {
        let kept = try KeptFiles(key: source.key)
        let moving = MoveStore(
            writing: WriteBackup(created: now, program: Version.current),
            restoring: RestoreBackup(migrations: Parts.migrations))
        return try await EmptyInstallation(target).fill { (database, files) throws(BackupError) in
            try await moving.run(
                from: from, files: kept.files, into: database, taking: files)
        }
    }
}
