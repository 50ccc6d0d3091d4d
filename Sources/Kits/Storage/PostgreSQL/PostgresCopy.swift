import CPostgres

/// Rows in bulk: out one by one as they arrive, in by `COPY`.
extension PostgresConnection {
    enum Incoming: Sendable { case integer, text, bytes }

    /// A copy of everything takes as long as it takes.
    func liftLimits(in unit: Unit) throws(StorageError) {
        try script("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0", in: unit)
    }

    /// Hands over the rows of an answer one by one, in the order of bytes wherever text is sorted.
    func each(_ sql: SQL, in unit: Unit, _ take: @Sendable (Row) throws -> Void) throws {
        let handle = try inUnit(unit) { handle throws(StorageError) in handle }
        guard PQsendQueryParams(handle, sql.text(placeholder: "$"), 0, nil, nil, nil, nil, 1) == 1 else {
            throw StorageError(result: nil, of: handle)
        }
        PQsetSingleRowMode(handle)
        var failure: (any Error)?
        while let result = PQgetResult(handle) {
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_SINGLE_TUPLE:
                guard failure == nil else { continue }
                do {
                    try take(try Row(result, row: 0))
                } catch {
                    failure = error
                    cancel(handle)
                }
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: continue
            default: failure = failure ?? StorageError(result: result, of: handle)
            }
        }
        if let failure { throw failure }
        guard PQstatus(handle) == CONNECTION_OK else { throw StorageError.unreachable(detail: "the connection broke") }
    }

    /// Copies into a table what `next` gives until it gives nil.
    ///
    /// - Parameter kinds: what the table's columns hold, in their order.
    func copyIn(
        _ table: String, kinds: [Incoming], in unit: Unit, _ next: @Sendable () throws -> Row?
    ) throws -> Int {
        let handle = try inUnit(unit) { handle throws(StorageError) in
            let result = PQexec(handle, "COPY \(table) FROM STDIN (FORMAT binary)")
            defer { PQclear(result) }
            guard PQresultStatus(result) == PGRES_COPY_IN else { throw StorageError(result: result, of: handle) }
            return handle
        }
        do {
            let count = try send(next, kinds, to: handle)
            guard PQputCopyEnd(handle, nil) == 1 else { throw StorageError(result: nil, of: handle) }
            try finishCopy(handle)
            return count
        } catch {
            // The server undoes the copy; what it says of that isn't what went wrong.
            _ = PQputCopyEnd(handle, "given up")
            while let result = PQgetResult(handle) { PQclear(result) }
            throw error
        }
    }

    private func finishCopy(_ handle: OpaquePointer) throws(StorageError) {
        var failure: StorageError?
        while let result = PQgetResult(handle) {
            defer { PQclear(result) }
            if PQresultStatus(result) != PGRES_COMMAND_OK {
                failure = failure ?? StorageError(result: result, of: handle)
            }
        }
        if let failure { throw failure }
    }

    /// Sends the rows in the binary form of `COPY` (PostgreSQL's handbook, "COPY", "Binary Format").
    private func send(_ next: () throws -> Row?, _ kinds: [Incoming], to handle: OpaquePointer) throws -> Int {
        var bytes = Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0] + [UInt8](repeating: 0, count: 8)
        var count = 0
        while let row = try next() {
            guard row.values.count == kinds.count else { throw StorageError.tooLarge }
            append(Int16(kinds.count), to: &bytes)
            for (index, value) in row.values.enumerated() { try append(value, index, kinds[index], to: &bytes) }
            count += 1
            if bytes.count >= 1 << 16 { try put(&bytes, to: handle) }
        }
        append(Int16(-1), to: &bytes)
        try put(&bytes, to: handle)
        return count
    }

    private func put(_ bytes: inout [UInt8], to handle: OpaquePointer) throws(StorageError) {
        let code = bytes.withUnsafeBytes { memory in
            PQputCopyData(handle, memory.bindMemory(to: CChar.self).baseAddress, Int32(memory.count))
        }
        guard code == 1 else { throw StorageError(result: nil, of: handle) }
        bytes.removeAll(keepingCapacity: true)
    }

    private func append(
        _ value: SQL.Value, _ index: Int, _ kind: Incoming, to bytes: inout [UInt8]
    ) throws(StorageError) {
        switch (value, kind) {
        case (.null, _): append(Int32(-1), to: &bytes)
        case (.integer(let number), .integer):
            append(Int32(8), to: &bytes)
            append(number, to: &bytes)
        case (.text(let text), .text):
            guard !text.utf8.contains(0) else { throw .unstorable }
            guard text.utf8.count <= SQL.mostBytes else { throw .tooLarge }
            append(Int32(text.utf8.count), to: &bytes)
            bytes.append(contentsOf: text.utf8)
        case (.bytes(let blob), .bytes):
            guard blob.count <= SQL.mostBytes else { throw .tooLarge }
            append(Int32(blob.count), to: &bytes)
            bytes.append(contentsOf: blob)
        default: throw .column(index, wanted: "\(kind)", found: "a value of another kind")
        }
    }

    private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
