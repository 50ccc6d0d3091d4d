import CSQLite

extension Row {
    /// Copies the row on which a statement stands.
    init(current statement: OpaquePointer) throws(StorageError) {
        var values: [SQL.Value] = []
        let count = sqlite3_column_count(statement)
        values.reserveCapacity(Int(count))
        for column in 0..<count {
            switch sqlite3_column_type(statement, column) {
            case SQLITE_NULL: values.append(.null)
            case SQLITE_INTEGER: values.append(.integer(sqlite3_column_int64(statement, column)))
            case SQLITE_TEXT:
                let text = sqlite3_column_text(statement, column)
                let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, column)))
                guard let valid = String(validating: bytes, as: UTF8.self) else {
                    throw .corrupt(detail: "column \(column) is not UTF-8")
                }
                values.append(.text(valid))
            case SQLITE_BLOB:
                let start = sqlite3_column_blob(statement, column)
                let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
                values.append(.bytes(Array(bytes)))
            default: throw .column(Int(column), wanted: "an exact value", found: "a number with a fraction")
            }
        }
        self.init(values: values)
    }
}
