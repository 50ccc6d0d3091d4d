import Drivers
import Storage
import Testing

/// The wall between places that stands behind the statements' own conditions.
@Suite(.enabled(if: Driver.available.contains(.postgres), "PostgreSQL 15 or later is not installed"))
struct PostgresWallTests {
    private func titles(_ store: any Reading) async throws(StorageError) -> [String] {
        try await store.rows("SELECT title FROM outcome ORDER BY title") { try $0.column(0) }
    }

    private func add(_ title: String, to place: String) -> SQL {
        "INSERT INTO outcome (place, id, title) VALUES (\(place), 1, \(title))"
    }

    /// Two roles as in a large installation, or one that owns what it works with.
    private func open(_ store: StoreUnderTest, asOwner: Bool) async throws -> any Database {
        guard asOwner else { return try await store.open([outcomes]) }
        let database = try await store.openAsOwner()
        try await database.migrate([outcomes])
        return database
    }

    @Test(arguments: [false, true])
    func `a statement that forgets its place sees and changes only that of its work`(asOwner: Bool) async throws {
        let store = try StoreUnderTest(.postgres)
        let database = try await open(store, asOwner: asOwner)
        let (leeds, york) = (database.at("leeds"), database.at("york"))
        try await leeds.execute(add("Leeds", to: "leeds"))
        try await york.execute(add("York", to: "york"))
        // None of these says for which place it is.
        #expect(try await titles(leeds) == ["Leeds"])
        #expect(try await titles(york) == ["York"])
        #expect(try await titles(database) == ["Leeds", "York"])
        #expect(try await leeds.snapshot { try await titles($0) } == ["Leeds"])
        #expect(try await leeds.execute("UPDATE outcome SET note = 'seen'") == 1)
        #expect(try await york.execute("DELETE FROM outcome WHERE place = 'leeds'") == 0)
        let seen = try await leeds.transaction { transaction in
            [try await titles(transaction), try await titles(database), try await titles(york)]
        }
        #expect(seen == [["Leeds"], ["Leeds", "York"], ["York"]])
        #expect(await failure { try await leeds.execute(add("Smuggled", to: "york")) }?.code == "STO-020")
        let moved = await failure { try await leeds.execute("UPDATE outcome SET place = 'york', id = 2") }
        #expect(moved?.code == "STO-020")
        #expect(try await titles(database) == ["Leeds", "York"])
        await database.close()
    }

    @Test func `after a place's work nothing of it stays on the connection`() async throws {
        let store = try StoreUnderTest(.postgres)
        _ = try await open(store, asOwner: false)
        let database = try await PostgresDatabase.open(store.address, writers: 1, readers: 1)
        for name in ["leeds", "york"] { try await database.at(name).execute(add(name, to: name)) }
        for _ in 0..<3 {
            for name in ["leeds", "york"] {
                #expect(try await titles(database.at(name)) == [name])
                _ = await failure { try await database.at(name).transaction { _ in throw StorageError.busy } }
                #expect(try await titles(database) == ["leeds", "york"])
            }
        }
        await database.close()
    }

    @Test func `whoever says for nobody sees nothing`() async throws {
        let store = try StoreUnderTest(.postgres)
        let database = try await open(store, asOwner: false)
        try await database.execute(add("Leeds", to: "leeds"))
        let seen = try await database.snapshot { snapshot in
            _ = try await snapshot.rows("SELECT set_config('io.installation', '', true)")
            return try await titles(snapshot)
        }
        #expect(seen == [])
        await database.close()
    }

    @Test(arguments: ["o'clock", "' OR true --", "\\'", "*", "on", "", "leeds\nyork", "Ŵ"])
    func `a place is only a name, whatever it is called`(name: String) async throws {
        let store = try StoreUnderTest(.postgres)
        let database = try await open(store, asOwner: false)
        try await database.execute(add("Leeds", to: "leeds"))
        #expect(try await titles(database.at(name)) == [])
        try await database.at(name).execute(add("own", to: name))
        #expect(try await titles(database.at(name)) == ["own"])
        #expect(await failure { _ = try await titles(database.at("a\0b")) } == .unstorable)
        await database.close()
    }

    @Test func `the server's role owns no table and can't make, change or empty one`() async throws {
        let store = try StoreUnderTest(.postgres)
        let server = try await store.open([outcomes])
        let database = try #require(server as? PostgresDatabase)
        let state = try await database.state()
        #expect(state.role == "outcomes_server")
        #expect(!state.ownsTables && !state.isAboveWall)
        for statement: SQL in [
            "CREATE TABLE mine (place TEXT PRIMARY KEY)", "DROP TABLE outcome", "TRUNCATE outcome",
            "ALTER TABLE outcome DISABLE ROW LEVEL SECURITY", "DROP POLICY place ON outcome", "DELETE FROM migration",
        ] {
            let error = await failure { try await server.execute(statement) }
            #expect(error?.code == "STO-020", "\(statement.text())")
        }
        await server.close()
        let owner = try await PostgresDatabase.open(store.ownerAddress)
        #expect(try await owner.state().ownsTables)
        await owner.close()
        let administrator = try await PostgresDatabase.open(store.administratorAddress)
        #expect(try await administrator.state().isAboveWall)
        await administrator.close()
    }

    @Test func `a table that is made later gets its wall with it, and one without is found`() async throws {
        let store = try StoreUnderTest(.postgres)
        let server = try await store.open([outcomes])
        await server.close()
        let later = Migration(2, "later", "CREATE TABLE later (place TEXT NOT NULL PRIMARY KEY) STRICT")
        let again = try await store.open([outcomes, later])
        try await again.at("leeds").execute("INSERT INTO later (place) VALUES ('leeds')")
        #expect(try await again.at("york").rows("SELECT * FROM later") == [])
        #expect(try await again.schemaProblems() == [])
        let administrator = try await PostgresDatabase.open(store.administratorAddress)
        try await administrator.alone("ALTER TABLE later NO FORCE ROW LEVEL SECURITY")
        #expect(try await again.schemaProblems().map(\.description) == ["later: there is no wall between places"])
        await administrator.close()
        await again.close()
    }
}
