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

    @Test func `a whole number of any length is read as it is, or refused`() async throws {
        let store = try StoreUnderTest(.postgres)
        let database = try await store.openAsOwner()
        var numbers: [Int64] = [0, 1, -1, 9999, 10_000, 10_001, 100_000_000, .max, .min, .max - 1, .min + 1]
        for _ in 0..<200 { numbers.append(Int64.random(in: .min ... .max) >> Int64.random(in: 0..<64)) }
        for number in numbers {
            // The server makes a number of any length of the text, and writes it out again itself.
            let row = try await database.rows(
                "SELECT CAST(\("\(number)") AS numeric), CAST(CAST(\("\(number)") AS numeric) AS text)"
            ).first
            #expect(row?.values == [.integer(number), .text("\(number)")])
        }
        for text in [
            "9223372036854775808", "-9223372036854775809", "1e30", "-1e40", "0.5", "1.0", "NaN", "Infinity",
            "-Infinity",
            "99999999999999999999", "1e1000",
        ] {
            let error = await failure { _ = try await database.rows("SELECT CAST(\(text) AS numeric)") }
            #expect(error?.code == "STO-014", "\(text)")
        }
        await database.close()
    }

    @Test func `a type that has no exact place here is refused by its number`() async throws {
        let store = try StoreUnderTest(.postgres)
        let database = try await store.openAsOwner()
        for statement: SQL in [
            "SELECT now()", "SELECT '1 day'::interval", "SELECT ARRAY[1, 2]", "SELECT '{}'::json", "SELECT 1.5::float8",
            "SELECT gen_random_uuid()", "SELECT ROW(1, 2)",
        ] {
            #expect(await failure { _ = try await database.rows(statement) }?.code == "STO-014", "\(statement.text())")
        }
        #expect(try await database.rows("SELECT 1") == [Row(values: [.integer(1)])])
        await database.close()
    }

    @Test func `however many ask at once, no more connections are made than were allowed`() async throws {
        let store = try StoreUnderTest(.postgres)
        let owner = try await store.open([outcomes])
        let database = try await PostgresDatabase.open(store.address, writers: 2, readers: 3)
        let most = try await withThrowingTaskGroup { group in
            for number in 0..<60 {
                group.addTask {
                    try await database.at("place \(number % 7)").transaction { _ in }
                    return try await database.first(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND application_name = 'inside-outcomes' AND state IS NOT NULL
                        """
                    ) { try $0.column(0, as: Int.self) } ?? 0
                }
            }
            return try await group.reduce(0) { max($0, $1) }
        }
        // Five, and the one that the owner holds.
        #expect(most > 1 && most <= 6)
        await database.close()
        await owner.close()
    }

    @Test func `a unit of work that was ended from within is no success`() async throws {
        let store = try StoreUnderTest(.postgres)
        let database = try await store.openAsOwner()
        try await database.migrate([outcomes])
        let error = await failure {
            try await database.transaction { transaction in
                try await transaction.execute(insert(1))
                try await transaction.execute("ROLLBACK")
            }
        }
        #expect(error?.code == "STO-013")
        #expect(try await database.outcomeIDs() == [])
        try await database.execute(insert(2))
        await database.close()
    }
}
