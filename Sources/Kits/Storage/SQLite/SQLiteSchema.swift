extension SQLiteDatabase {
    package func schemaProblems() async throws(StorageError) -> [SchemaProblem] {
        let tables = try await rows(
            """
            SELECT name, strict FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
            """
        ) { row in
            (name: try row.column(0, as: String.self), isStrict: try row.column(1, as: Bool.self))
        }
        var problems: [SchemaProblem] = []
        for table in tables {
            var details = table.isStrict ? [] : ["the table is not STRICT"]
            details += try await columnProblems(table.name)
            details += try await indexProblems(table.name)
            details += try await foreignKeyProblems(table.name)
            problems += details.map { SchemaProblem(table: table.name, detail: $0) }
        }
        return problems
    }

    private func columnProblems(_ table: String) async throws(StorageError) -> [String] {
        let columns = try await rows("SELECT name, type, \"notnull\", pk FROM pragma_table_info(\(table))") { row in
            (
                name: try row.column(0, as: String.self), type: try row.column(1, as: String.self),
                isNeverNull: try row.column(2, as: Bool.self), keyPosition: try row.column(3, as: Int.self)
            )
        }
        guard let place = columns.first(where: { $0.name == "place" }) else { return ["there is no column place"] }
        var details: [String] = []
        if place.type != "TEXT" || !place.isNeverNull { details.append("place is not TEXT NOT NULL") }
        if place.keyPosition != 1 { details.append("the primary key does not begin with place") }
        return details
    }

    private func indexProblems(_ table: String) async throws(StorageError) -> [String] {
        // The primary key's own index is judged with the columns.
        let names = try await rows(
            "SELECT name FROM pragma_index_list(\(table)) WHERE \"unique\" = 1 AND origin <> 'pk'"
        ) { try $0.column(0, as: String.self) }
        var problems: [String] = []
        for name in names {
            let columns = try await rows("SELECT name FROM pragma_index_info(\(name)) ORDER BY seqno") {
                try $0.column(0, as: String?.self) ?? "an expression"
            }
            if columns.first != "place" { problems.append(SchemaProblem.uniqueKey(columns)) }
        }
        return problems
    }

    private func foreignKeyProblems(_ table: String) async throws(StorageError) -> [String] {
        try await rows("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(\(table)) WHERE seq = 0") {
            row in
            (
                other: try row.column(0, as: String.self), from: try row.column(1, as: String.self),
                to: try row.column(2, as: String?.self)
            )
        }
        // Without a named column it points to the other's primary key, which is judged at its own table.
        .filter { $0.from != "place" || ($0.to ?? "place") != "place" }
        .map { "the foreign key to \($0.other) does not begin with place" }
    }
}
