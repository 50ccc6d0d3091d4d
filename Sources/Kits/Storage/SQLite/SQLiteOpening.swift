import CSQLite
import Glibc

/// Marks a file as ours (PRAGMA application_id), so that another program's file is never changed.
private let applicationID = 0x494F_7574

/// Time that another program may hold the file before we call it busy.
private let busyMilliseconds: Int32 = 5_000

/// The largest text, blob or row: room for an uploaded workbook of 25 MB and for an account's documents.
private let mostBytes: Int32 = 100 << 20

/// Opens a connection and sets it up. The writer comes first: it makes the file and checks whose it is.
func openFile(path: String, role: SQLiteConnection.Role) throws(StorageError) -> OpaquePointer {
    // Without it a name like ":memory:" would mean something else to SQLite.
    let path = path.hasPrefix("/") ? path : "./" + path
    if role == .writer {
        // Only the owner may read it. mknod makes the file without opening it: closing a descriptor of one's own would
        // release SQLite's locks on the same file in this process.
        guard mknod(path, S_IFREG | 0o600, 0) == 0 || errno == EEXIST else {
            throw .unopenable(path: path, detail: String(cString: strerror(errno)))
        }
    }
    var handle: OpaquePointer?
    let access = role == .writer ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
    let code = sqlite3_open_v2(path, &handle, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let handle else {
        let detail = String(cString: sqlite3_errstr(code))
        sqlite3_close_v2(handle)
        throw .unopenable(path: path, detail: detail)
    }
    do {
        try setUp(handle, path: path, role: role)
        return handle
    } catch {
        sqlite3_close_v2(handle)
        throw error
    }
}

private func setUp(
    _ handle: OpaquePointer, path: String, role: SQLiteConnection.Role
) throws(StorageError) {
    sqlite3_busy_timeout(handle, busyMilliseconds)
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, mostBytes)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    // Text in double quotes is a name, never a value; SQL can't damage the file; the schema itself is not trusted.
    for (option, isOn): (Int32, Int32) in [
        (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0), (SQLITE_DBCONFIG_DEFENSIVE, 1),
        (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
    ] {
        io_sqlite3_db_config_flag(handle, option, isOn)
    }
    // Reading the schema also finds a file that is no database, is cut short or has a damaged first page.
    let tables = try number("SELECT count(*) FROM sqlite_schema", handle)
    if role == .writer {
        try claim(handle, path: path, isEmpty: tables == 0)
        try switchToLog(handle, path: path)
    }
    // No memory mapping: a read error would then be a signal that ends the program instead of an error code.
    // Temporary tables stay in memory: people's data are never written outside the data folder.
    // secure_delete: what is removed is overwritten in the file.
    try run(
        """
        PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA mmap_size = 0; PRAGMA cache_size = -2000;
        PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 16777216;
        """, handle)
    if role == .reader { try run("PRAGMA query_only = ON", handle) }
}

private func claim(_ handle: OpaquePointer, path: String, isEmpty: Bool) throws(StorageError) {
    switch try number("PRAGMA application_id", handle) {
    case applicationID: return
    case 0 where isEmpty: try run("PRAGMA application_id = \(applicationID)", handle)
    default: throw .foreign(path: path)
    }
}

/// The write-ahead log lets readers go on while the writer writes. It needs a local disk.
private func switchToLog(_ handle: OpaquePointer, path: String) throws(StorageError) {
    // While others open the same new file, the switch is refused at once, without the busy time-out.
    var attempts = 0
    while true {
        do {
            try run("PRAGMA journal_mode = WAL", handle)
            break
        } catch {
            attempts += 1
            guard error == .busy, attempts < 100 else { throw error }
            sqlite3_sleep(busyMilliseconds / 100)
        }
    }
    guard try text("PRAGMA journal_mode", handle) == "wal" else {
        throw .unopenable(path: path, detail: "no write-ahead log is possible here; the file must be on a local disk")
    }
}

private func run(_ text: String, _ handle: OpaquePointer) throws(StorageError) {
    let code = sqlite3_exec(handle, text, nil, nil, nil)
    guard code == SQLITE_OK else { throw StorageError(code: code, detail: String(cString: sqlite3_errmsg(handle))) }
}

private func number(_ query: String, _ handle: OpaquePointer) throws(StorageError) -> Int {
    Int(try text(query, handle)) ?? 0
}

private func text(_ query: String, _ handle: OpaquePointer) throws(StorageError) -> String {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    let code = sqlite3_prepare_v2(handle, query, -1, &statement, nil)
    let step = code == SQLITE_OK ? sqlite3_step(statement) : code
    guard step == SQLITE_ROW, let text = sqlite3_column_text(statement, 0) else {
        throw StorageError(code: step, detail: String(cString: sqlite3_errmsg(handle)))
    }
    return String(cString: text)
}
