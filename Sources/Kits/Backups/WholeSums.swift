import Storage
import Synchronization

/// The table in which a store keeps what was done to its tables.
let historyTable = "migration"

/// What is gathered on a connection's queue.
final class Collected<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    func add(_ value: Value) { values.withLock { $0.append(value) } }

    var all: [Value] { values.withLock { $0 } }
}

extension WholeReading {
    /// How many rows a table has and what they come to.
    func sums(of table: Table) async throws -> BackupSummary.Part {
        let sums = Mutex(Sums())
        try await each(of: table) { row in
            let bytes = RowBytes.bytes(of: row)
            sums.withLock { $0.add(row: bytes) }
        }
        return sums.withLock { BackupSummary.Part(name: table.name, count: $0.count, digest: $0.digest) }
    }

    /// The sums of every table.
    func sums() async throws -> [BackupSummary.Part] {
        var parts: [BackupSummary.Part] = []
        for table in try await tables() { parts.append(try await sums(of: table)) }
        return parts
    }
}
