import Crypto
import FoundationEssentials
import Storage

/// A folder for one test, removed when the test lets go of it.
final class Scratch: Sendable {
    let folder: String
    var file: String { folder + "/test.sqlite" }

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/storage-" + RandomIdentifier.short()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func bytes(of path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path)))
    }

    func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }
}
