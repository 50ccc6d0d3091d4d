import Drivers
import FoundationEssentials
import Glibc
import Storage
import Synchronization
import Testing

/// What a server can do that a file can't: be away, come back, and be asked by several programs.
@Suite(.enabled(if: Driver.available.contains(.postgres), "PostgreSQL 15 or later is not installed"), .serialized)
struct SlowPostgresServerTests {
    @Test func `a server that was started again is used again, and what was under way fails clearly`() async throws {
        let server = try PostgresUnderTest()
        #expect(server.run("createdb", "-O outcomes_owner own"))
        let database = try await PostgresDatabase.open(server.address(of: "own", as: "outcomes_owner"))
        try await database.migrate([outcomes])
        try await database.execute(insert(1))
        let underWay = await failure {
            try await database.transaction { transaction in
                try await transaction.execute(insert(2))
                #expect(server.control("restart -m immediate"))
                try await transaction.execute(insert(3))
            }
        }
        #expect(underWay?.code == "STO-018")
        // Every connection of the pool broke; none of that is seen.
        for number in 10..<20 { try await database.execute(insert(number)) }
        #expect(try await database.outcomeIDs() == [1] + Array(10..<20))
        #expect(server.control("stop -m immediate"))
        #expect(await failure { try await database.execute(insert(4)) }?.code == "STO-018")
        #expect(await failure { _ = try await database.outcomeIDs() }?.code == "STO-018")
        #expect(server.control("start"))
        try await database.execute(insert(5))
        #expect(try await database.outcomeIDs() == [1, 5] + Array(10..<20))
        await database.close()
    }

    @Test func `a connection that breaks while a change is confirmed leaves it open whether it was kept`() async throws
    {
        let store = try StoreUnderTest(.postgres)
        let database = try await store.openAsOwner()
        let administrator = try await PostgresDatabase.open(store.administratorAddress)
        // The server ends the connection while it judges the deferred rule, that is within the commit.
        try await administrator.transaction { transaction in
            try await transaction.script(
                "",
                postgres: """
                    CREATE TABLE note (place TEXT PRIMARY KEY);
                    CREATE FUNCTION leave() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS
                        $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER leave AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW EXECUTE FUNCTION leave();
                    GRANT ALL ON note TO outcomes_owner
                    """)
        }
        #expect(await failure { try await database.execute("INSERT INTO note VALUES ('leeds')") } == .uncertain)
        #expect(try await database.rows("SELECT * FROM note") == [])
        await administrator.close()
        await database.close()
    }

    @Test(arguments: [
        "", "nonsense", "postgres:/outcomes:hush@localhost/x", "postgres://outcomes:hush@localhost:port/x",
        "postgres://outcomes:hush@/x?host=/nowhere", "postgres://outcomes:hush@127.0.0.1:1/x",
        "host=/nowhere password=hush user=outcomes",
    ])
    func `no failure to connect tells the password`(address: String) async throws {
        let error = await failure { _ = try await PostgresDatabase.open(address, patience: .seconds(1)) }
        let code = try #require(error?.code)
        #expect(["STO-001", "STO-018"].contains(code))
        #expect(!String(describing: error).contains("hush"))
    }

