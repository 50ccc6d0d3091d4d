import Storage
import Testing

struct SQLiteDatabaseTests {
    let scratch: Scratch
    let database: SQLiteDatabase

    init() async throws {
        scratch = try Scratch()
        database = try await SQLiteDatabase.open(path: scratch.file)
        try await database.migrate([outcomes])
    }

    @Test func `what is written can be read`() async throws {
        let contract = DatabaseContract(database: database)
        try await contract.insert(1, "Fewer falls")
        #expect(try await contract.titles() == ["Fewer falls"])
    }
}
