import Drivers
import Storage
import Testing

/// Several programs that start on one store at the same time, as after a restart of the machine.
@Suite(.onEveryDriver) struct SlowStartTests {
    @Test func `programs that start together apply each migration once`() async throws {
        let store = try StoreUnderTest(Driver.current)
        let second = Migration(2, "second", "CREATE TABLE second (place TEXT NOT NULL PRIMARY KEY) STRICT")
        try await withThrowingTaskGroup { group in
            for number in 0..<6 {
                group.addTask {
                    let database = try await store.openAsOwner()
                    try await database.migrate([outcomes, second])
                    try await database.execute(insert(number))
                    await database.close()
                }
            }
            try await group.waitForAll()
        }
        let database = try await store.openAsOwner()
        #expect(try await database.outcomeIDs() == Array(0..<6))
        #expect(try await database.rows("SELECT number FROM migration").count == 2)
        await database.close()
    }
}
