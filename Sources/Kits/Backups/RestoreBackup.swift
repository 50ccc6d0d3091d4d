package import Storage

/// Where the files of a backup go. They are kept aside until all is well.
package protocol FileTaker: Sendable {
    func begin(_ name: String) throws(BackupError)
    func add(_ bytes: [UInt8]) throws(BackupError)
    func end() throws(BackupError)
    /// Puts what was kept aside in its place.
    func place() throws(BackupError)
}

/// Takes a backup into an empty store: everything, or nothing.
package struct RestoreBackup: Sendable {
    let migrations: [Migration]

    /// - Parameter migrations: all that this program knows. A backup of an earlier version is taken in as it is, and then brought up to
    ///   date.
    package init(migrations: [Migration]) {
        self.migrations = migrations
    }

    /// Reads a backup to its end and compares it with the sums in it; nothing is kept.
    package static func check(_ reader: BackupReader) async throws(BackupError) -> (BackupHeader, BackupSummary) {
        var header: BackupHeader?
        while true {
            switch try await reader.nextElsewhere() {
            case .header(let found): header = found
            case .end:
                guard let header else { throw .damaged(detail: "it has no header") }
                return (header, reader.summary)
            default: continue
            }
        }
    }

    /// - Parameters:
    ///   - database: opened by the role that may make tables.
    ///   - beforeItCounts: the last word, with the sums of every table, before it all becomes true.
    package func run(
        _ reader: BackupReader, into database: any Database, files: any FileTaker,
        beforeItCounts: @Sendable (BackupSummary) async throws -> Void = { _ in }
    ) async throws(BackupError) -> BackupSummary {
        guard case .header(let header) = try await reader.nextElsewhere() else {
            throw .damaged(detail: "it doesn’t begin with its header")
        }
        let theirs = try known(header)
        do {
            try await refuseNewerTables(of: database, than: theirs)
            try await database.migrate(theirs)
            let summary = try await Author.$current.withValue(.unrecorded) {
                try await database.fillWhole { whole in
                    try await refuseRows(in: whole)
                    try await fill(whole, from: reader, files: files)
                    try await compare(whole, with: reader.summary)
                    try await beforeItCounts(reader.summary)
                    try files.place()
                    return reader.summary
                }
            }
            try await database.migrate(migrations)
            // A trail that was kept by the other kind of database doesn't say yet what each row comes to.
            try await database.sealRows()
            return summary
        } catch {
            throw BackupError(from: error)
        }
    }

    /// The migrations that made the tables of the backup.
    private func known(_ header: BackupHeader) throws(BackupError) -> [Migration] {
        var made: [Migration] = []
        for applied in header.migrations {
            guard let migration = migrations.first(where: { $0.number == applied.number }) else {
                throw .newer(migration: applied.number)
            }
            guard migration.checksum == applied.checksum else {
                throw .otherTables(detail: "change \(applied.number) is another one")
            }
            made.append(migration)
        }
        guard !made.isEmpty else { throw .otherTables(detail: "it has none") }
        return made
    }

    private func refuseNewerTables(of database: any Database, than theirs: [Migration]) async throws(BackupError) {
        do throws(StorageError) {
            _ = try await database.unappliedMigrations(of: theirs)
        } catch {
            guard case .newer = error else { throw .storage(error) }
            throw .notEmpty(what: "tables newer than those of the backup")
        }
    }

    private func refuseRows(in whole: any WholeFilling) async throws {
        for table in try await whole.tables() where table.name != historyTable {
            try await whole.each(of: table) { _ in throw BackupError.notEmpty(what: "rows in the table \(table.name)") }
        }
    }

    private func fill(
        _ whole: any WholeFilling, from reader: BackupReader, files: any FileTaker
    ) async throws {
        let tables = try await whole.tables()
        var waiting = Set(tables.map(\.name))
        while true {
            switch try await reader.nextElsewhere() {
            case .file(let name): try files.begin(name)
            case .piece(let bytes): try files.add(bytes)
            case .endOfPart: try files.end()
            case .table(let name, let columns):
                guard let table = tables.first(where: { $0.name == name }), waiting.remove(name) != nil else {
                    throw BackupError.otherTables(detail: "the table \(name) is not known here")
                }
                guard table.columns == columns else {
                    throw BackupError.otherTables(detail: "the columns of \(name)")
                }
                if name == historyTable {
                    // It was written as the tables were made, and is compared with the others at the end.
                    while case .row = try await reader.nextElsewhere() {}
                } else {
                    try await whole.fill(table) { try reader.nextRow() }
                }
            case .end:
                guard let lacking = waiting.min() else { return }
                throw BackupError.otherTables(detail: "the table \(lacking) is missing")
            case .header, .row: throw BackupError.damaged(detail: "a record out of its order")
            }
        }
    }

    /// Reads back what was written.
    private func compare(_ whole: any WholeFilling, with summary: BackupSummary) async throws {
        for table in try await whole.tables() {
            let kept = try await whole.sums(of: table)
            guard summary.tables.contains(kept) else {
                throw BackupError.damaged(detail: "the table \(table.name) reads back differently")
            }
        }
    }
}
