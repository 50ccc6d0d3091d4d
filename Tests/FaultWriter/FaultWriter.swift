import Glibc
import Storage
import Synchronization

/// Writes pairs of rows until it is killed, and says each number on standard output once the store has acknowledged it. Another run looks at
/// what is there. For the fault tests, which kill it, fill its disk, and take its server away.
///
///     FaultWriter write ADDRESS     pairs with growing numbers, until something fails: then it says why and ends with 3
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
        guard words.count == 3, ["write", "look"].contains(words[1]) else { exit(64) }
        do throws(StorageError) {
            let database = try await open(words[2])
            say("open")
            if words[1] == "write" { try await write(to: database) } else { try await look(at: database) }
            await database.close()
        } catch {
            say("error \(error.code) \(error)")
            exit(3)
        }
    }

    private static func open(_ address: String) async throws(StorageError) -> any Database {
        let database: any Database =
            address.contains("://")
            ? try await PostgresDatabase.open(address) : try await SQLiteDatabase.open(path: address)
        try await database.migrate(migrations)
        return database
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
        var last = 0
        while true {
            let numbers = try await database.rows(
                """
                SELECT number, count(*) FROM pair WHERE place = \(place) AND number > \(last)
                GROUP BY number ORDER BY number LIMIT 100000
                """
            ) { row in (number: try row.column(0, as: Int.self), halves: try row.column(1, as: Int.self)) }
            for row in numbers { say(row.halves == 2 ? "\(row.number)" : "half \(row.number)") }
            guard let end = numbers.last else { break }
            last = end.number
        }
        let entries = try await database.first(
            """
            SELECT (SELECT count(*) FROM pair) - count(*) FROM audit WHERE table_name = 'pair' AND operation = 'added'
            """
        ) { try $0.column(0, as: Int.self) }
        if entries != 0 { say("wrong: the audit trail differs by \(entries ?? -1) entries") }
        for damage in try await database.damage() { say("wrong: \(damage)") }
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
