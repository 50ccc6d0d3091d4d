package import FoundationEssentials

/// How a server is, as far as the role may know: for the administrator's check.
package struct PostgresState: Sendable {
    /// As the server writes it, such as `15.18`.
    package let version: String
    package let role: String
    /// Whether policies don't hold for the role: it is the administrator, or was told to pass them.
    package let isAboveWall: Bool
    /// Whether the role owns tables, and could take the wall down.
    package let ownsTables: Bool
    package let clock: Date
    /// Settings of the server without which an answered write may be lost: those that are off.
    package let unsafe: [String]
    package let hasChecksums: Bool
    package let hasAmcheck: Bool
}

extension PostgresDatabase {
    /// The role that is logged in.
    package func role() async throws(StorageError) -> String {
        try await first("SELECT current_user") { try $0.column(0) } ?? ""
    }

    package func state() async throws(StorageError) -> PostgresState {
        let unsafe = try await rows(
            """
            SELECT name FROM pg_settings
            WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name
            """
        ) { try $0.column(0, as: String.self) }
        let state = try await first(
            """
            SELECT split_part(current_setting('server_version'), ' ', 1), current_user,
                r.rolsuper OR r.rolbypassrls,
                EXISTS (SELECT FROM pg_class c WHERE c.relkind IN ('r', 'p') AND pg_has_role(c.relowner, 'USAGE')
                    AND c.relnamespace = current_schema()::regnamespace),
                CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT),
                current_setting('data_checksums') = 'on', EXISTS (SELECT FROM pg_extension WHERE extname = 'amcheck')
            FROM pg_roles r WHERE r.rolname = current_user
            """
        ) { row in
            PostgresState(
                version: try row.column(0), role: try row.column(1), isAboveWall: try row.column(2),
                ownsTables: try row.column(3), clock: try row.column(4), unsafe: unsafe,
                hasChecksums: try row.column(5), hasAmcheck: try row.column(6))
        }
        guard let state else { throw .statement(detail: "the role is not in the catalogue") }
        return state
    }
}
