import Configuration
import Storage

/// The database that the settings name: a file of the data folder, or PostgreSQL.
enum ChosenDatabase {
    /// How long a start may wait for another server that brings the same tables up to date.
    private static let patience = Duration.seconds(300)

    /// Opens it and brings its tables up to date.
    static func open(_ settings: Settings, _ folder: DataFolder) async throws(StorageError) -> any Database {
        guard let address = settings.database else {
            let database = try await SQLiteDatabase.open(path: folder.database)
            try await database.migrate(Parts.migrations)
            return database
        }
        let database = try await PostgresDatabase.open(address.text)
        do throws(StorageError) {
            let owner = settings.databaseOwner
            try await migrate(owner ?? address, servedBy: owner == nil ? nil : try await database.role())
            guard try await database.unappliedMigrations(of: Parts.migrations) == 0 else {
                throw .unopenable(path: "PostgreSQL", detail: "OUTCOMES_DATABASE_OWNER leads to another database")
            }
            return database
        } catch {
            await database.close()
            throw error
        }
    }

    /// Another connection than the server's own: it waits longer, and may be another role's.
    private static func migrate(_ address: DatabaseAddress, servedBy role: String?) async throws(StorageError) {
        let owner = try await PostgresDatabase.open(
            address.text, writers: 1, readers: 1, patience: patience, servedBy: role)
        do {
            try await owner.migrate(Parts.migrations)
        } catch {
            await owner.close()
            throw error
        }
        await owner.close()
    }
}
