import CSQLite
import Crypto

/// What the statements at hand change, row by row. SQLite tells of each change before it makes it, with both of its sides: so no
/// statement can leave the trail out.
final class ChangeRecorder {
    struct Change {
        let table: String
        let before: [SeenValue]?
        let after: [SeenValue]?
    }

    /// Off while tables themselves are changed.
    var isOn = true
    private var changes: [Change] = []
    private var passing = Set(AuditRule.ownTables)

    func leaveOut(_ tables: some Sequence<String>) {
        passing = Set(AuditRule.ownTables).union(tables)
    }

    /// Listens to a connection, until that is closed; it must live as long.
    func listen(to handle: OpaquePointer) {
        let hook:
            @convention(c) (
                UnsafeMutableRawPointer?, OpaquePointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
                sqlite3_int64, sqlite3_int64
            ) -> Void = { context, handle, operation, _, table, _, _ in
                guard let context, let handle, let table else { return }
                Unmanaged<ChangeRecorder>.fromOpaque(context).takeUnretainedValue()
                    .note(operation, String(cString: table), handle)
            }
        _ = sqlite3_preupdate_hook(handle, hook, Unmanaged.passUnretained(self).toOpaque())
    }

    /// All that was seen since the last call.
    func take() -> [Change] {
        defer { changes = [] }
        return changes
    }

    private func note(_ operation: Int32, _ table: String, _ handle: OpaquePointer) {
        guard isOn, !passing.contains(table) else { return }
        changes.append(
            Change(
                table: table,
                before: operation == SQLITE_INSERT ? nil : side(handle, sqlite3_preupdate_old),
                after: operation == SQLITE_DELETE ? nil : side(handle, sqlite3_preupdate_new)))
    }

    private func side(
        _ handle: OpaquePointer,
        _ read: (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Int32
    ) -> [SeenValue] {
        (0..<sqlite3_preupdate_count(handle)).map { column in
            var value: OpaquePointer?
            guard read(handle, column, &value) == SQLITE_OK, let value else { return .short(.null) }
            return SeenValue(pointer: value)
        }
    }
}

extension SeenValue {
    /// Reads a value of SQLite's own; a blob is not copied as a whole.
    fileprivate init(pointer: OpaquePointer) {
        switch sqlite3_value_type(pointer) {
        case SQLITE_INTEGER: self = .short(.integer(sqlite3_value_int64(pointer)))
        case SQLITE_TEXT:
            let start = sqlite3_value_text(pointer)
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(pointer)))
            self = SeenValue(.text(String(decoding: bytes, as: UTF8.self)))
        case SQLITE_BLOB:
            let start = sqlite3_value_blob(pointer)
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(pointer)))
            var digest = SHA256()
            digest.update(bytes)
            self = .long(kind: "b", bytes: bytes.count, digest: hex(digest.finish()))
        default: self = .short(.null)
        }
    }
}
