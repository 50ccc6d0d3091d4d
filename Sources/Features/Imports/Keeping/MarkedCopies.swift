package import FoundationEssentials
import Glibc
import Web

/// The marked copies of workbooks that were refused, in a folder of their own, readable by this user only.
///
/// A marked copy holds everything that the person's file held, so it is kept for a day and no longer.
package struct MarkedCopies: Sendable {
    /// Seconds.
    package static let lifetime: TimeInterval = 86_400

    private let folder: PrivateFolder

    package init(data: String) {
        folder = PrivateFolder(data + "/marked", suffix: ".xlsx")
    }

    package func keep(_ bytes: [UInt8], for id: String) -> Bool {
        folder.make()
        let path = folder.path(id)
        let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard writeWhole(bytes, to: descriptor) else {
            unlink(path)
            return false
        }
        return true
    }

    package func bytes(for id: String) -> [UInt8]? {
        FileManager.default.contents(atPath: folder.path(id)).map { [UInt8]($0) }
    }

    package func has(_ id: String) -> Bool { folder.has(id) }

    package func remove(_ id: String) { folder.remove(id) }

    /// Removes what was written before a moment.
    package func sweep(before moment: Date) {
        for id in folder.older(than: moment) { folder.remove(id) }
    }
}
