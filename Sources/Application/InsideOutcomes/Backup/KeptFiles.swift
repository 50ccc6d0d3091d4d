import Backups
import FoundationEssentials
import Glibc

/// The files of the data folder that go into a backup: the owner's key, and uploads that a job is still to read. A marked copy does not: it is
/// a workbook that was refused, promised to be gone within a day.
final class KeptFiles: Sendable {
    private let data: String
    /// Opened before the moment of the backup is chosen: what is read and removed meanwhile goes in all the same.
    private let early: [BackupFile]

    static let key = "owner.key"
    static let uploads = "uploads"

    init(data: String) {
        self.data = data
        early = Self.open(in: data, except: [])
    }

    deinit { for file in early { close(file.descriptor) } }

    /// All, with those that came in before the moment was chosen.
    func files() throws(BackupError) -> [BackupFile] {
        early + Self.open(in: data, except: Set(early.map(\.name)))
    }

    private static func open(in data: String, except known: Set<String>) -> [BackupFile] {
        // Where there is no folder yet there is nothing in it.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(data)/\(uploads)")) ?? []
        return ([key] + names.sorted().map { "\(uploads)/\($0)" }).compactMap { name in
            guard !known.contains(name), isTaken(name) else { return nil }
            let descriptor = Glibc.open("\(data)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            return descriptor >= 0 ? BackupFile(name: name, descriptor: descriptor) : nil
        }
    }

    /// Whether a file of this name belongs into a data folder: no backup writes anywhere else.
    static func isTaken(_ name: String) -> Bool {
        if name == key { return true }
        guard name.hasPrefix(uploads + "/") else { return false }
        let rest = name.utf8.dropFirst(uploads.utf8.count + 1)
        return !rest.isEmpty && rest.count <= 100
            && rest.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}
