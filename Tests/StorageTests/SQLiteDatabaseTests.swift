import FoundationEssentials
import Storage
import Testing

struct SQLiteDatabaseTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private func open(_ path: String? = nil, patience: Duration = .seconds(5)) async throws -> SQLiteDatabase {
        try await SQLiteDatabase.open(path: path ?? scratch.file, patience: patience)
    }

    @Test(arguments: Promise.all)
    func `the file keeps the promises of every database`(promise: Promise) async throws {
        let database = try await open()
        try await database.migrate([outcomes])
        try await promise.check(database)
        await database.close()
    }

    @Test func `what was written is there after closing and opening again`() async throws {
        for round in 1...3 {
            let database = try await open()
            try await database.migrate([outcomes])
            try await database.execute(insert(round))
            #expect(try await database.outcomeIDs() == Array(1...round))
            await database.close()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["test.sqlite"])
    }

    @Test func `what was committed, and only that, is there after the machine stops`() async throws {
        let database = try await open()
        try await database.migrate([outcomes])
        try await database.execute(insert(1))
        let copy = scratch.folder + "/copy.sqlite"
        try await database.transaction { transaction in
            try await transaction.execute((2...5000).map { insert($0) })
            // The files as they lie on the disk at this moment, log included.
            for suffix in ["", "-wal"] {
                try scratch.write(try scratch.bytes(of: scratch.file + suffix), to: copy + suffix)
            }
        }
        await database.close()
        let survivor = try await open(copy)
        #expect(try await survivor.outcomeIDs() == [1])
        #expect(try await survivor.damage() == [])
        await survivor.close()
    }

    @Test func `what is forgotten stands neither in the file nor in its log`() async throws {
        let database = try await open()
        try await database.migrate([outcomes])
        let secret = String(repeating: "Zebrina lives alone. ", count: 2000)
        try await database.execute("INSERT INTO outcome (place, id, title) VALUES ('a', 1, \(secret))")
        try await database.execute("UPDATE outcome SET title = 'gone' WHERE place = 'a' AND id = 1")
        func isOnDisk() throws -> Bool {
            try ["", "-wal"].contains { suffix in
                try scratch.bytes(of: scratch.file + suffix).contains(Array("Zebrina".utf8))
            }
        }
        #expect(try isOnDisk())
        #expect(try await database.forgetRemoved())
        #expect(try !isOnDisk())
        #expect(try await database.rows("SELECT title FROM outcome") { try $0.column(0, as: String.self) } == ["gone"])
        await database.close()
    }

    @Test func `a store that is let go without closing keeps what was written`() async throws {
        try await {
            let database = try await open()
            try await database.migrate([outcomes])
            try await database.execute(insert(1))
        }()
        let database = try await open()
        #expect(try await database.outcomeIDs() == [1])
        await database.close()
    }

    @Test func `programs that start together apply each migration once`() async throws {
        let second = Migration(2, "second", "CREATE TABLE second (place TEXT NOT NULL PRIMARY KEY) STRICT")
        try await withThrowingTaskGroup { group in
            for number in 0..<6 {
                group.addTask {
                    let database = try await open()
                    try await database.migrate([outcomes, second])
                    try await database.execute(insert(number))
                    await database.close()
                }
            }
            try await group.waitForAll()
        }
        let database = try await open()
        #expect(try await database.outcomeIDs() == Array(0..<6))
        await database.close()
    }

    @Test func `only the owner may read the file`() async throws {
        let database = try await open()
        try await database.migrate([outcomes])
        for suffix in ["", "-wal", "-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: scratch.file + suffix)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        await database.close()
    }

    @Test func `a file that another program holds is busy, not stuck`() async throws {
        let one = try await open()
        try await one.migrate([outcomes])
        let other = try await open(patience: .milliseconds(50))
        try await one.transaction { transaction in
            try await transaction.execute(insert(1))
            let errors = await withTaskGroup { group in
                for number in 2..<40 { group.addTask { await failure { try await other.execute(insert(number)) } } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(errors.allSatisfy { $0 == .busy })
            #expect(await failure { try await other.transaction { _ in } } == .busy)
        }
        try await other.execute(insert(2))
        #expect(try await one.outcomeIDs() == [1, 2])
        await one.close()
        await other.close()
    }

    @Test func `a full disk undoes the transaction and says so`() async throws {
        let database = try await open()
        try await database.migrate([outcomes])
        try await database.transaction { transaction in try await transaction.script("PRAGMA max_page_count = 40") }
        let long = String(repeating: "x", count: 3000)
        let whole = await failure {
            try await database.transaction { transaction in
                for number in 0..<100 { try await transaction.execute(insert(number, "\(number)" + long)) }
            }
        }
        #expect(whole == .full)
        let errors = await withTaskGroup { group in
            for number in 0..<100 {
                group.addTask { await failure { try await database.execute(insert(number, "\(number)" + long)) } }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(errors.contains(.full))
        #expect(try await database.outcomeIDs().count == errors.filter { $0 == nil }.count)
        // What is only good to know is left out, and nobody who reads is kept from it; what is wrong by itself still fails.
        try await database.noteInPassing(insert(200, long))
        #expect(try await !database.outcomeIDs().contains(200))
        await #expect(throws: StorageError.self) { try await database.noteInPassing("UPDATE nowhere SET x = 1") }
        #expect(try await database.damage() == [])
        await database.close()
    }

    @Test func `a table that is not strict is found`() async throws {
        let database = try await open()
        try await database.transaction { transaction in
            try await transaction.script("CREATE TABLE loose (place TEXT NOT NULL PRIMARY KEY)")
        }
        let problems = try await database.schemaProblems().map(\.description)
        #expect(problems == ["loose: the table is not STRICT"])
        await database.close()
    }

    @Test func `a file name that means something to SQLite is only a name`() async throws {
        for name in [":memory:", "file:x?mode=memory", "a b'c\"d"] {
            let database = try await open(scratch.folder + "/" + name)
            try await database.migrate([outcomes])
            await database.close()
            #expect(FileManager.default.fileExists(atPath: scratch.folder + "/" + name))
        }
    }
}
