import CSQLite

/// A store in one SQLite file: one connection writes, a few read beside it.
///
/// Single writes that arrive together share a commit. A commit is on the disk when the call returns.
package final class SQLiteDatabase: Database {
    private let writer: Lender<SQLiteConnection>
    private let readers: Lender<SQLiteConnection>
    private let wholeReader: Lender<SQLiteConnection>
    /// There is one file to write, and so one scope.
    private let group: GroupCommit<SQLiteConnection, Bool>

    private init(writer: SQLiteConnection, readers: [SQLiteConnection], wholeReader: SQLiteConnection) {
        self.writer = Lender([writer])
        self.readers = Lender(readers)
        self.wholeReader = Lender([wholeReader])
        group = GroupCommit(self.writer, most: 256) { connection, _, groups in
            await connection.writeTogether(groups)
        }
    }

    /// Opens the file, or makes it in a folder that exists, readable by its owner only.
    ///
    /// - Parameters:
    ///   - readers: how many reads may run at the same time, at least one.
    ///   - patience: how long another program may hold the file before it counts as busy.
    package static func open(
        path: String, readers count: Int = 3, patience: Duration = .seconds(5)
    ) async throws(StorageError) -> SQLiteDatabase {
        let file = SQLiteFile(path: path, patience: patience)
        let writer = SQLiteConnection(.writer, waits: true)
        try await writer.open(file, as: .writer)
        var readers: [SQLiteConnection] = []
        for _ in 0..<max(1, count) {
            let reader = SQLiteConnection(.reader, waits: false)
            try await reader.open(file, as: .reader)
            readers.append(reader)
        }
        let wholeReader = SQLiteConnection(.reader, waits: true)
        try await wholeReader.open(file, as: .reader)
        return SQLiteDatabase(writer: writer, readers: readers, wholeReader: wholeReader)
    }

    /// Every program that can open the file can read all of it, so there is no second wall between places here.
    package func at(_ place: String) -> any Database { self }

    package func rows(_ statement: SQL) async throws(StorageError) -> [Row] {
        try Hold.refuseNesting(on: readers)
        let reader = try await readers.borrow()
        defer { readers.giveBack(reader) }
        return try await reader.rows(statement)
    }

    @discardableResult
    package func execute(_ statements: [SQL]) async throws(StorageError) -> [Int] {
        try Hold.refuseNesting(on: writer)
        return try await group.execute(statements, for: true)
    }

    package func attempt<Value: Sendable>(
        _ body: @Sendable (any Transaction) async throws -> Value
    ) async throws -> Value {
        try await unitOfWork(.writer, from: writer) { try await body($0) }
    }

    package func attemptReads<Value: Sendable>(
        _ body: @Sendable (any Reading) async throws -> Value
    ) async throws -> Value {
        try await unitOfWork(.reader, from: readers) { try await body($0) }
    }

    package func readWhole<Value: Sendable>(
        _ body: @Sendable (any WholeReading) async throws -> Value
    ) async throws -> Value {
        try await unitOfWork(.reader, from: wholeReader) { try await body(SQLiteWhole(work: $0)) }
    }

    package func fillWhole<Value: Sendable>(
        _ body: @Sendable (any WholeFilling) async throws -> Value
    ) async throws -> Value {
        try await unitOfWork(.writer, from: writer) { work in
            // Rows may come before those that they point to: what points nowhere is found when all are there.
            try await work.script("PRAGMA defer_foreign_keys = ON")
            return try await body(SQLiteWhole(work: work))
        }
    }

    private func unitOfWork<Value: Sendable>(
        _ role: SQLiteConnection.Role, from lender: Lender<SQLiteConnection>,
        _ body: @Sendable (SQLiteTransaction) async throws -> Value
    ) async throws -> Value {
        try Hold.refuseNesting(on: lender)
        let connection = try await lender.borrow()
        defer { lender.giveBack(connection) }
        return try await Hold.during(lender) {
            let work = SQLiteTransaction(
                connection: connection, unit: try await connection.begin(role, by: .current))
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

    package func damage() async throws(StorageError) -> [String] {
        let lines = try await rows("PRAGMA quick_check(20)") { try $0.column(0, as: String.self) }
        let orphans = try await rows("SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check") { row in
            "\(try row.column(0) as String): a row points to a row of \(try row.column(1) as String) that is not there"
        }
        return lines.filter { $0 != "ok" } + orphans
    }

    /// In the file itself, removed content is overwritten (`secure_delete`); in the write-ahead log it would stay until the log is
    /// written over from its beginning, which on a quiet installation may take months.
    @discardableResult
    package func forgetRemoved() async throws(StorageError) -> Bool {
        try await withWriter { connection throws(StorageError) in try await connection.emptyLog() }
    }

    package func keepTrail(by rules: [AuditRule]) async throws(StorageError) {
        try await withWriter { connection throws(StorageError) in await connection.keepTrail(by: rules) }
    }

    package func sealRows() async throws(StorageError) {
        try await withWriter { connection throws(StorageError) in try await connection.sealRows() }
    }

    package func changedFromOutside() async throws(StorageError) -> [String] {
        try await withWriter { connection throws(StorageError) in try await connection.changedFromOutside() }
    }

    private func withWriter<Value: Sendable>(
        _ work: (SQLiteConnection) async throws(StorageError) -> Value
    ) async throws(StorageError) -> Value {
        try Hold.refuseNesting(on: writer)
        let connection = try await writer.borrow()
        defer { writer.giveBack(connection) }
        return try await work(connection)
    }

    /// The version of SQLite that is in use, for the administrator's check.
    package static var libraryVersion: String { String(cString: sqlite3_libversion()) }

    package var pools: [PoolUse] { [readers.use(as: "reader"), writer.use(as: "writer")] }

    package func close() async {
        await group.close()
        for lender in [readers, wholeReader] {
            for connection in await lender.close() { await connection.close() }
        }
        for connection in await writer.close() { await connection.close() }
    }
}

/// The right to work on a connection until the unit of work is over.
struct SQLiteTransaction: Transaction {
    let connection: SQLiteConnection
    let unit: SQLiteConnection.Unit

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
        try await connection.script(text, in: unit)
    }
}
