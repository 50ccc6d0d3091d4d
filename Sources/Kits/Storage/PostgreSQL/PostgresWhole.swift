/// The whole of a database, within a unit of work.
struct PostgresWhole: WholeFilling {
    let work: PostgresTransaction

    func tables() async throws(StorageError) -> [Table] {
        // A partition is part of its table; where the key stands on the partitions, that of one of them is the table's.
        let columns = try await work.rows(
            """
            SELECT c.relname, a.attname, coalesce((
                SELECT min(part.number) FROM pg_index i
                CROSS JOIN LATERAL generate_series(0, i.indnkeyatts - 1) AS part (number)
                JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = i.indkey[part.number]
                WHERE i.indisprimary AND k.attname = a.attname AND (i.indrelid = c.oid
                    OR i.indrelid = (SELECT min(inhrelid) FROM pg_inherits WHERE inhparent = c.oid))), -1)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = current_schema()::regnamespace
                AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            """
        ) { row in
            (
                table: try row.column(0, as: String.self), name: try row.column(1, as: String.self),
                position: try row.column(2, as: Int.self)
            )
        }
        let keys = try await work.rows(
            """
            SELECT DISTINCT c.relname, other.relname FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class other ON other.oid = k.confrelid
            WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace
            """
        ) { row in (table: try row.column(0, as: String.self), other: try row.column(1, as: String.self)) }
        return Table.inOrder(
            Dictionary(grouping: columns, by: \.table).map { name, columns in
                Table(
                    name: name, columns: columns.map(\.name).sorted(),
                    key: columns.filter { $0.position >= 0 }.sorted { $0.position < $1.position }.map(\.name),
                    pointsTo: Set(keys.filter { $0.table == name }.map(\.other)))
            })
    }

    func each(of table: Table, _ take: @Sendable (Row) throws -> Void) async throws {
        try await work.connection.each(table.allRows, in: work.unit, take)
    }

    /// Takes the rows in by `COPY`, and moves them over in one statement: `COPY` itself can't pass the wall between places.
    func fill(_ table: Table, _ next: @Sendable () throws -> Row?) async throws -> Int {
        let (connection, unit) = (work.connection, work.unit)
        let kinds = try await kinds(of: table)
        let landing = zip(table.columns, kinds).map { name, kind in "\(name: name) \(kind.landing)" as SQL }
        try await connection.script("CREATE TEMP TABLE io_landing (\(joined(landing)))", in: unit)
        let count = try await connection.copyIn("io_landing", kinds: kinds.map(\.value), in: unit, next)
        let moved = zip(table.columns, kinds).map { name, kind in kind.moved(name) }
        try await connection.script(
            """
            INSERT INTO \((("\(name: table.name)" as SQL)).text()) (\(list(table.columns).text())) OVERRIDING SYSTEM VALUE
                SELECT \(joined(moved)) FROM pg_temp.io_landing;
            DROP TABLE pg_temp.io_landing
            """, in: unit)
        try await moveCounters(of: table)
        return count
    }

    private func joined(_ parts: [SQL]) -> String { parts.map { $0.text() }.joined(separator: ", ") }

    private func kinds(of table: Table) async throws(StorageError) -> [ColumnKind] {
        let types = try await work.rows(
            """
            SELECT a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relname = \(table.name) AND c.relnamespace = current_schema()::regnamespace
                AND a.attnum > 0 AND NOT a.attisdropped
            """
        ) { row in (name: try row.column(0, as: String.self), type: try row.column(1, as: String.self)) }
        return table.columns.map { name in
            ColumnKind(type: types.first { $0.name == name }?.type ?? "text")
        }
    }

    /// Counters that give out numbers go on after the highest one that came in.
    private func moveCounters(of table: Table) async throws(StorageError) {
        let quoted = (("\(name: table.name)" as SQL)).text()
        for column in table.columns {
            let counter = try await work.rows("SELECT pg_get_serial_sequence(\(quoted), \(column))") {
                try $0.column(0, as: String?.self)
            }
            guard let counter = counter.first ?? nil else { continue }
            _ = try await work.rows(
                """
                SELECT setval(\(counter), coalesce(max(\(name: column)), 1), count(*) > 0) FROM \(name: table.name)
                """)
        }
    }
}

/// How the values of a column come in, and how they become those of the column.
private struct ColumnKind {
    let type: String

    var value: PostgresConnection.Incoming {
        switch type {
        case "bigint", "integer", "smallint", "boolean", "numeric", "oid": .integer
        case "bytea": .bytes
        default: .text
        }
    }

    var landing: SQL {
        switch value {
        case .integer: "BIGINT"
        case .bytes: "BYTEA"
        case .text: "TEXT"
        }
    }

    func moved(_ column: String) -> SQL {
        switch type {
        case "bigint", "bytea", "text": "\(name: column)"
        case "boolean": "\(name: column) <> 0"
        // The type is the catalogue's own text.
        default: "CAST(\(name: column) AS \(SQL(stringLiteral: type)))"
        }
    }
}
