import Backups
import FoundationEssentials
import Glibc
import Synchronization

/// The owner's key on its way into an installation: put in its place when all is well. What stands there already is only let be where it is the
/// same, as after a restoring that was interrupted.
final class StagedKey: FileTaker {
    /// In bytes; a key is much shorter.
    private static let most = 1_000

    private let path: String
    private let bytes = Mutex<[UInt8]?>(nil)

    init(path: String) {
        self.path = path
    }

    func begin(_ name: String) throws(BackupError) {
        // No backup writes anywhere else.
        guard name == KeptFiles.key, bytes.withLock({ $0 }) == nil else {
            throw .damaged(detail: "a file that belongs elsewhere")
        }
        bytes.withLock { $0 = [] }
    }

    func add(_ piece: [UInt8]) throws(BackupError) {
        let size = bytes.withLock { bytes in
            bytes? += piece
            return bytes?.count ?? 0
        }
        guard size <= Self.most else { throw .damaged(detail: "a key that is too large") }
    }

    func end() {}

    func place() throws(BackupError) {
        guard let bytes = bytes.withLock({ $0 }) else { return }
        let draft = "\(path).\(UInt32.random(in: 0 ... .max))"
        let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(draft) }
        defer { unlink(draft) }
        let isWritten = write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        guard close(descriptor) == 0, isWritten else { throw Self.failure(draft) }
        // A link is made only where there is nothing yet.
        guard link(draft, path) != 0 else { return try Self.settle(Self.folder(of: path)) }
        guard errno == EEXIST else { throw Self.failure(path) }
        guard FileManager.default.contents(atPath: path) == Data(bytes) else { throw .notEmpty(what: path) }
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Sees to it that the names of a folder are on the disk.
    static func settle(_ folder: String) throws(BackupError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(folder) }
    }

    static func failure(_ path: String) -> BackupError {
        .file(path: path, reason: String(cString: strerror(errno)))
    }
}
