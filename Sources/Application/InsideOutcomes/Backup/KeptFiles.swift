import Backups
import Glibc

/// The one file beside the database that goes into a backup: the owner's key, without which what is sealed in the database couldn't be opened.
final class KeptFiles: Sendable {
    /// What the key is called in a backup, wherever it stands.
    static let key = "owner.key"

    /// Nothing, where the installation never had a key.
    let files: [BackupFile]

    init(key path: String) throws(BackupError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 || errno == ENOENT else { throw StagedKey.failure(path) }
        files = descriptor >= 0 ? [BackupFile(name: Self.key, descriptor: descriptor)] : []
    }

    deinit { for file in files { close(file.descriptor) } }
}
