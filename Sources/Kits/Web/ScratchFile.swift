import Glibc

/// The folder for files that are needed for a moment only.
package struct ScratchFolder: Sendable {
    let path: String

    /// Makes the folder where it is missing.
    package init(_ path: String) {
        self.path = path
        mkdir(path, 0o700)
    }

    /// Clears away what an earlier run left in it. Nothing may be on its way in yet.
    package func clear() {
        guard let folder = opendir(path) else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix(ScratchFile.prefix) { unlink("\(path)/\(name)") }
        }
    }
}

/// A new file with a random name in the scratch folder, readable by this user only, removed when nothing holds it any more.
package final class ScratchFile: Sendable {
    static let prefix = "upload-"

    package let path: String
    private let descriptor: Int32

    /// - Returns: nil where the file can't be made.
    init?(in folder: ScratchFolder) {
        path = "\(folder.path)/\(Self.prefix)\(String(UInt64.random(in: 0 ... .max), radix: 36))"
        descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return nil }
    }

    /// Moves the file to a place where it stays, on the same disk; false where that isn't possible.
    package func keep(at newPath: String) -> Bool { rename(path, newPath) == 0 }

    /// Writes at the end; false where the disk is full or fails.
    func append(_ bytes: UnsafeRawBufferPointer) -> Bool { writeWhole(bytes, to: descriptor) }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(path)
    }
}
