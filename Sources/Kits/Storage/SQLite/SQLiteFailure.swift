import CSQLite

extension StorageError {
    /// What an extended result code of SQLite means here.
    init(code: Int32, detail: String) {
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_INTERRUPT: self = .busy
        case SQLITE_CONSTRAINT: self = .constraint(Self.constraint(code), detail: detail)
        case SQLITE_MISMATCH: self = .constraint(.type, detail: detail)
        case SQLITE_FULL: self = .full
        case SQLITE_READONLY: self = .readOnly
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt(detail: detail)
        case SQLITE_TOOBIG: self = .tooLarge
        case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_NOMEM, SQLITE_NOLFS, SQLITE_PROTOCOL:
            self = .device(detail: detail)
        default: self = .statement(detail: detail)
        }
    }

    private static func constraint(_ code: Int32) -> Constraint {
        switch code {
        case io_SQLITE_CONSTRAINT_UNIQUE, io_SQLITE_CONSTRAINT_PRIMARYKEY, io_SQLITE_CONSTRAINT_ROWID: .unique
        case io_SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
        case io_SQLITE_CONSTRAINT_NOTNULL: .notNull
        case io_SQLITE_CONSTRAINT_CHECK: .check
        case io_SQLITE_CONSTRAINT_DATATYPE: .type
        default: .other
        }
    }
}
