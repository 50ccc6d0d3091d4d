import Backups
import FoundationEssentials
import Glibc
import Synchronization

/// Files on their way into a data folder: written beside their places, and put there when all is well. What stands there already is
/// only let be where it is the same, as after a restoring that was interrupted.
final class StagedFiles: FileTaker {
    private struct State {
        var descriptor: Int32 = -1
        var name = ""
        var size = 0
        var names: [String] = []
    }

    /// In bytes: twice what an upload may be at most.
    private static let most = 400_000_000

    private let data: String
    private let folder: String
    private let state = Mutex(State())

    init(in data: String) throws(BackupError) {
        self.data = data
        folder = data + "/restoring-\(UInt32.random(in: 0 ... .max))"
        guard mkdir(folder, 0o700) == 0 else { throw Self.failure(folder) }
    }

    /// What was not put in its place goes.
    deinit {
        state.withLock { state in
            if state.descriptor >= 0 { close(state.descriptor) }
            for name in state.names { unlink(staged(name)) }
        }
        rmdir(folder)
    }

    private func staged(_ name: String) -> String { folder + "/" + name.replacing("/", with: "_") }

    func begin(_ name: String) throws(BackupError) {
        guard KeptFiles.isTaken(name) else { throw .damaged(detail: "a file that belongs elsewhere") }
        try state.withLock { state throws(BackupError) in
            let descriptor = open(staged(name), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw Self.failure(staged(name)) }
            (state.descriptor, state.name, state.size) = (descriptor, name, 0)
            state.names.append(name)
        }
    }

    func add(_ bytes: [UInt8]) throws(BackupError) {
        try state.withLock { state throws(BackupError) in
            state.size += bytes.count
            guard state.size <= Self.most else { throw .damaged(detail: "a file that is too large") }
            var start = 0
            while start < bytes.count {
                let written = bytes.withUnsafeBytes { memory in
                    write(state.descriptor, memory.baseAddress.map { $0 + start }, memory.count - start)
                }
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { throw Self.failure(staged(state.name)) }
                start += written
            }
        }
    }

    func end() throws(BackupError) {
        try state.withLock { state throws(BackupError) in
            defer { state.descriptor = -1 }
            let isSafe = fsync(state.descriptor) == 0
            guard close(state.descriptor) == 0, isSafe else { throw Self.failure(staged(state.name)) }
        }
    }

    func place() throws(BackupError) {
        try state.withLock { state throws(BackupError) in
            if state.names.contains(where: { $0.contains("/") }) { mkdir("\(data)/\(KeptFiles.uploads)", 0o700) }
            for name in state.names {
                let target = "\(data)/\(name)"
                // A link is made only where there is nothing yet.
                if link(staged(name), target) == 0 { continue }
                guard errno == EEXIST else { throw Self.failure(target) }
                guard contents(target) == contents(staged(name)) else { throw .notEmpty(what: target) }
            }
            for folder in [data, "\(data)/\(KeptFiles.uploads)"] { try Self.settle(folder) }
        }
    }

    private func contents(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

    /// Sees to it that the names of a folder are on the disk.
    static func settle(_ folder: String) throws(BackupError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return }
            throw failure(folder)
        }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(folder) }
    }

    static func failure(_ path: String) -> BackupError {
        .file(path: path, reason: String(cString: strerror(errno)))
    }
}
