import Backups
import FoundationEssentials
import Glibc
import Storage
import Synchronization

/// Writes pairs of rows until it is killed, and says each number on standard output once the store has acknowledged it. Another run looks at
/// what is there. For the fault tests, which kill it, fill its disk, and take its server away.
///
///     FaultWriter write ADDRESS     pairs with growing numbers, until something fails: then it says why and ends with 3
///     FaultWriter backup ADDRESS FILE     says every number that is there, and then writes a backup
///     FaultWriter restore ADDRESS FILE    restores it
///     FaultWriter look ADDRESS      says "open" when the store is open, then every number of which both halves are there, and what is wrong
@main
struct FaultWriter {
    static let migrations = [
        Migration(
            1, "pairs",
            """
            CREATE TABLE pair (place TEXT NOT NULL, number INTEGER NOT NULL, half TEXT NOT NULL, filler TEXT NOT NULL,
                PRIMARY KEY (place, number, half)) STRICT;
            """), AuditMigration.migration,
    ]
    private static let place = "leeds"

    static func main() async {
        let words = CommandLine.arguments
        guard words.count >= 3 else { exit(64) }
        do {
            let database = try await open(words[2])
            switch words[1] {
            case "restore":
                try await file(words[3], O_RDONLY) { descriptor in
                    let reader = BackupReader(descriptor, path: words[3], passphrase: nil)
                    _ = try await RestoreBackup(migrations: migrations).run(reader, into: database, files: NoFiles())
                }
            case "backup":
                try await sayNumbers(in: database)
                try await file(words[3], O_WRONLY | O_CREAT | O_TRUNC) { descriptor in
                    let writer = try BackupWriter(descriptor, path: words[3], passphrase: nil)
                    let writing = WriteBackup(created: Date(timeIntervalSince1970: 0), program: "1")
                    _ = try await writing.run(database, to: writer, files: [])
                }
            case "write":
                try await database.migrate(migrations)
                say("open")
                try await write(to: database)
            default:
                try await database.migrate(migrations)
                say("open")
                try await look(at: database)
            }
            await database.close()
        } catch {
            say("error \((error as? StorageError)?.code ?? "") \(error)")
            exit(3)
        }
    }

    private static func open(_ address: String) async throws(StorageError) -> any Database {
        address.contains("://")
            ? try await PostgresDatabase.open(address) : try await SQLiteDatabase.open(path: address)
    }

    private static func file(_ path: String, _ flags: Int32, _ body: @Sendable (Int32) async throws -> Void)
        async throws
    {
        let descriptor = Glibc.open(path, flags, 0o600)
        guard descriptor >= 0 else { throw StorageError.device(detail: "\(path) can't be opened") }
        defer { Glibc.close(descriptor) }
        try await body(descriptor)
    }

    /// Eight at a time, half of them as transactions and half as single writes that share a commit.
    private static func write(to database: any Database) async throws(StorageError) {
        let last = try await database.first("SELECT coalesce(max(number), 0) FROM pair") {
            try $0.column(0, as: Int.self)
        }
        let next = Numbers(from: (last ?? 0) + 1)
        let filler = String(repeating: "x", count: 400)
        let failure: StorageError? = await withTaskGroup { group in
            for writer in 0..<8 {
                group.addTask {
                    do throws(StorageError) {
                        while true {
                            let number = next.take()
                            let halves: [SQL] = ["left", "right"].map { half in
                                "INSERT INTO pair VALUES (\(place), \(number), \(half), \(filler))"
                            }
                            if writer.isMultiple(of: 2) {
                                try await database.at(place).execute(halves)
                            } else {
                                try await database.at(place).transaction { transaction in
                                    for half in halves { try await transaction.execute(half) }
                                }
                            }
                            say("\(number)")
                        }
                    } catch {
                        return error
                    }
                }
            }
            var first: StorageError?
            for await error in group { first = first ?? error }
            return first
        }
        if let failure { throw failure }
    }

    private static func look(at database: any Database) async throws(StorageError) {
        try await sayNumbers(in: database)
        let entries = try await database.first(
            """
            SELECT (SELECT count(*) FROM pair) - count(*) FROM audit WHERE table_name = 'pair' AND operation = 'added'
            """
        ) { try $0.column(0, as: Int.self) }
        if entries != 0 { say("wrong: the audit trail differs by \(entries ?? -1) entries") }
        for damage in try await database.damage() { say("wrong: \(damage)") }
    }

    private static func sayNumbers(in database: any Database) async throws(StorageError) {
        var last = 0
        while true {
            let numbers = try await database.rows(
                """
                SELECT number, count(*) FROM pair WHERE place = \(place) AND number > \(last)
                GROUP BY number ORDER BY number LIMIT 100000
                """
            ) { row in (number: try row.column(0, as: Int.self), halves: try row.column(1, as: Int.self)) }
            for row in numbers { say(row.halves == 2 ? "\(row.number)" : "half \(row.number)") }
            guard let end = numbers.last else { return }
            last = end.number
        }
    }

    /// One call a line, so that a kill leaves whole lines only, or a last one without its end.
    private static func say(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = Glibc.write(1, bytes, bytes.count)
    }
}

private final class Numbers: Sendable {
    private let next: Mutex<Int>

    init(from first: Int) { next = Mutex(first) }

    func take() -> Int {
        next.withLock { next in
            defer { next += 1 }
            return next
        }
    }
}

private struct NoFiles: FileTaker {
    func begin(_ name: String) {}
    func add(_ bytes: [UInt8]) {}
    func end() {}
    func place() {}
}
