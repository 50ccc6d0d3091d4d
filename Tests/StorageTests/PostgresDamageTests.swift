import Drivers
import FoundationEssentials
import Glibc
import Storage
import Testing

@Suite(.enabled(if: Driver.available.contains(.postgres), "PostgreSQL 15 or later is not installed"))
struct PostgresDamageTests {
    @Test func `a changed page is found by the check and refused by the reads that meet it`() async throws {
        let server = try PostgresUnderTest()
        #expect(server.run("createdb", "-O outcomes_owner own"))
        let address = server.address(of: "own", as: "outcomes_owner")
        let database = try await PostgresDatabase.open(address)
        try await database.migrate([outcomes])
        try await database.execute((0..<2000).map { insert($0) })
        #expect(try await database.damage() == [])
        let path = try await database.first("SELECT pg_relation_filepath('outcome')") {
            try $0.column(0, as: String.self)
        }
        await database.close()
        #expect(server.control("stop"))
        let file = try #require(fopen("\(server.folder)/server/data/\(path ?? "")", "r+"))
        fseek(file, 8192 * 3 + 4000, SEEK_SET)
        fputs("changed", file)
        fclose(file)
        #expect(server.control("start"))
        let again = try await PostgresDatabase.open(address)
        let damage = try await again.damage()
        #expect(damage.contains { $0.hasPrefix("outcome: XX001") }, "\(damage)")
        #expect(await failure { _ = try await again.rows("SELECT title FROM outcome") }?.code == "STO-010")
        await again.close()
    }

    @Test func `a damaged index is found where amcheck is there`() async throws {
        let store = try StoreUnderTest(.postgres)
        let database = try await store.openAsOwner()
        try await database.migrate([outcomes])
        try await database.execute((0..<500).map { insert($0) })
        let administrator = try await PostgresDatabase.open(store.administratorAddress)
        try await administrator.alone("CREATE EXTENSION amcheck")
        #expect(try await administrator.damage() == [])
        // The catalogue is told that the order of the index is another one than that in which it was written.
        try await administrator.alone(
            """
            UPDATE pg_index SET indoption = '0 3' WHERE indexrelid = 'outcome_pkey'::regclass
            """)
        let again = try await PostgresDatabase.open(store.administratorAddress)
        let damage = try await again.damage()
        #expect(damage.contains { $0.hasPrefix("outcome_pkey: XX002") }, "\(damage)")
        for database in [database, administrator, again] as [any Database] { await database.close() }
    }
}
