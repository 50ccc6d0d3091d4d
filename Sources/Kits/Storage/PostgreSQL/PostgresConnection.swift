import CPostgres

/// One connection to a server. All of libpq's blocking calls happen here, on a queue of their own. A connection that broke is made
/// anew when it is next used.
actor PostgresConnection {
    enum Role { case writer, reader }
    /// The number of a unit of work; what arrives with another number came too late.
    typealias Unit = Int

    private static let mostRows = 1_000_000

    private let executor: QueueExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let server: PostgresServer
    private let role: Role
    private var handle: OpaquePointer?
    private var isClosed = false
    private var statements = PreparedStatements()
    /// For whom reads outside a unit of work are at present.
    private var scope: PostgresScope?
    private var units = 0
    private var unit: Unit?
    /// Why the current unit of work can only be undone.
    private var failure: StorageError?

    init(_ server: PostgresServer, _ role: Role) {
        self.server = server
        self.role = role
        executor = QueueExecutor(label: "storage.postgres.\(role)")
    }

    isolated deinit { disconnect() }

    func close() {
        isClosed = true
        disconnect()
    }

    private func disconnect() {
        PQfinish(handle)
        handle = nil
        statements = PreparedStatements()
        scope = nil
    }

    /// Runs what may be run twice, on a new connection where the one that was there broke meanwhile: the server was started anew, or
    /// a firewall has forgotten it.
    private func reconnecting<Value>(
        _ work: (OpaquePointer) throws(StorageError) -> Value
    ) throws(StorageError) -> Value {
        guard !isClosed else { throw .closed }
        if let handle {
            do {
                return try work(handle)
            } catch {
                guard case .unreachable = error else { throw error }
                disconnect()
            }
        }
        let handle = try server.connect(as: role)
        self.handle = handle
        return try work(handle)
    }

    // MARK: Units of work

    func begin(for scope: PostgresScope, by author: Author = .unrecorded) throws(StorageError) -> Unit {
        let settings = try scope.settings(isLocal: true)
        let text =
            role == .writer
            ? "BEGIN; \(settings); \(try author.setting()); \(try scope.lock())"
            : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; \(settings)"
        do {
            try reconnecting { handle throws(StorageError) in try run(text, over: handle) }
        } catch {
            rollback()
            throw error
        }
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
            let handle = try opened()
            guard PQtransactionStatus(handle) == PQTRANS_INTRANS || PQstatus(handle) != CONNECTION_OK else {
                throw .statement(detail: "the unit of work was ended from within")
            }
            try run("COMMIT", over: handle)
            unit = nil
        } catch {
            rollback()
            if case .unreachable = error { throw .uncertain }
            throw error
        }
    }

    func rollback() {
        unit = nil
        guard let handle, PQtransactionStatus(handle) != PQTRANS_IDLE else { return }
        // What can't be undone by a word is undone by leaving.
        do { try run("ROLLBACK", over: handle) } catch { disconnect() }
    }

    /// Reads outside a unit of work.
    func rows(_ statement: SQL, for scope: PostgresScope) throws(StorageError) -> [Row] {
        try reconnecting { handle throws(StorageError) in
            if self.scope != scope {
                self.scope = nil
                try run(try scope.settings(isLocal: false), over: handle)
                self.scope = scope
            }
            return try step(statement, over: handle).rows
        }
    }

    func rows(_ statement: SQL, in unit: Unit) throws(StorageError) -> [Row] {
        try inUnit(unit) { handle throws(StorageError) in try step(statement, over: handle).rows }
    }

    func execute(_ statements: [SQL], in unit: Unit) throws(StorageError) -> [Int] {
        try inUnit(unit) { handle throws(StorageError) in
            var changes: [Int] = []
            for statement in statements { changes.append(try step(statement, over: handle).changes) }
            return changes
        }
    }

    func script(_ text: String, in unit: Unit) throws(StorageError) {
        try inUnit(unit) { handle throws(StorageError) in try run(text, over: handle) }
    }

    /// Runs one statement that can't stand in a transaction, for as long as it takes.
    func alone(_ text: String) throws(StorageError) {
        try reconnecting { handle throws(StorageError) in try run("SET statement_timeout = 0", over: handle) }
        // The connection that is left takes up its limits again when it is made anew.
        defer { disconnect() }
        try run(text, over: try opened())
    }

    /// Whether the unit of work can go on once a part of it that failed was undone; it does then.
    func goesOn() -> Bool {
        guard let handle, [PQTRANS_INERROR, PQTRANS_INTRANS].contains(PQtransactionStatus(handle)) else { return false }
        failure = nil
        return true
    }

    func inUnit<Value>(
        _ unit: Unit, _ work: (OpaquePointer) throws(StorageError) -> Value
    ) throws(StorageError) -> Value {
        guard unit == self.unit else { throw .closed }
        if let failure { throw failure }
        do {
            return try work(try opened())
        } catch {
            failure = error
            throw error
        }
    }

    private func opened() throws(StorageError) -> OpaquePointer {
        guard !isClosed else { throw .closed }
        guard let handle else { throw .unreachable(detail: "the connection broke") }
        return handle
    }

    // MARK: Statements

    func run(_ text: String, over handle: OpaquePointer) throws(StorageError) {
        guard !text.utf8.contains(0) else { throw .unstorable }
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        default: throw StorageError(result: result, of: handle)
        }
    }

    private func step(_ sql: SQL, over handle: OpaquePointer) throws(StorageError) -> (rows: [Row], changes: Int) {
        try step(sql.text(placeholder: "$"), try PostgresParameters(sql.values), over: handle)
    }

    @discardableResult
    func step(
        _ text: String, _ parameters: PostgresParameters, over handle: OpaquePointer
    ) throws(StorageError) -> (rows: [Row], changes: Int) {
        let key = PreparedStatements.Key(text: text, types: parameters.types)
        let name = try prepared(key, over: handle)
        guard parameters.send(name, over: handle) else { throw StorageError(result: nil, of: handle) }
        PQsetSingleRowMode(handle)
        do {
            return try collect(from: handle)
        } catch {
            // A plan that no longer fits the tables is made anew the next time.
            if case .statement = error { _ = statements.forget(key) }
            throw error
        }
    }

    /// Takes all that the server answers, whatever comes, so that the next question gets its own answer.
    private func collect(from handle: OpaquePointer) throws(StorageError) -> (rows: [Row], changes: Int) {
        var rows: [Row] = []
        var changes = 0
        var failure: StorageError?
        while let result = PQgetResult(handle) {
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_SINGLE_TUPLE:
                guard failure == nil else { continue }
                do throws(StorageError) {
                    guard rows.count < Self.mostRows else { throw .tooLarge }
                    rows.append(try Row(result, row: 0))
                } catch {
                    failure = error
                    cancel(handle)
                }
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: changes = Self.changes(result)
            case PGRES_EMPTY_QUERY: failure = .statement(detail: "the statement is empty")
            default: failure = failure ?? StorageError(result: result, of: handle)
            }
        }
        if let failure { throw failure }
        guard PQstatus(handle) == CONNECTION_OK else { throw .unreachable(detail: "the connection broke") }
        return (rows, changes)
    }

    /// Tells the server that the rest of an answer isn't wanted.
    func cancel(_ handle: OpaquePointer) {
        let cancel = PQgetCancel(handle)
        defer { PQfreeCancel(cancel) }
        var words = [CChar](repeating: 0, count: 256)
        PQcancel(cancel, &words, Int32(words.count))
    }

    /// How many rows were changed; those that were only read don't count.
    private static func changes(_ result: OpaquePointer) -> Int {
        let command = String(cString: PQcmdStatus(result))
        guard ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(where: command.hasPrefix) else { return 0 }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    private func prepared(_ key: PreparedStatements.Key, over handle: OpaquePointer) throws(StorageError) -> String {
        if let name = statements.find(key) { return name }
        if let old = statements.makeRoom() { try run("DEALLOCATE \(old)", over: handle) }
        guard !key.text.utf8.contains(0) else { throw .unstorable }
        let name = statements.newName()
        let result = PQprepare(handle, name, key.text, Int32(key.types.count), key.types)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw StorageError(result: result, of: handle) }
        statements.keep(name, for: key)
        return name
    }
}
