import CSQLite

/// One connection to a file. All of SQLite's blocking calls happen here.
///
/// The writer, which waits for the disk, and whoever hands out row by row, which waits for the taker, do so on a queue of their own. A
/// reader waits for nobody: beside the log it needs no lock. It works on the thread that asks, since the way to another thread and back
/// costs more than most questions do.
actor SQLiteConnection {
    enum Role { case writer, reader }
    /// The number of a unit of work; what arrives with another number came too late.
    typealias Unit = Int

    private static let mostRows = 1_000_000

    private let queue: QueueExecutor?
    private let anyThread = AnyThread()
    nonisolated var unownedExecutor: UnownedSerialExecutor {
        queue?.asUnownedSerialExecutor() ?? anyThread.unownedExecutor
    }

    private(set) var handle: OpaquePointer?
    private var cache = StatementCache()
    let recorder = ChangeRecorder()
    var trail = SQLiteTrail()
    private var units = 0
    private var unit: Unit?
    private var author = Author.unrecorded
    /// Why the current unit of work can only be undone.
    private var failure: StorageError?
    /// Whether this unit of work, or the last one, adds many rows.
    var (needsRoom, hasRoom) = (false, false)

    init(_ role: Role, waits: Bool) {
        queue = waits ? QueueExecutor(label: "storage.\(role)") : nil
    }

    isolated deinit { close() }

    func open(_ file: SQLiteFile, as role: Role) throws(StorageError) {
        let handle = try file.open(as: role)
        self.handle = handle
        if role == .writer { recorder.listen(to: handle) }
    }

    /// Closes the file. The last connection that closes writes the log back into the file and removes it.
    func close() {
        cache.finalizeAll()
        sqlite3_close_v2(handle)
        handle = nil
    }

    // MARK: Units of work

    func begin(_ role: Role, by author: Author = .unrecorded) throws(StorageError) -> Unit {
        try run(role == .writer ? "BEGIN IMMEDIATE" : "BEGIN")
        self.author = author
        _ = recorder.take()
        units += 1
        unit = units
        failure = nil
        return units
    }

    func commit() throws(StorageError) {
        if let failure {
            rollback()
            throw failure
        }
        do throws(StorageError) {
            try recordChanges(by: author)
            try run("COMMIT")
            unit = nil
        } catch {
            rollback()
            throw error
        }
        giveRoomBack()
    }

    func rollback() {
        unit = nil
        needsRoom = false
        _ = recorder.take()
        // Some failures (a full disk) make SQLite undo everything by itself; there is nothing left to undo then.
        if let handle, sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
    }

    func rows(_ statement: SQL, in unit: Unit? = nil) throws(StorageError) -> [Row] {
        try inUnit(unit) { () throws(StorageError) in try step(statement) }
    }

    func execute(_ statements: [SQL], in unit: Unit) throws(StorageError) -> [Int] {
        try inUnit(unit) { () throws(StorageError) in try change(statements) }
    }

    func script(_ text: String, in unit: Unit) throws(StorageError) {
        recorder.isOn = false
        defer { recorder.isOn = true }
        try inUnit(unit) { () throws(StorageError) in try run(text) }
        trail.forgetShapes()
    }

    func inUnit<Value>(
        _ unit: Unit?, _ work: () throws(StorageError) -> Value
    ) throws(StorageError) -> Value {
        guard unit == self.unit else { throw .closed }
        if unit != nil, let failure { throw failure }
        do {
            return try work()
        } catch {
            if unit != nil { failure = error }
            throw error
        }
    }

    // MARK: Several writes in one commit

    /// Runs each group all or none, and all of them with one wait for the disk.
    func writeTogether(_ groups: [AuthoredWrite]) -> [Result<[Int], StorageError>] {
        guard groups.count > 1 else { return groups.map(writeAlone) }
        do {
            try run("BEGIN IMMEDIATE")
        } catch {
            return groups.map { _ in .failure(error) }
        }
        do {
            var results: [Result<[Int], StorageError>] = []
            for group in groups {
                try run("SAVEPOINT part")
                do throws(StorageError) {
                    let changes = try change(group.statements)
                    try recordChanges(by: group.author)
                    results.append(.success(changes))
                } catch {
                    _ = recorder.take()
                    results.append(.failure(error))
                    try run("ROLLBACK TO part")
                }
                try run("RELEASE part")
            }
            try run("COMMIT")
            giveRoomBack()
            return results
        } catch {
            rollback()
            // What one group does (a deferred key, a full disk) must not fail the others: now each for itself.
            return groups.map(writeAlone)
        }
    }

    private func writeAlone(_ group: AuthoredWrite) -> Result<[Int], StorageError> {
        do throws(StorageError) {
            try run("BEGIN IMMEDIATE")
            let changes = try change(group.statements)
            try recordChanges(by: group.author)
            try run("COMMIT")
            giveRoomBack()
            return .success(changes)
        } catch {
            rollback()
            return .failure(error)
        }
    }

    // MARK: The log

    /// Writes the whole log into the file and cuts it to nothing; false where a reader still needs it.
    func emptyLog() throws(StorageError) -> Bool {
        let row = try step("PRAGMA wal_checkpoint(TRUNCATE)").first
        return try row?.column(0, as: Int.self) == 0
    }

    // MARK: Statements

    private func change(_ statements: [SQL]) throws(StorageError) -> [Int] {
        var changes: [Int] = []
        for statement in statements {
            let before = sqlite3_total_changes64(handle)
            _ = try step(statement)
            // A statement that changes no rows (CREATE TABLE) leaves the last count standing, hence the comparison.
            changes.append(sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle)))
        }
        return changes
    }

    func run(_ text: String) throws(StorageError) {
        guard let handle else { throw .closed }
        let code = sqlite3_exec(handle, text, nil, nil, nil)
        guard code == SQLITE_OK else { throw problem(code) }
    }

    func step(_ sql: SQL) throws(StorageError) -> [Row] {
        guard sql.values.count <= SQL.mostValues else { throw .tooLarge }
        let statement = try prepared(sql.text())
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        guard sqlite3_bind_parameter_count(statement) == sql.values.count else {
            throw .statement(detail: "the statement has placeholders of its own")
        }
        for (index, value) in sql.values.enumerated() {
            try bind(value, to: statement, at: Int32(index + 1))
        }
        var rows: [Row] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                guard rows.count < Self.mostRows else { throw .tooLarge }
                rows.append(try Row(current: statement))
            case SQLITE_DONE: return rows
            case let code: throw problem(code)
            }
        }
    }

    func prepared(_ text: String) throws(StorageError) -> OpaquePointer {
        guard let handle else { throw .closed }
        if let statement = cache.find(text) { return statement }
        var statement: OpaquePointer?
        var hasMore = false
        let code = text.withCString { start in
            var rest: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(handle, start, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, &rest)
            hasMore = rest.map { String(cString: $0).contains { !$0.isWhitespace } } ?? false
            return code
        }
        guard code == SQLITE_OK else { throw problem(code) }
        guard let statement else { throw .statement(detail: "the statement is empty") }
        guard !hasMore else {
            sqlite3_finalize(statement)
            throw .statement(detail: "there is more than one statement")
        }
        cache.keep(statement, for: text)
        return statement
    }

    func bind(_ value: SQL.Value, to statement: OpaquePointer, at index: Int32) throws(StorageError) {
        let code: Int32
        switch value {
        case .null: code = sqlite3_bind_null(statement, index)
        case .integer(let number): code = sqlite3_bind_int64(statement, index, number)
        case .text(var text):
            code = text.withUTF8 { bytes in
                guard !bytes.contains(0) else { return SQLITE_MISUSE }
                return bytes.withMemoryRebound(to: CChar.self) { characters in
                    guard let start = characters.baseAddress else {
                        return io_sqlite3_bind_text(statement, index, "", 0)
                    }
                    return io_sqlite3_bind_text(statement, index, start, UInt64(characters.count))
                }
            }
            guard code != SQLITE_MISUSE else { throw .unstorable }
        case .bytes(let bytes):
            code =
                bytes.isEmpty
                ? sqlite3_bind_zeroblob(statement, index, 0)
                : bytes.withUnsafeBytes { io_sqlite3_bind_blob(statement, index, $0.baseAddress, UInt64($0.count)) }
        }
        guard code == SQLITE_OK else { throw problem(code) }
    }

    func problem(_ code: Int32) -> StorageError {
        guard let handle else { return .closed }
        return StorageError(code: code, detail: String(cString: sqlite3_errmsg(handle)))
    }
}

/// Lends the executor that actors have by themselves: a task which finds it free goes on where it is.
private actor AnyThread {}
