import Configuration
import FoundationEssentials
import Glibc
import Places
import Storage
import Words

/// Reads the whole database, of whichever kind, and says whether it is sound and what has happened to it past us.
struct DatabaseCheck: Sendable {
    /// So many rows that were changed past us are named.
    private static let mostNamed = 20

    let settings: Settings
    /// Whether every row is compared with the audit trail too.
    let isDeep: Bool

    private let now: @Sendable () -> Date

    init(_ settings: Settings, isDeep: Bool, now: @escaping @Sendable () -> Date = { .now }) {
        self.settings = settings
        self.isDeep = isDeep
        self.now = now
    }

    func findings() async -> [Finding] {
        do throws(StorageError) {
            if let address = settings.database {
                let database = try await PostgresDatabase.open(address.text, writers: 1, readers: 1)
                let findings = await look(at: database) { () throws(StorageError) in
                    try await ServerCheck(database: database).findings()
                }
                await database.close()
                return findings
            }
            let path = DataFolder.database(in: settings.data)
            guard access(path, F_OK) == 0 else {
                return [.notice("database", "is not there yet; the first start makes it")]
            }
            let database = try await SQLiteDatabase.open(path: path, readers: 1)
            let findings = await look(at: database) { permissions(of: path) }
            await database.close()
            return findings
        } catch {
            return [failure("can’t be opened (\(error.code))", error)]
        }
    }

    /// - Parameter more: what else there is to say of it.
    private func look(
        at database: any Database, more: () async throws(StorageError) -> [Finding]
    ) async -> [Finding] {
        do throws(StorageError) {
            let kind = try await more()
            let waiting = try await database.unappliedMigrations(of: Parts.migrations)
            let damage = try await database.damage()
            guard damage.isEmpty else { return kind + [damaged(damage.prefix(3).joined(separator: "; "))] }
            let shape: Finding =
                waiting == 0
                ? .good("database", "is sound and up to date")
                : .notice("database", "is sound; the next start brings its tables up to date")
            guard waiting == 0 else { return kind + [shape] }
            return kind + [shape, try await clock(database)] + (try await places(database))
                + (isDeep ? try await comparison(database) : [])
        } catch {
            return [failure("can’t be read (\(error.code))", error)]
        }
    }

    private func permissions(of path: String) -> [Finding] {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { return [] }
        return [.bad("database", "can be read by other users", mend: "Type: chmod 600 \(path)")]
    }

    /// A clock that was set back shows in what was written before.
    private func clock(_ database: any Database) async throws(StorageError) -> Finding {
        let last = try await database.first("SELECT max(moment) FROM audit") { try $0.column(0, as: Date?.self) }
        let ahead = (last ?? nil).map { $0.timeIntervalSince(now()) } ?? 0
        guard ahead > 60 else { return .good("clock", "is not behind what was written") }
        return .bad(
            "clock", "is \(Int(ahead)) seconds behind what was written last",
            mend: "Set it by a time server: sessions, roles that end and jobs that wait go by it.")
    }

    /// Those with an address of their own.
    private func places(_ database: any Database) async throws(StorageError) -> [Finding] {
        try await PlaceStore(database).all().compactMap { place in
            guard let address = place.address else { return nil }
            return address.isPrivate
                ? .good("place \(place.id)", "is at \(address.description)")
                : .notice(
                    "place \(place.id)", "is at \(address.description), where nobody can sign in: it lacks TLS",
                    mend: "Put a proxy with TLS before it, and type: outcomes place move \(place.id) https://…")
        }
    }

    private func comparison(_ database: any Database) async throws(StorageError) -> [Finding] {
        try await database.keepTrail(by: Parts.migrations.flatMap(\.audit))
        let changed = try await database.changedFromOutside()
        guard !changed.isEmpty else {
            return [
                settings.database == nil
                    ? .good("audit trail", "every row is what the trail says")
                    : .good("audit trail", "is kept by the database itself, for whoever writes")
            ]
        }
        var findings = changed.prefix(Self.mostNamed).map { sentence in
            Finding.bad(
                "audit trail", "\(sentence)",
                mend:
                    "Find out who or what did it. The last good backup has the row as it was; see docs/guides/backup.md."
            )
        }
        if changed.count > Self.mostNamed {
            findings.append(.notice("audit trail", "and \(changed.count - Self.mostNamed) more"))
        }
        return findings
    }

    private func failure(_ state: Phrase, _ error: StorageError) -> Finding {
        if case .corrupt(let detail) = error { return damaged(detail) }
        return .bad("database", state, mend: "See what \(error.code) means in docs/error-codes.md.")
    }

    private func damaged(_ detail: String) -> Finding {
        let copy = settings.database == nil ? DataFolder.database(in: settings.data) : "the database"
        return .bad(
            "database", "is damaged: \(detail)",
            mend: "Stop the server, keep a copy of \(copy), and restore the last backup; see docs/guides/backup.md.")
    }
}
