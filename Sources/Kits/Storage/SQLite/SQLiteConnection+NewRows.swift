import CSQLite

/// Many rows through one statement that is run anew for each.
extension SQLiteConnection {
    /// So many rows need more pages at once than the little memory that else is enough for a writer.
    private static let many = 2_000

    func insert(_ rows: NewRows, in unit: Unit) throws(StorageError) {
        let width = rows.columns.count
        try inUnit(unit) { () throws(StorageError) in
            if rows.count >= Self.many { try makeRoom() }
            let places = (1...max(1, width)).map { "?\($0)" }.joined(separator: ", ")
            let statement = try prepared(rows.statement("VALUES (\(places))"))
            defer {
                sqlite3_reset(statement)
                sqlite3_clear_bindings(statement)
            }
            for row in 0..<rows.count {
                for column in 0..<width {
                    try bind(rows.values[row * width + column], to: statement, at: Int32(column + 1))
                }
                let code = sqlite3_step(statement)
                guard code == SQLITE_DONE else { throw problem(code) }
                sqlite3_reset(statement)
            }
        }
    }

    /// Takes 64 MB for pages, until a unit of work ends that adds few rows.
    private func makeRoom() throws(StorageError) {
        needsRoom = true
        guard !hasRoom else { return }
        try run("PRAGMA cache_size = -65536")
        hasRoom = true
    }

    func giveRoomBack() {
        if hasRoom, !needsRoom, let handle {
            // What fails here costs memory and nothing else: the next unit of work tries again.
            do { try run("PRAGMA cache_size = \(SQLiteFile.cacheSize)") } catch { return }
            sqlite3_db_release_memory(handle)
            hasRoom = false
        }
        needsRoom = false
    }
}
