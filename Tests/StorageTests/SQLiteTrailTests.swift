import Storage
import Testing

/// A file can be changed by any program; the trail knows what each row came to when we wrote it.
struct SQLiteTrailTests {
    private let kept = [outcomes, AuditMigration.migration]

    private func add(_ id: Int, _ title: String) -> SQL {
        "INSERT INTO outcome (place, id, title, picture) VALUES ('leeds', \(id), \(title), \([UInt8](repeating: 1, count: 5_000)))"
    }

    private func opened(_ scratch: Scratch) async throws -> SQLiteDatabase {
        let database = try await SQLiteDatabase.open(path: scratch.file)
        try await database.migrate(kept)
        for number in 1...50 { try await database.execute(add(number, "Outcome \(number)")) }
        return database
    }

    @Test(
        arguments: [
            (
                "UPDATE outcome SET title = 'Another' WHERE id = 7",
                "outcome 7 in leeds was changed past the audit trail"
            ),
            (
                "UPDATE outcome SET picture = zeroblob(5000) WHERE id = 7",
                "outcome 7 in leeds was changed past the audit trail"
            ),
            ("UPDATE outcome SET note = '' WHERE id = 7", "outcome 7 in leeds was changed past the audit trail"),
            ("DELETE FROM outcome WHERE id = 50", "outcome 50 in leeds was removed past the audit trail"),
            (
                "INSERT INTO outcome (place, id, title) VALUES ('leeds', 99, 'New')",
                "outcome 99 in leeds was added past the audit trail"
            ),
        ] as [(SQL, String)])
    func `a change past the trail is found and named`(change: SQL, sentence: String) async throws {
        let scratch = try Scratch()
        let database = try await opened(scratch)
        #expect(try await database.changedFromOutside() == [])
        let outside = try await SQLiteDatabase.open(path: scratch.file)
        try await Author.$current.withValue(.unrecorded) { _ = try await outside.execute(change) }
        await outside.close()
        #expect(try await database.changedFromOutside() == [sentence])
        // To seal is to take over what is there.
        try await database.sealRows()
        let after = try await database.changedFromOutside()
        #expect(after == (sentence.contains("removed") ? [sentence] : []))
        await database.close()
    }

    @Test func `rows from before the trail are sealed when it begins, and after every change of tables`() async throws {
        let scratch = try Scratch()
        let database = try await SQLiteDatabase.open(path: scratch.file)
        try await database.migrate([outcomes])
        try await database.execute(add(1, "Fewer"))
        try await database.migrate(kept)
        #expect(try await database.changedFromOutside() == [])
        let wider = Migration(12, "wider", "ALTER TABLE outcome ADD COLUMN rank INTEGER NOT NULL DEFAULT 3")
        try await database.migrate(kept + [wider])
        #expect(try await database.changedFromOutside() == [])
        try await database.execute("UPDATE outcome SET rank = 4")
        #expect(try await database.changedFromOutside() == [])
        let entries = try await database.rows("SELECT operation FROM audit ORDER BY number") {
            try $0.column(0, as: String.self)
        }
        #expect(entries == ["sealed", "sealed", "changed"])
        await database.close()
    }
}
