import Backups
import Configuration
import Glibc
import Storage

/// The database that the settings name: a file of the data folder, or PostgreSQL.
enum ChosenDatabase {
    /// How long a start may wait for another server that brings the same tables up to date.
    private static let patience = Duration.seconds(300)

    /// Opens it and brings its tables up to date.
    ///
    /// - Parameter isReadOnly: to leave it as it is; it must be PostgreSQL, and up to date.
    static func open(
        _ settings: Settings, _ folder: DataFolder, isReadOnly: Bool = false
    ) async throws(StorageError) -> any Database {
        if isReadOnly { return try await openAsItIs(settings) }
        guard let address = settings.database else {
            let database = try await SQLiteDatabase.open(path: folder.database)
            do throws(StorageError) {
                // What is broken is served to nobody. PostgreSQL looks at each page that it reads.
                let damage = try await database.damage()
                guard damage.isEmpty else { throw .corrupt(detail: damage.prefix(3).joined(separator: "; ")) }
                try await database.migrate(Parts.migrations)
                return database
            } catch {
                await database.close()
                throw error
            }
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

    private static func openAsItIs(_ settings: Settings) async throws(StorageError) -> any Database {
        guard let address = settings.database else {
            throw .unopenable(path: "PostgreSQL", detail: "--read-only needs OUTCOMES_DATABASE")
        }
        let database = try await PostgresDatabase.open(address.text)
        do throws(StorageError) {
            guard try await database.unappliedMigrations(of: Parts.migrations) == 0 else {
                throw .unopenable(path: "PostgreSQL", detail: "its tables are those of an older version")
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

    /// Opens it without a change to its tables; nil where there is none yet.
    static func openIfThere(_ settings: Settings) async throws(StorageError) -> (any Database)? {
        if let address = settings.database {
            return try await PostgresDatabase.open(address.text, writers: 1, readers: 1)
        }
        let path = DataFolder.database(in: settings.data)
        guard access(path, F_OK) == 0 else { return nil }
        return try await SQLiteDatabase.open(path: path, readers: 1)
    }

    static func openAsItIs(_ settings: Settings) async throws(BackupError) -> (any Database)? {
        do throws(StorageError) { return try await openIfThere(settings) } catch { throw .storage(error) }
    }

    /// Opens it as the role that makes the tables, and lets in the one that works with them.
    static func openToFill(_ settings: Settings, _ folder: DataFolder) async throws(BackupError) -> any Database {
        do throws(StorageError) {
            guard let address = settings.database else { return try await SQLiteDatabase.open(path: folder.database) }
            guard let owner = settings.databaseOwner else { return try await PostgresDatabase.open(address.text) }
            let server = try await PostgresDatabase.open(address.text, writers: 1, readers: 1)
            let role: String
            do {
                role = try await server.role()
            } catch {
                await server.close()
                throw error
            }
            await server.close()
            return try await PostgresDatabase.open(
                owner.text, writers: 1, readers: 1, patience: patience, servedBy: role)
        } catch {
            throw .storage(error)
        }
    }
}
