package import FoundationEssentials
import Glibc

/// The marked copies of workbooks that were refused, in a folder of their own, readable by this user only.
///
/// A marked copy holds everything that the person's file held, so it is kept for a day and no longer.
package struct MarkedCopies: Sendable {
    /// Seconds.
    package static let lifetime: TimeInterval = 86_400

    private let folder: String

    package init(data: String) {
        folder = data + "/marked"
    }

    package func keep(_ bytes: [UInt8], for id: String) -> Bool {
        mkdir(folder, 0o700)
        let descriptor = open(path(id), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                unlink(path(id))
                return false
            }
            rest = rest.dropFirst(written)
        }
        return true
    }

    package func bytes(for id: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path(id)).map { [UInt8]($0) }
    }

    package func has(_ id: String) -> Bool { access(path(id), R_OK) == 0 }

    package func remove(_ id: String) { unlink(path(id)) }

    /// Removes what was written before a moment.
    package func sweep(before moment: Date) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            var status = stat()
            let path = "\(folder)/\(name)"
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            if Double(status.st_mtim.tv_sec) < moment.timeIntervalSince1970 { unlink(path) }
        }
    }

    /// Identifiers are made by us and hold letters and digits only; anything else names nothing.
    private func path(_ id: String) -> String {
        let isPlain =
            !id.isEmpty && id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        return "\(folder)/\(isPlain ? id : "none").xlsx"
    }
}
