import Crypto
import FoundationEssentials
package import Storage

/// A store of a test's own, with nothing in it, and a folder beside it; both go when the test lets go of it. It can be opened again,
/// as after a restart.
package final class StoreUnderTest: Sendable {
    package let driver: Driver
    package let folder: String
    private let server: PostgresUnderTest?
    private let name = "test_" + RandomIdentifier.short().lowercased()

    package init(_ driver: Driver) throws {
        self.driver = driver
        folder = FileManager.default.temporaryDirectory.path + "/store-" + RandomIdentifier.short()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        server = driver == .postgres ? try PostgresUnderTest.shared.get() : nil
        if let server, !server.run("createdb", "-O outcomes_owner '\(name)'") {
            throw PostgresUnderTest.Unstarted(description: "no database \(name) could be made")
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
        server?.run("dropdb", "--force '\(name)'", isAwaited: false)
    }

    /// What `OUTCOMES_DATABASE` and `OUTCOMES_DATABASE_OWNER` hold for this store; empty for a file in the folder.
    package var address: String { server?.address(of: name, as: "outcomes_server") ?? "" }
    package var ownerAddress: String { server?.address(of: name, as: "outcomes_owner") ?? "" }
    package var administratorAddress: String { server?.address(of: name, as: "postgres") ?? "" }

    /// Opens the store with its tables up to date. On PostgreSQL one role makes the tables, and another one works with them.
    package func open(_ migrations: [Migration]) async throws -> any Database {
        if driver == .postgres {
            let owner = try await PostgresDatabase.open(ownerAddress, servedBy: "outcomes_server")
            try await owner.migrate(migrations)
            await owner.close()
            return try await PostgresDatabase.open(address)
        }
        let database = try await openAsOwner()
        try await database.migrate(migrations)
        return database
    }

    /// Opens the store as the one who may make tables.
    package func openAsOwner() async throws -> any Database {
        switch driver {
        case .sqlite: try await SQLiteDatabase.open(path: folder + "/test.sqlite")
        case .postgres: try await PostgresDatabase.open(ownerAddress)
        }
    }
}
