import CSQLite

/// The whole of a file, within a unit of work.
struct SQLiteWhole: WholeFilling {
    let work: SQLiteTransaction

    func tables() async throws(StorageError) -> [Table] {
        let names = try await work.rows(
            """
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            """
        ) { try $0.column(0, as: String.self) }
        var tables: [Table] = []
        for name in names { tables.append(try await table(name)) }
        return Table.inOrder(tables)
    }

    private func table(_ name: String) async throws(StorageError) -> Table {
        let columns = try await work.rows("SELECT name, pk FROM pragma_table_xinfo(\(name)) WHERE hidden = 0") { row in
            (name: try row.column(0, as: String.self), position: try row.column(1, as: Int.self))
        }
        let others = try await work.rows("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(\(name))") {
            try $0.column(0, as: String.self)
        }
        return Table(
            name: name, columns: columns.map(\.name).sorted(),
            key: columns.filter { $0.position > 0 }.sorted { $0.position < $1.position }.map(\.name),
            pointsTo: Set(others))
    }

    func each(of table: Table, _ take: @Sendable (Row) throws -> Void) async throws {
        try await work.connection.each(table.allRows, in: work.unit, take)
    }

    func fill(_ table: Table, _ next: @Sendable () throws -> Row?) async throws -> Int {
        let places = (1...max(1, table.columns.count)).map { "?\($0)" }.joined(separator: ", ")
        let insert: SQL = "INSERT INTO \(name: table.name) (\(list(table.columns))) VALUES"
        return try await work.connection.insert(
            "\(insert.text()) (\(places))", columns: table.columns.count, in: work.unit, next)
    }
}

extension SQLiteConnection {
    /// Hands over the rows of an answer one by one.
    func each(_ sql: SQL, in unit: Unit, _ take: @Sendable (Row) throws -> Void) throws {
        let statement = try inUnit(unit) { () throws(StorageError) in try prepared(sql.text()) }
        defer { sqlite3_reset(statement) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try take(try Row(current: statement))
            case SQLITE_DONE: return
            case let code: throw problem(code)
            }
        }
    }

    /// Runs one statement for every row that `next` gives. The trail comes with the rows, and isn't written for them.
    func insert(_ text: String, columns: Int, in unit: Unit, _ next: @Sendable () throws -> Row?) throws -> Int {
        let statement = try inUnit(unit) { () throws(StorageError) in try prepared(text) }
        recorder.isOn = false
        defer {
            recorder.isOn = true
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        var count = 0
        while let row = try next() {
            guard row.values.count == columns else { throw StorageError.tooLarge }
            for (index, value) in row.values.enumerated() { try bind(value, to: statement, at: Int32(index + 1)) }
            let code = sqlite3_step(statement)
            guard code == SQLITE_DONE else { throw problem(code) }
            sqlite3_reset(statement)
            count += 1
        }
        return count
    }
}
