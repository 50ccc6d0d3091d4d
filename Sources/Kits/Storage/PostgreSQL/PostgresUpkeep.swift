extension PostgresDatabase {
    /// Every page of every table is read, and the server checks each where the database was made with checksums. Where the extension
    /// `amcheck` is there and the role may use it, indexes are compared with themselves too.
    package func damage() async throws(StorageError) -> [String] {
        var found = try await checksumFailures()
        for table in try await tables() {
            do {
                try await untimed(table.count)
            } catch {
                guard case .corrupt(let detail) = error else { throw error }
                found.append("\(table.name): \(detail)")
            }
        }
        return found + (try await indexDamage())
    }

    /// Runs a statement for as long as it takes.
    private func untimed(_ statement: SQL) async throws(StorageError) {
        try await snapshot { store in
            _ = try await store.rows("SELECT set_config('statement_timeout', '0', true)")
            _ = try await store.rows(statement)
        }
    }

    private func checksumFailures() async throws(StorageError) -> [String] {
        let failures = try await first(
            "SELECT coalesce(checksum_failures, 0) FROM pg_stat_database WHERE datname = current_database()"
        ) { try $0.column(0, as: Int.self) }
        return failures.map { $0 > 0 ? ["\($0) pages failed their checksum"] : [] } ?? []
    }

    /// The tables with, for each, a statement that reads all of it. Its text comes from the catalogue, so it's asked by the server itself.
    private func tables() async throws(StorageError) -> [(name: String, count: SQL)] {
        try await rows(
            """
            SELECT c.relname FROM pg_class c
            WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname
            """
        ) { row in
            let name: String = try row.column(0)
            return (name, "SELECT query_to_xml(format('SELECT count(*) FROM %I', \(name)), false, false, '')::text")
        }
    }

    private func indexDamage() async throws(StorageError) -> [String] {
        let indexes = try await rows(
            """
            SELECT i.indexrelid, c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'i' AND i.indisvalid
                AND c.relam = (SELECT oid FROM pg_am WHERE amname = 'btree')
                AND EXISTS (SELECT FROM pg_extension WHERE extname = 'amcheck')
                AND (SELECT bool_and(has_function_privilege(oid, 'EXECUTE')) FROM pg_proc WHERE proname = 'bt_index_check')
            ORDER BY c.relname
            """
        ) { row in (number: try row.column(0, as: Int.self), name: try row.column(1, as: String.self)) }
        var found: [String] = []
        for index in indexes {
            do {
                try await untimed("SELECT bt_index_check(CAST(\(index.number) AS oid)::regclass)")
            } catch {
                guard case .corrupt(let detail) = error else { throw error }
                found.append("\(index.name): \(detail)")
            }
        }
        return found
    }

    /// Gives the room of removed rows back, so that the next rows are written over them. It can't do more: the server's
    /// write-ahead log, its replicas and its backups hold what was removed until they are recycled themselves, room that isn't used
    /// again keeps its bytes, and what somebody still reads stays until the next time. Only a table's owner may do it; for any other
    /// role the server's own autovacuum does it later.
    ///
    /// - Returns: false where it is left to autovacuum or to another server.
    @discardableResult
    package func forgetRemoved() async throws(StorageError) -> Bool {
        let tables = try await rows(
            """
            SELECT format('%I', c.relname), pg_has_role(c.relowner, 'USAGE') FROM pg_class c
            WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname
            """
        ) { row in (name: try row.column(0, as: String.self), isOurs: try row.column(1, as: Bool.self)) }
        do throws(StorageError) {
            for table in tables where table.isOurs { try await alone("VACUUM \(table.name)") }
        } catch {
            // Another server is at it.
            guard error == .busy else { throw error }
            return false
        }
        return tables.allSatisfy(\.isOurs)
    }
}
