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

let outcomes = Migration(
    1, "outcomes",
    """
    CREATE TABLE outcome (
        place TEXT NOT NULL, id INTEGER NOT NULL, title TEXT NOT NULL CHECK (title <> ''), note TEXT, picture BLOB,
        PRIMARY KEY (place, id), UNIQUE (place, title)
    ) STRICT;
    CREATE TABLE indicator (
        place TEXT NOT NULL, id INTEGER NOT NULL, outcome INTEGER NOT NULL,
        PRIMARY KEY (place, id),
        FOREIGN KEY (place, outcome) REFERENCES outcome (place, id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    """)
