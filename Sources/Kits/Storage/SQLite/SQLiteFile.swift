import CSQLite
import Glibc

/// Opens connections to one file and sets each up. The writer comes first: it makes the file and checks whose it is.
struct SQLiteFile: Sendable {
    /// Marks a file as ours (PRAGMA application_id), so that another program's file is never changed.
    private static let applicationID = 0x494F_7574

    /// For the pages of one connection; below zero it counts in kibibytes.
    static let cacheSize = -2000

    private let path: String
    /// How long another program may hold the file before it counts as busy, in milliseconds.
    private let patience: Int32

    init(path: String, patience: Duration) {
        // Without the dot a name like ":memory:" would mean something else to SQLite.
        self.path = path.hasPrefix("/") ? path : "./" + path
        self.patience = Int32(
            clamping: patience.components.seconds * 1000 + patience.components.attoseconds / 1_000_000_000_000_000)
    }

    /// Without counting its memory SQLite needs no lock that all connections share. Can be said before the first one is opened only.
    private static let countsNoMemory: Void = { _ = io_sqlite3_count_no_memory() }()

    func open(as role: SQLiteConnection.Role) throws(StorageError) -> OpaquePointer {
        Self.countsNoMemory
        if role == .writer { try make() }
        var handle: OpaquePointer?
        let access = role == .writer ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
        let code = sqlite3_open_v2(path, &handle, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let handle else {
            sqlite3_close_v2(handle)
            throw .unopenable(path: path, detail: String(cString: sqlite3_errstr(code)))
        }
        do {
            try setUp(handle, as: role)
            return handle
        } catch {
            sqlite3_close_v2(handle)
            throw error
        }
    }

    /// Makes the file where there is none, readable by its owner only.
    private func make() throws(StorageError) {
        // Not by opening it: closing a descriptor of one's own would release SQLite's locks on it in this process.
        guard mknod(path, S_IFREG | 0o600, 0) == 0 || errno == EEXIST else {
            throw .unopenable(path: path, detail: String(cString: strerror(errno)))
        }
    }

    private func setUp(_ handle: OpaquePointer, as role: SQLiteConnection.Role) throws(StorageError) {
        sqlite3_busy_timeout(handle, patience)
        sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(SQL.mostBytes))
        sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
        // Text in double quotes is a name, never a value; SQL can't damage the file; the schema itself is not trusted.
        for (option, isOn): (Int32, Int32) in [
            (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0), (SQLITE_DBCONFIG_DEFENSIVE, 1),
            (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
        ] {
            io_sqlite3_db_config_flag(handle, option, isOn)
        }
        if role == .writer {
            try claim(handle)
            try switchToLog(handle)
        }
        // No memory mapping: a read error would then be a signal that ends the program instead of an error code.
        // Temporary tables stay in memory: people's data are never written outside the data folder.
        // What is removed is overwritten in the file (secure_delete).
        try run(
            """
            PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA mmap_size = 0; PRAGMA cache_size = \(Self.cacheSize);
            PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 16777216;
            """, handle)
        if role == .reader { try run("PRAGMA query_only = ON", handle) }
    }

    private func claim(_ handle: OpaquePointer) throws(StorageError) {
        // Reading the schema also finds a file that is no database, is cut short or has a damaged first page.
        let tables = try text("SELECT count(*) FROM sqlite_schema", handle)
        switch try text("PRAGMA application_id", handle) {
        case "\(Self.applicationID)": return
        case "0" where tables == "0": try run("PRAGMA application_id = \(Self.applicationID)", handle)
        default: throw .foreign(path: path)
        }
    }

    /// The write-ahead log lets readers go on while the writer writes. It needs a local disk.
    private func switchToLog(_ handle: OpaquePointer) throws(StorageError) {
        // While others open the same new file, the switch is refused at once, without the busy time-out.
        for attempt in 0..<100 {
            do {
                try run("PRAGMA journal_mode = WAL", handle)
                break
            } catch {
                guard error == .busy, attempt < 99 else { throw error }
                sqlite3_sleep(max(1, patience / 100))
            }
        }
        guard try text("PRAGMA journal_mode", handle) == "wal" else {
            throw .unopenable(path: path, detail: "no write-ahead log is possible here; the disk must be a local one")
        }
    }

    private func run(_ statements: String, _ handle: OpaquePointer) throws(StorageError) {
        try check(sqlite3_exec(handle, statements, nil, nil, nil), handle)
    }

    /// The first column of the first row.
    private func text(_ query: String, _ handle: OpaquePointer) throws(StorageError) -> String {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        try check(sqlite3_prepare_v2(handle, query, -1, &statement, nil), handle)
        guard sqlite3_step(statement) == SQLITE_ROW, let text = sqlite3_column_text(statement, 0) else {
            throw StorageError(code: sqlite3_extended_errcode(handle), detail: String(cString: sqlite3_errmsg(handle)))
        }
        return String(cString: text)
    }

    private func check(_ code: Int32, _ handle: OpaquePointer) throws(StorageError) {
        guard code != SQLITE_OK else { return }
        throw StorageError(code: code, detail: String(cString: sqlite3_errmsg(handle)))
    }
}
