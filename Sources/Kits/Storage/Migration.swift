import Crypto

/// One numbered change to the tables. Never edited after release: what was applied is recorded with its checksum.
///
/// Numbers run across the whole program; each module contributes its own.
package struct Migration: Sendable, Equatable {
    package let number: Int
    package let name: String
    /// Written as for SQLite, and run by every database that has no text of its own.
    package let sql: String
    /// What PostgreSQL runs instead, where the common text can't say it.
    package let postgres: String?

    /// How changes of these tables are kept in the audit trail; not part of what was applied, so that it may be changed.
    package let audit: [AuditRule]

    package init(
        _ number: Int, _ name: String, _ sql: String, postgres: String? = nil, audit: [AuditRule] = []
    ) {
        self.number = number
        self.name = name
        self.sql = sql
        self.postgres = postgres
        self.audit = audit
    }

    /// The same on every database, so that a store can be moved from one to another.
    package var checksum: String { hex(sha256(Array((sql + (postgres.map { "\u{0}" + $0 } ?? "")).utf8))) }
}

extension Database {
    /// Applies the migrations that are missing, each in one transaction. Several programs may start at the same time:
    /// each migration is looked up again under the right to write, so only one of them applies it.
    ///
    /// - Throws: ``StorageError/newer(migration:)`` where the store knows a migration that this program does not;
    ///   ``StorageError/migration(number:detail:)`` where one was changed, has a number used twice or comes too late.
    package func migrate(_ migrations: [Migration]) async throws(StorageError) {
        let ordered = migrations.sorted { $0.number < $1.number }
        for (earlier, later) in zip(ordered, ordered.dropFirst()) where earlier.number == later.number {
            throw .migration(number: later.number, detail: "two migrations have this number")
        }
        try await keepTrail(by: ordered.flatMap(\.audit))
        try await transaction { transaction in
            try await transaction.script(history)
            _ = try await lastApplied(of: ordered, in: transaction)
        }
        var hasApplied = false
        for migration in ordered {
            let isNew = try await transaction { transaction in
                try await apply(migration, of: ordered, in: transaction)
            }
            hasApplied = hasApplied || isNew
        }
        if hasApplied { try await sealRows() }
    }
}

extension Database {
    /// How many of these migrations the store still lacks. It changes nothing.
    ///
    /// - Throws: as ``migrate(_:)`` does for a store that is newer or not what these migrations made.
    package func unappliedMigrations(of known: [Migration]) async throws(StorageError) -> Int {
        do {
            let last = try await lastApplied(of: known, in: self)
            return known.count { $0.number > last }
        } catch {
            // A store without the table of migrations has had none.
            guard case .statement = error else { throw error }
            return known.count
        }
    }
}

/// The one table that belongs to no place of people: its place is the installation itself.
private let history = """
    CREATE TABLE IF NOT EXISTS migration (
        place TEXT NOT NULL,
        number INTEGER NOT NULL,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        PRIMARY KEY (place, number)
    ) STRICT
    """
private let installation = "installation"

/// False where it was applied before.
private func apply(
    _ migration: Migration, of known: [Migration], in transaction: any Transaction
) async throws(StorageError) -> Bool {
    let last = try await lastApplied(of: known, in: transaction)
    guard migration.number > last else { return false }
    try await transaction.script(migration.sql, postgres: migration.postgres)
    try await transaction.execute(
        """
        INSERT INTO migration (place, number, name, checksum)
        VALUES (\(installation), \(migration.number), \(migration.name), \(migration.checksum))
        """)
    return true
}

/// The number of the last migration that was applied, 0 for none, after comparing all that were with those known.
private func lastApplied(of known: [Migration], in transaction: any Reading) async throws(StorageError) -> Int {
    let applied = try await transaction.rows(
        "SELECT number, checksum FROM migration WHERE place = \(installation) ORDER BY number"
    ) { row in
        (number: try row.column(0, as: Int.self), checksum: try row.column(1, as: String.self))
    }
    for entry in applied {
        guard let same = known.first(where: { $0.number == entry.number }) else {
            throw .newer(migration: entry.number)
        }
        guard same.checksum == entry.checksum else {
            throw .migration(number: entry.number, detail: "it was changed after it was applied")
        }
    }
    let last = applied.last?.number ?? 0
    // One that was put in before others later: a new store and this one would no longer be the same.
    for migration in known where migration.number <= last {
        guard applied.contains(where: { $0.number == migration.number }) else {
            throw .migration(number: migration.number, detail: "number \(last) was applied before it")
        }
    }
    return last
}
