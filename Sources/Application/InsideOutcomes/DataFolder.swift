import FoundationEssentials
import Glibc

/// The folder that holds everything that is kept: made where it is missing, for this user only.
struct DataFolder: Sendable {
    let path: String

    var database: String { Self.database(in: path) }
    /// Where each process of the document worker gets its scratch folder.
    var worker: String { Self.worker(in: path) }

    static func database(in path: String) -> String { path + "/outcomes.sqlite" }
    static func worker(in path: String) -> String { path + "/worker" }

    init(_ path: String) throws(InstallationError) {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .folder(path: path, reason: String(cString: strerror(errno)))
        }
        guard access(path, R_OK | W_OK | X_OK) == 0 else {
            throw .folder(path: path, reason: String(cString: strerror(errno)))
        }
        guard mkdir(worker, 0o700) == 0 || errno == EEXIST else {
            throw .folder(path: worker, reason: String(cString: strerror(errno)))
        }
    }
}
