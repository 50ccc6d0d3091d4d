import CPostgres
import Synchronization

/// A store in a PostgreSQL database: a bounded number of connections write, and others read beside them.
///
/// Whoever writes in a place has the sole right to until the unit of work is over, as on a file; other places go on. Single writes for one
/// place that arrive together share a commit. A commit is on the server's disk when the call returns. Nothing is repeated that may have
/// been kept.
package final class PostgresDatabase: Database {
    private let writers: Lender<PostgresConnection>
    private let readers: Lender<PostgresConnection>
    private let group: GroupCommit<PostgresConnection, PostgresScope>
    private let scope: PostgresScope
    /// The role that is let in to what scripts make; nil where it is our own.
    private let servedBy: String?
    private let rules: SharedRules

    private init(
        writers: Lender<PostgresConnection>, readers: Lender<PostgresConnection>, servedBy: String?
    ) {
        self.writers = writers
        // So few because a server keeps track of 64 parts of a transaction before it becomes slow.
        group = GroupCommit(writers, most: 60) { connection, scope, groups in
            await connection.writeTogether(groups, for: scope)
        }
        self.readers = readers
        scope = .installation
        self.servedBy = servedBy
        rules = SharedRules()
    }

    private init(_ whole: PostgresDatabase, place: String) {
        writers = whole.writers
        readers = whole.readers
        group = whole.group
        servedBy = whole.servedBy
        rules = whole.rules
        scope = .place(place)
    }

    /// Connects to a database that exists.
    ///
    /// - Parameters:
    ///   - address: `postgres://user:password@host/database`, with what else libpq takes behind a question mark, such as `sslmode`.
    ///   - writers: how many units of work may write at the same time, in different places.
    ///   - readers: how many reads may run at the same time.
    ///   - patience: how long to wait for a connection, and for somebody else who writes, before it counts as busy.
    ///   - servedBy: the role that works with the tables which this one makes; nil where it is the same.
    package static func open(
        _ address: String, writers: Int = 4, readers: Int = 6, patience: Duration = .seconds(5), servedBy: String? = nil
    ) async throws(StorageError) -> PostgresDatabase {
        let server = PostgresServer(address: address, patience: patience)
        func connections(_ count: Int, _ role: PostgresConnection.Role) -> Lender<PostgresConnection> {
            Lender((0..<max(1, count)).map { _ in PostgresConnection(server, role) })
        }
        let database = PostgresDatabase(
            writers: connections(writers, .writer), readers: connections(readers, .reader), servedBy: servedBy)
        do {
            _ = try await database.rows("SELECT 1")
            return database
        } catch {
            await database.close()
            throw error
        }
    }

    package func at(_ place: String) -> any Database {
        PostgresDatabase(self, place: place)
    }

    package func rows(_ statement: SQL) async throws(StorageError) -> [Row] {
        try Hold.refuseNesting(on: readers)
        let reader = try await readers.borrow()
        defer { readers.giveBack(reader) }
        return try await reader.rows(statement, for: scope)
    }

    @discardableResult
    package func execute(_ statements: [SQL]) async throws(StorageError) -> [Int] {
        try Hold.refuseNesting(on: writers)
        return try await group.execute(statements, for: scope)
    }

    package func attempt<Value: Sendable>(
        _ body: @Sendable (any Transaction) async throws -> Value
    ) async throws -> Value {
        try await unitOfWork(from: writers) { try await body($0) }
    }

    package func attemptReads<Value: Sendable>(
        _ body: @Sendable (any Reading) async throws -> Value
    ) async throws -> Value {
        try await unitOfWork(from: readers) { try await body($0) }
    }

    package func readWhole<Value: Sendable>(
        _ body: @Sendable (any WholeReading) async throws -> Value
    ) async throws -> Value {
        try await unitOfWork(from: readers) { work in
            try await work.connection.liftLimits(in: work.unit)
            return try await body(PostgresWhole(work: work))
        }
    }

    package func fillWhole<Value: Sendable>(
        _ body: @Sendable (any WholeFilling) async throws -> Value
    ) async throws -> Value {
        try await unitOfWork(from: writers) { work in
            try await work.connection.liftLimits(in: work.unit)
            try await work.connection.script("SET CONSTRAINTS ALL DEFERRED", in: work.unit)
            return try await body(PostgresWhole(work: work))
        }
    }

    private func unitOfWork<Value: Sendable>(
        from lender: Lender<PostgresConnection>, _ body: @Sendable (PostgresTransaction) async throws -> Value
    ) async throws -> Value {
        try Hold.refuseNesting(on: lender)
        let connection = try await lender.borrow()
        defer { lender.giveBack(connection) }
        return try await Hold.during(lender) {
            let work = PostgresTransaction(
                connection: connection, unit: try await connection.begin(for: scope, by: .current), servedBy: servedBy,
                rules: rules)
            let value: Value
            do {
                value = try await body(work)
            } catch {
                await connection.rollback()
                throw error
            }
            try await connection.commit()
            return value
        }
    }

    package func keepTrail(by rules: [AuditRule]) { self.rules.value.withLock { $0 = rules } }

    /// The server's own checksums find a page that was changed past it.
    package func sealRows() {}

    package func changedFromOutside() -> [String] { [] }

    /// Runs one statement that can't stand in a transaction, such as `VACUUM` or `CREATE DATABASE`.
    package func alone(_ text: String) async throws(StorageError) {
        try Hold.refuseNesting(on: writers)
        let writer = try await writers.borrow()
        defer { writers.giveBack(writer) }
        try await writer.alone(text)
    }

    /// The version of libpq that is in use, for the administrator's check.
    package static var libraryVersion: String { PostgresServer.libraryVersion }

    package var pools: [PoolUse] { [readers.use(as: "reader"), writers.use(as: "writer")] }

    package func close() async {
        await group.close()
        for connection in await writers.close() { await connection.close() }
        for connection in await readers.close() { await connection.close() }
    }
}

/// How the audit trail is kept, for the store of the whole installation and those of its places.
final class SharedRules: Sendable {
    let value = Mutex<[AuditRule]>([])
}

/// The right to work on a connection until the unit of work is over.
struct PostgresTransaction: Transaction {
    let connection: PostgresConnection
    let unit: PostgresConnection.Unit
    let servedBy: String?
    let rules: SharedRules

    func rows(_ statement: SQL) async throws(StorageError) -> [Row] {
        try await connection.rows(statement, in: unit)
    }

    func execute(_ statements: [SQL]) async throws(StorageError) -> [Int] {
        try await connection.execute(statements, in: unit)
    }

    func insert(_ rows: NewRows) async throws(StorageError) {
        try await connection.insert(rows, in: unit)
    }

    func script(_ text: String, postgres: String?) async throws(StorageError) {
        // A change to large tables may take its time.
        try await connection.script("SET LOCAL statement_timeout = 0", in: unit)
        try await connection.script(postgres ?? PostgresDialect.render(text), in: unit)
        try await connection.script(PostgresWall.raise(for: servedBy), in: unit)
        try await connection.script(try PostgresTrail.lay(by: rules.value.withLock { $0 }), in: unit)
    }
}