    @Test func `an unknown role, database or encoding can't be opened, and says why`() async throws {
        let server = try PostgresUnderTest.shared.get()
        for address in [server.address(of: "nothing", as: "postgres"), server.address(of: "postgres", as: "nobody")] {
            #expect(await failure { _ = try await PostgresDatabase.open(address) }?.code == "STO-001")
        }
        #expect(
            server.run(
                "createdb", "-T template0 -E LATIN1 --locale=C --locale-provider=libc latin")
        )
        let error = await failure { _ = try await PostgresDatabase.open(server.address(of: "latin", as: "postgres")) }
        #expect(error == .unopenable(path: "PostgreSQL", detail: "the database must be in UTF8"))
        server.run("dropdb", "latin")
    }

    @Test func `a server that answers nothing is given up after the time allowed`() async throws {
        let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        let folder = "/tmp/io-deaf-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array("\(folder)/.s.PGSQL.5432".utf8)) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        #expect(bound == 0 && listen(socket, 5) == 0)
        let began = ContinuousClock.now
        let error = await failure {
            _ = try await PostgresDatabase.open("postgres://a@/b?host=\(folder)", patience: .milliseconds(300))
        }
        #expect(error?.code == "STO-018")
        #expect(ContinuousClock.now - began < .seconds(5))
    }

    @Test func `programs on one database lose no update, and wait for each other only within a place`() async throws {
        let store = try StoreUnderTest(.postgres)
        let one = try await PostgresDatabase.open(store.ownerAddress)
        try await one.migrate([outcomes])
        let other = try await PostgresDatabase.open(store.ownerAddress, patience: .milliseconds(200))
        try await one.execute(insert(0, "0"))
        try await withThrowingTaskGroup { group in
            for number in 0..<60 {
                let database = (number.isMultiple(of: 2) ? one : other).at(place)
                group.addTask {
                    while true {
                        do {
                            try await database.transaction { transaction in
                                let title = try await transaction.first("SELECT title FROM outcome WHERE id = 0") {
                                    try $0.column(0, as: String.self)
                                }
                                let next = "\((Int(title ?? "") ?? 0) + 1)"
                                try await transaction.execute("UPDATE outcome SET title = \(next) WHERE id = 0")
                            }
                            return
                        } catch StorageError.busy {}
                    }
                }
            }
            try await group.waitForAll()
        }
        let title = try await one.first("SELECT title FROM outcome WHERE id = 0") { try $0.column(0, as: String.self) }
        #expect(title == "60")
        try await one.at(place).transaction { transaction in
            try await transaction.execute(insert(1))
            #expect(await failure { try await other.at(place).execute(insert(2)) } == .busy)
            #expect(await failure { try await other.execute(insert(2)) } == .busy)
            try await other.at("york").execute("INSERT INTO outcome (place, id, title) VALUES ('york', 1, 'x')")
        }
        try await one.transaction { _ in
            #expect(await failure { try await other.at("york").execute("DELETE FROM outcome") } == .busy)
        }
        await one.close()
        await other.close()
    }

    @Test func `more statements than are kept prepared, and one whose table changed, go on working`() async throws {
        let store = try StoreUnderTest(.postgres)
        let database = try await store.openAsOwner()
        try await database.migrate([outcomes])
        try await database.execute(insert(1))
        try await database.transaction { transaction in
            for number in 0..<400 {
                let columns = (0...number).reduce("1" as SQL) { columns, _ in "\(columns), 1" }
                let row = try await transaction.rows("SELECT \(columns)").first
                #expect(row?.values.count == number + 2)
            }
        }
        let all: SQL = "SELECT * FROM outcome"
        for _ in 0..<20 { #expect(try await database.rows(all).first?.values.count == 5) }
        try await database.transaction { try await $0.script("ALTER TABLE outcome ADD COLUMN extra INTEGER") }
        _ = await failure { _ = try await database.rows(all) }
        #expect(try await database.rows(all).first?.values.count == 6)
        await database.close()
    }

    @Test
    func `what is forgotten is given back where the role owns the tables, and left to the server where it does not`()
        async throws
    {
        let store = try StoreUnderTest(.postgres)
        let server = try await store.open([outcomes])
        let owner = try await store.openAsOwner()
        try await owner.execute((0..<100).map { insert($0) })
        try await owner.execute("DELETE FROM outcome")
        #expect(try await server.forgetRemoved() == false)
        func size() async throws -> Int? {
            try await owner.first("SELECT pg_relation_size('outcome')") { try $0.column(0) }
        }
        #expect(try await size() ?? 0 > 0)
        #expect(try await owner.forgetRemoved())
        #expect(try await size() == 0)
        await owner.close()
        await server.close()
    }
}
