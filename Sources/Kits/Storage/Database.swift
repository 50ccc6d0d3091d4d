/// Something that answers questions: a database (what is committed) or a transaction (its own changes too).
package protocol Reading: Sendable {
    /// All rows of the answer. On a database, a statement that changes something is refused as `readOnly`.
    func rows(_ statement: SQL) async throws(StorageError) -> [Row]
}

/// Something that can also be changed.
package protocol Writing: Reading {
    /// Runs the statements in order, all or none, and gives how many rows each changed.
    @discardableResult
    func execute(_ statements: [SQL]) async throws(StorageError) -> [Int]

    /// Adds the rows, all or none, many times quicker than a statement for each.
    func insert(_ rows: NewRows) async throws(StorageError)
}

/// One unit of work: everything in it becomes true together, or nothing does.
///
/// After a statement has failed the transaction takes no other, and is undone even where the error was caught: so do
/// all databases, or some would keep half of the work.
package protocol Transaction: Writing {
    /// Runs several statements that make or change tables, for migrations.
    ///
    /// - Parameter postgres: what PostgreSQL runs instead, where the common text can't say it. The common text is written as for
    ///   SQLite; PostgreSQL's types are put in by the driver.
    func script(_ text: String, postgres: String?) async throws(StorageError)
}

extension Transaction {
    package func script(_ text: String) async throws(StorageError) { try await script(text, postgres: nil) }
}

/// A store for everything. One implementation for each kind of database, all under the same tests.
package protocol Database: Writing {
    /// The same store for the work of one place: where the database can tell, rows of other places are neither seen nor
    /// touched, even by a statement that forgets to say for which place it is. Without it the work is the whole installation's.
    func at(_ place: String) -> any Database

    /// Runs `body` with the sole right to write. Throws what it throws, after undoing everything.
    ///
    /// `body` must not wait for anything but the transaction. Stores use ``transaction(_:)``, which has typed errors.
    func attempt<Value: Sendable>(
        _ body: @Sendable (any Transaction) async throws -> Value
    ) async throws -> Value

    /// Runs several reads on one and the same state of the store. Stores use ``snapshot(_:)``.
    func attemptReads<Value: Sendable>(
        _ body: @Sendable (any Reading) async throws -> Value
    ) async throws -> Value

    /// Runs `body` on the whole store as it is at one moment; writers go on meanwhile.
    func readWhole<Value: Sendable>(
        _ body: @Sendable (any WholeReading) async throws -> Value
    ) async throws -> Value

    /// Runs `body` with the sole right to write. Throws what it throws, after undoing everything.
    func fillWhole<Value: Sendable>(
        _ body: @Sendable (any WholeFilling) async throws -> Value
    ) async throws -> Value

    /// What is wrong with the shape of the tables, in sentences for a developer; see ``SchemaProblem``.
    func schemaProblems() async throws(StorageError) -> [SchemaProblem]

    /// Reads the whole store and says what is damaged; nothing where it is sound. Slow: for the administrator's check.
    func damage() async throws(StorageError) -> [String]

    /// Sees to it that what was removed or written over is on no disk of ours any more, as far as the store can tell. For
    /// what people asked us to forget.
    ///
    /// - Returns: false where somebody still reads an older state; the next call does it then.
    @discardableResult
    func forgetRemoved() async throws(StorageError) -> Bool

    /// Says how changes are kept in the audit trail, where the store has one; before tables are made. See ``Author``.
    func keepTrail(by rules: [AuditRule]) async throws(StorageError)

    /// Notes in the audit trail what each row comes to, where that isn't what the trail says: after tables were changed, or
    /// written without a trail. Does nothing where the database itself finds what was changed from outside.
    func sealRows() async throws(StorageError)

    /// Rows that aren't what the audit trail says, in sentences: somebody or something has changed them past us. Slow: it
    /// reads everything.
    func changedFromOutside() async throws(StorageError) -> [String]

    /// How its connections are used at this moment.
    var pools: [PoolUse] { get }

    /// Lets running work finish, takes no more, and closes.
    func close() async
}

extension Database {
    package func insert(_ rows: NewRows) async throws(StorageError) {
        try await transaction { transaction in try await transaction.insert(rows) }
    }
}

extension Writing {
    /// Runs one statement and gives how many rows it changed.
    @discardableResult
    package func execute(_ statement: SQL) async throws(StorageError) -> Int {
        try await execute([statement]).first ?? 0
    }
}

extension Reading {
    /// All rows, each read by `read`: `{ Outcome(id: try $0.column(0), title: try $0.column(1)) }`.
    package func rows<Value>(
        _ statement: SQL, _ read: (Row) throws -> Value
    ) async throws(StorageError) -> [Value] {
        let rows = try await rows(statement)
        do { return try rows.map(read) } catch { throw StorageError(from: error) }
    }

    /// The first row, read by `read`, or nil where there is none.
    package func first<Value>(
        _ statement: SQL, _ read: (Row) throws -> Value
    ) async throws(StorageError) -> Value? {
        let row = try await rows(statement).first
        do { return try row.map(read) } catch { throw StorageError(from: error) }
    }
}

extension Writing {
    /// Writes what is only good to know, such as when something was last used. Where nothing can be written just then it is left out,
    /// so that reading goes on; whoever writes what matters finds out.
    package func noteInPassing(_ statement: SQL) async throws(StorageError) {
        do throws(StorageError) {
            try await execute([statement])
        } catch {
            guard [.full, .readOnly, .busy].contains(error) else { throw error }
        }
    }
}

extension Database {
    /// Runs `body` as one transaction.
    @discardableResult
    package func transaction<Value: Sendable>(
        _ body: @Sendable (any Transaction) async throws -> Value
    ) async throws(StorageError) -> Value {
        try await transaction(throwing: StorageError.self, body)
    }

    /// Runs `body` as one transaction, for an action with errors of its own.
    ///
    /// - Throws: what `body` throws where it is a `Failure`; a failure of the store as `Failure.storage`.
    @discardableResult
    package func transaction<Value: Sendable, Failure: StorageFailure>(
        throwing: Failure.Type, _ body: @Sendable (any Transaction) async throws -> Value
    ) async throws(Failure) -> Value {
        do {
            return try await attempt(body)
        } catch let error as Failure {
            throw error
        } catch {
            throw .storage(StorageError(from: error))
        }
    }

    /// Runs several reads on one and the same state of the store.
    package func snapshot<Value: Sendable>(
        _ body: @Sendable (any Reading) async throws -> Value
    ) async throws(StorageError) -> Value {
        do { return try await attemptReads(body) } catch { throw StorageError(from: error) }
    }
}

extension StorageError {
    /// A failure of the store as it is; anything else as ``undone(detail:)``.
    fileprivate init(from error: any Error) {
        self = error as? StorageError ?? .undone(detail: "\(type(of: error))")
    }
}
