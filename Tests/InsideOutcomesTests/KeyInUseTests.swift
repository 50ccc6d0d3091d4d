import Drivers
import Storage
import Testing
import Web

@testable import InsideOutcomes

@Suite(.onEveryDriver) struct KeyInUseTests {
    @Test func `a database is used with one key, until somebody says that another one is to take its place`()
        async throws
    {
        let store = try StoreUnderTest(.current)
        let database = try await store.open(Parts.migrations)
        let first = OwnerKey(secret: [UInt8](repeating: 1, count: 32))
        let second = OwnerKey(secret: [UInt8](repeating: 2, count: 32))
        #expect(try await KeyInUse.admits(first, in: database, isNew: false))
        #expect(try await KeyInUse.admits(first, in: database, isNew: false))
        #expect(try await !KeyInUse.admits(second, in: database, isNew: false))
        #expect(try await KeyInUse.admits(second, in: database, isNew: true))
        #expect(try await !KeyInUse.admits(first, in: database, isNew: false))
        await database.close()
    }
}
