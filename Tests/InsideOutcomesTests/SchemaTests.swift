import Drivers
import Storage
import Testing

@testable import InsideOutcomes

/// One text makes the tables of both kinds of database: here is what each made of it.
@Suite(.enabled(if: Driver.available.contains(.postgres), "PostgreSQL 15 or later is not installed"))
struct SchemaTests {
    private func lines(_ driver: Driver, _ statement: SQL) async throws -> [String] {
        let store = try StoreUnderTest(driver)
        let database = try await store.open(Parts.migrations)
        let lines = try await database.rows(statement) { try $0.column(0, as: String.self) }
        await database.close()
        return lines.sorted()
    }

    @Test func `both kinds have the same columns of the same types, and the same may be missing`() async throws {
        let file = try await lines(
            .sqlite,
            """
            SELECT t.name || '.' || c.name || ' '
                || CASE c.type WHEN 'INTEGER' THEN 'bigint' WHEN 'BLOB' THEN 'bytea' ELSE lower(c.type) END
                || CASE WHEN c."notnull" THEN ' always' ELSE '' END || coalesce(' ' || c.dflt_value, '')
            FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
            WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%'
            """)
        let server = try await lines(
            .postgres,
            """
            SELECT table_name || '.' || column_name || ' ' || data_type
                || CASE is_nullable WHEN 'NO' THEN ' always' ELSE '' END || coalesce(' ' || regexp_replace(column_default, '::[a-z]+', '', 'g'), '')
            FROM information_schema.columns WHERE table_schema = current_schema()
            """)
        #expect(file.count > 40)
        #expect(file == server)
        let collations = try await lines(
            .postgres,
            """
            SELECT DISTINCT coalesce(collation_name, 'the server''s') FROM information_schema.columns
            WHERE table_schema = current_schema() AND data_type = 'text'
            """)
        #expect(collations == ["C"])
    }

    @Test func `both kinds have the same keys, in the same order of columns`() async throws {
        let file = try await lines(
            .sqlite,
            """
            SELECT name || ' (' || group_concat(part) || ')' FROM (
                SELECT t.name || CASE i.origin WHEN 'pk' THEN ' primary' ELSE CASE i."unique" WHEN 1 THEN ' unique' ELSE ' index' END END
                    || CASE i.partial WHEN 1 THEN ' some' ELSE '' END AS name,
                    c.name AS part, i.name AS number
                FROM pragma_table_list AS t JOIN pragma_index_list(t.name) AS i JOIN pragma_index_info(i.name) AS c
                WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%'
                ORDER BY i.name, c.seqno
            ) GROUP BY number
            """)
        let server = try await lines(
            .postgres,
            """
            SELECT t.relname
                || CASE WHEN i.indisprimary THEN ' primary' WHEN i.indisunique THEN ' unique' ELSE ' index' END
                || CASE WHEN i.indpred IS NULL THEN '' ELSE ' some' END
                || ' (' || (SELECT string_agg(a.attname, ',' ORDER BY part.number)
                    FROM generate_series(0, i.indnkeyatts - 1) AS part (number)
                    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[part.number]) || ')'
            FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid WHERE t.relnamespace = current_schema()::regnamespace
            """)
        #expect(file.count > 8)
        #expect(file == server)
    }

    @Test func `both kinds have the same foreign keys, with the same consequences`() async throws {
        let file = try await lines(
            .sqlite,
            """
            SELECT name || ' (' || group_concat(ours) || ') ' || other || ' (' || group_concat(theirs) || ') ' || consequence FROM (
                SELECT t.name, k.id, k."table" AS other, k."from" AS ours, k."to" AS theirs, lower(k.on_delete) AS consequence
                FROM pragma_table_list AS t JOIN pragma_foreign_key_list(t.name) AS k
                WHERE t.schema = 'main' AND t.type = 'table' ORDER BY t.name, k.id, k.seq
            ) GROUP BY name, id
            """)
        let server = try await lines(
            .postgres,
            """
            SELECT t.relname || ' (' || (SELECT string_agg(a.attname, ',' ORDER BY part.position)
                    FROM unnest(k.conkey) WITH ORDINALITY AS part (number, position)
                    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = part.number)
                || ') ' || o.relname || ' (' || (SELECT string_agg(a.attname, ',' ORDER BY part.position)
                    FROM unnest(k.confkey) WITH ORDINALITY AS part (number, position)
                    JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = part.number)
                || ') ' || CASE k.confdeltype WHEN 'a' THEN 'no action' WHEN 'c' THEN 'cascade' ELSE k.confdeltype::text END
            FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class o ON o.oid = k.confrelid
            WHERE k.contype = 'f'
            """)
        #expect(file.count >= 5)
        #expect(file == server)
    }

    @Test func `both kinds check the same rules`() async throws {
        let file = try await lines(
            .sqlite, "SELECT name || '|' || sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        )
        .map { line in
            let parts = line.split(separator: "|", maxSplits: 1)
            return "\(parts[0]) \(parts[1].components(of: "CHECK ("))"
        }
        let server = try await lines(
            .postgres,
            """
            SELECT t.relname || ' ' || count(k.oid) FROM pg_class t
            LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'c'
            WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace GROUP BY t.relname
            """)
        #expect(file.sorted() == server)
    }
}

extension Substring {
    /// How often a text stands in this one.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
