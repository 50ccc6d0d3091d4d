extension PostgresDatabase {
    package func schemaProblems() async throws(StorageError) -> [SchemaProblem] {
        let tables = try await rows(
            """
            SELECT c.oid, c.relname, c.relrowsecurity AND c.relforcerowsecurity
                AND EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid AND polname = 'place')
            FROM pg_class c
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname
            """
        ) { row in
            (
                number: try row.column(0, as: Int.self), name: try row.column(1, as: String.self),
                hasWall: try row.column(2, as: Bool.self)
            )
        }
        var problems: [SchemaProblem] = []
        for table in tables {
            var details = try await columnProblems(table.number)
            if !table.hasWall, details.isEmpty { details.append("there is no wall between places") }
            details += try await indexProblems(table.number)
            details += try await foreignKeyProblems(table.number)
            problems += details.map { SchemaProblem(table: table.name, detail: $0) }
        }
        return problems
    }

    private func columnProblems(_ table: Int) async throws(StorageError) -> [String] {
        let place = try await first(
            """
            SELECT format_type(a.atttypid, a.atttypmod), a.attnotnull, EXISTS (
                SELECT FROM pg_index WHERE indrelid = a.attrelid AND indisprimary AND indkey[0] = a.attnum)
                -- The keys of a table that was split stand on its parts.
                OR EXISTS (SELECT FROM pg_class WHERE oid = a.attrelid AND relkind = 'p')
            FROM pg_attribute a WHERE a.attrelid = \(table) AND a.attname = 'place' AND NOT a.attisdropped
            """
        ) { row in
            (
                type: try row.column(0, as: String.self), isNeverNull: try row.column(1, as: Bool.self),
                beginsKey: try row.column(2, as: Bool.self)
            )
        }
        guard let place else { return ["there is no column place"] }
        var details: [String] = []
        if place.type != "text" || !place.isNeverNull { details.append("place is not TEXT NOT NULL") }
        if !place.beginsKey { details.append("the primary key does not begin with place") }
        return details
    }

    private func indexProblems(_ table: Int) async throws(StorageError) -> [String] {
        let columns = try await rows(
            """
            SELECT i.indexrelid, coalesce(a.attname, 'an expression')
            FROM pg_index i CROSS JOIN LATERAL generate_series(0, i.indnkeyatts - 1) AS part (number)
            LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[part.number] AND a.attnum <> 0
            WHERE i.indrelid = \(table) AND i.indisunique AND NOT i.indisprimary
            ORDER BY i.indexrelid, part.number
            """
        ) { row in
            (index: try row.column(0, as: Int.self), name: try row.column(1, as: String.self))
        }
        return Dictionary(grouping: columns, by: \.index).sorted { $0.key < $1.key }
            .map { $0.value.map(\.name) }.filter { $0.first != "place" }.map(SchemaProblem.uniqueKey)
    }

    private func foreignKeyProblems(_ table: Int) async throws(StorageError) -> [String] {
        try await rows(
            """
            SELECT other.relname FROM pg_constraint k
            JOIN pg_class other ON other.oid = k.confrelid
            JOIN pg_attribute ours ON ours.attrelid = k.conrelid AND ours.attnum = k.conkey[1]
            JOIN pg_attribute theirs ON theirs.attrelid = k.confrelid AND theirs.attnum = k.confkey[1]
            WHERE k.contype = 'f' AND k.conrelid = \(table) AND (ours.attname <> 'place' OR theirs.attname <> 'place')
            ORDER BY other.relname
            """
        ) { row in "the foreign key to \(try row.column(0, as: String.self)) does not begin with place" }
    }
}
