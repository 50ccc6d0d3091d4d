package import Configuration
package import Storage

/// Splits the tables that grow with what people bring in, on PostgreSQL, so that parts of them can move to other servers.
package enum SplitTables {
    /// The documents of accounts, files on their way, and the audit trail: nothing points to their rows.
    package static let tables = ["rendering", "job_file", "audit"]

    /// - Returns: the tables that were split now; those that were split before are left as they are.
    package static func run(_ settings: Settings, into parts: Int) async throws(StorageError) -> [String] {
        guard let address = settings.database else { throw .unopenable(path: "PostgreSQL", detail: "none is set") }
        let server = try await PostgresDatabase.open(address.text, writers: 1, readers: 1)
        let role: String?
        do throws(StorageError) {
            role = settings.databaseOwner == nil ? nil : try await server.role()
        } catch {
            await server.close()
            throw error
        }
        await server.close()
        let owner = try await PostgresDatabase.open(
            (settings.databaseOwner ?? address).text, writers: 1, readers: 1, servedBy: role)
        do throws(StorageError) {
            let split = try await run(owner, into: parts)
            await owner.close()
            return split
        } catch {
            await owner.close()
            throw error
        }
    }

    package static func run(_ owner: PostgresDatabase, into parts: Int) async throws(StorageError) -> [String] {
        try await owner.migrate(Parts.migrations)
        var split: [String] = []
        for table in tables where try await owner.split(table, into: parts) { split.append(table) }
        return split
    }
}
