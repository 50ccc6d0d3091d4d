import Drivers
import Storage
import Testing

@Suite(.enabled(if: Driver.available.contains(.postgres), "PostgreSQL 15 or later is not installed"))
struct PostgresDatabaseTests {
    @Test(arguments: Promise.all)
    func `the server keeps the promises of every database`(promise: Promise) async throws {
        let store = try StoreUnderTest(.postgres)
        let database = try await store.openAsOwner()
        try await database.migrate([outcomes])
        try await promise.check(database)
        await database.close()
    }
}
