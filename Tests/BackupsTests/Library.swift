import Backups
import Crypto
import Drivers
import FoundationEssentials
import Glibc
import Storage
import Synchronization
import Testing

/// Tables with everything that a column can hold, and keys that point to a later table, to the same one and to none.
let library: [Migration] = [
    Migration(
        1, "library",
        """
        CREATE TABLE author (place TEXT NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, taught_by INTEGER,
            PRIMARY KEY (place, id), FOREIGN KEY (place, taught_by) REFERENCES author (place, id)) STRICT;
        CREATE TABLE almanac (place TEXT NOT NULL, title TEXT NOT NULL, author INTEGER, pages BLOB, sold INTEGER,
            PRIMARY KEY (place, title), FOREIGN KEY (place, author) REFERENCES author (place, id)) STRICT;
        """),
    Migration(2, "notes", "ALTER TABLE almanac ADD COLUMN note TEXT;"),
]

/// Rows at the edges of what can be kept, in no order.
let holdings: [SQL] = [
    "INSERT INTO author VALUES ('york', 2, '', NULL)",
    "INSERT INTO author VALUES ('leeds', -9223372036854775807, 'Żółć', NULL)",
    "INSERT INTO author VALUES ('leeds', 7, 'A ''quoted'' \"name\" \\ ☂', NULL)",
    "INSERT INTO author VALUES ('leeds', 3, 'taught', 7)",
    "INSERT INTO almanac (place, title, author, pages, sold, note) VALUES ('leeds', 'b', 3, \([UInt8]()), NULL, '')",
    "INSERT INTO almanac (place, title, author, pages, sold, note) VALUES ('leeds', 'B', 3, \([0, 255, 10] as [UInt8]), \(Int64.max), NULL)",
    "INSERT INTO almanac (place, title, author, pages, sold) VALUES ('leeds', 'ä', NULL, \([UInt8](repeating: 7, count: 3_000_000)), 0)",
    "INSERT INTO almanac (place, title, author) VALUES ('leeds', 'a', 7)",
]

/// Files that are kept in memory.
final class Pocket: FileTaker {
    let kept = Mutex<[String: [UInt8]]>([:])
    let isPlaced = Mutex(false)
    private let name = Mutex("")

    func begin(_ name: String) { self.name.withLock { $0 = name } }
    func add(_ bytes: [UInt8]) {
        let name = name.withLock { $0 }
        kept.withLock { $0[name, default: []] += bytes }
    }
    func end() {}
    func place() { isPlaced.withLock { $0 = true } }
}

extension StoreUnderTest {
    /// Opens the store as a restoring does: as the role that makes the tables, with the other one let in.
    func openToFill() async throws -> any Database {
        guard driver == .postgres else { return try await openAsOwner() }
        return try await PostgresDatabase.open(ownerAddress, servedBy: "outcomes_server")
    }
}

let moment = Date(timeIntervalSince1970: 1_774_949_400)

func backUp(
    _ database: any Database, to path: String, passphrase: String? = nil, files: [BackupFile] = []
) async throws -> BackupSummary {
    let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0o600)
    defer { close(descriptor) }
    let writer = try BackupWriter(descriptor, path: path, passphrase: passphrase, effort: .forTheMoment)
    return try await WriteBackup(created: moment, program: "1.2.3").run(database, to: writer, files: files)
}

func reading<Value>(
    _ path: String, passphrase: String? = nil, _ body: (BackupReader) async throws -> Value
) async throws -> Value {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    return try await body(BackupReader(descriptor, path: path, passphrase: passphrase))
}

@discardableResult
func restore(
    _ path: String, into database: any Database, passphrase: String? = nil, knowing migrations: [Migration] = library,
    files: Pocket = Pocket()
) async throws -> BackupSummary {
    try await reading(path, passphrase: passphrase) { reader in
        try await RestoreBackup(migrations: migrations).run(reader, into: database, files: files)
    }
}

func bytes(of path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

func write(_ bytes: [UInt8], to path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }

/// What a piece of work was refused with.
func refusal<Value>(_ work: () async throws -> Value) async -> BackupError? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error as? BackupError
    }
}
