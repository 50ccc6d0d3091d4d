import FoundationEssentials
import Storage
import Testing

struct SQLiteDamageTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private func open() async throws -> SQLiteDatabase {
        try await SQLiteDatabase.open(path: scratch.file)
    }

    /// The bytes of a store with some hundred pages.
    private func sound() async throws -> [UInt8] {
        let database = try await open()
        try await database.migrate([outcomes])
        try await database.execute((0..<5000).map { insert($0) })
        await database.close()
        return try scratch.bytes(of: scratch.file)
    }

    @Test func `a file in a folder that is not there can't be opened`() async throws {
        let error = await failure { _ = try await SQLiteDatabase.open(path: scratch.folder + "/none/test.sqlite") }
        #expect(error?.code == "STO-001")
        #expect(await failure { _ = try await SQLiteDatabase.open(path: scratch.folder) }?.code == "STO-001")
    }

    @Test func `a file that is no database is refused and left as it is`() async throws {
        let text = Array(String(repeating: "Dear all, here are the minutes of the meeting. ", count: 100).utf8)
        try scratch.write(text, to: scratch.file)
        #expect(await failure { _ = try await open() }?.code == "STO-010")
        #expect(try scratch.bytes(of: scratch.file) == text)
    }

    @Test func `another program's database is refused and left as it is`() async throws {
        var bytes = try await sound()
        // The application's mark: four bytes at offset 68 of the file (SQLite, "Database File Format", 1.3).
        for offset in 68..<72 { bytes[offset] = 0 }
        try scratch.write(bytes, to: scratch.file)
        #expect(await failure { _ = try await open() } == .foreign(path: scratch.file))
        #expect(try scratch.bytes(of: scratch.file) == bytes)
    }

    @Test func `a file that was cut short is refused`() async throws {
        let bytes = try await sound()
        try scratch.write(Array(bytes.prefix(bytes.count / 2)), to: scratch.file)
        #expect(await failure { _ = try await open() }?.code == "STO-010")
    }

    @Test func `a damaged first page is refused`() async throws {
        var bytes = try await sound()
        for offset in 100..<4096 { bytes[offset] = 0xff }
        try scratch.write(bytes, to: scratch.file)
        #expect(await failure { _ = try await open() }?.code == "STO-010")
    }

    @Test func `a damaged page elsewhere is found by the check and refused by the reads that meet it`() async throws {
        var bytes = try await sound()
        for offset in 4096 * 20..<4096 * 40 { bytes[offset] = 0xff }
        try scratch.write(bytes, to: scratch.file)
        let database = try await open()
        #expect(try await database.damage() != [])
        let error = await failure { _ = try await database.rows("SELECT place, id, title, note, picture FROM outcome") }
        #expect(error?.code == "STO-010")
        await database.close()
    }

    @Test func `no arbitrary change of the file's bytes ends the program`() async throws {
        let bytes = try await sound()
        var random = SystemRandomNumberGenerator()
        for _ in 0..<60 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...200, using: &random) {
                let end = Bool.random(using: &random) ? 4096 : bytes.count
                changed[Int.random(in: 0..<end, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            try scratch.write(changed, to: scratch.file)
            for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: scratch.file + suffix) }
            guard let database = try? await open() else { continue }
            _ = try? await database.migrate([outcomes])
            _ = try? await database.outcomeIDs()
            _ = try? await database.execute(insert(9999))
            _ = try? await database.damage()
            await database.close()
        }
    }
}
