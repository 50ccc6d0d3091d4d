import FoundationEssentials
import Glibc

/// A folder of the data folder whose files this user alone can read, each named by an identifier of ours.
struct PrivateFolder: Sendable {
    private let folder: String
    private let suffix: String

    init(_ folder: String, suffix: String = "") {
        self.folder = folder
        self.suffix = suffix
    }

    /// Identifiers are made by us and hold letters, digits and dashes only; anything else names nothing.
    func path(_ id: String) -> String {
        let isPlain =
            !id.isEmpty && id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        return "\(folder)/\(isPlain ? id : "none")\(suffix)"
    }

    func make() { mkdir(folder, 0o700) }

    func has(_ id: String) -> Bool { access(path(id), R_OK) == 0 }

    func remove(_ id: String) { unlink(path(id)) }

    /// The identifiers of the files that were written before a moment.
    func older(than moment: Date) -> [String] {
        names.filter { name in
            var status = stat()
            guard lstat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
            return Double(status.st_mtim.tv_sec) < moment.timeIntervalSince1970
        }.map { String($0.dropLast(suffix.count)) }
    }

    var count: Int { names.count }

    private var names: [String] {
        // Where there is no folder yet there is nothing in it.
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(suffix) }
    }
}
