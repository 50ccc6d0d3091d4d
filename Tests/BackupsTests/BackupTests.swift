import Backups
import Dispatch
import Drivers
import FoundationEssentials
import Glibc
import Storage
import Synchronization
import Testing

@Suite(.onEveryDriver) struct BackupTests {
    @Test(arguments: Driver.available) func `everything comes back on either kind of database`(to driver: Driver)
        async throws
    {
        let store = try StoreUnderTest(Driver.current)
        let source = try await store.open(library)
        try await source.execute(holdings)
        let file = store.folder + "/a.backup"
        let written = try await backUp(source, to: file)
        #expect(written.tables.map(\.name) == ["author", "almanac", "migration"])
        #expect(written.rows == 2 + 4 + 4)

        let other = try StoreUnderTest(driver)
        let target = try await other.openToFill()
        #expect(try await restore(file, into: target) == written)
        let again = other.folder + "/again.backup"
        #expect(try await backUp(target, to: again) == written)
        #expect(try bytes(of: again) == bytes(of: file))
        await target.close()

        // The role that serves works with what was restored.
        let serving = try await other.open(library)
        try await serving.at("leeds").execute("UPDATE almanac SET sold = 1 WHERE place = 'leeds' AND title = 'a'")
        #expect(try await serving.rows("SELECT title FROM almanac ORDER BY title").count == 4)
        await serving.close()
        await source.close()
    }

    @Test(arguments: Driver.available) func `the audit trail comes along, and goes on`(to driver: Driver) async throws {
        let kept = library + [AuditMigration.migration]
        let store = try StoreUnderTest(Driver.current)
        let source = try await store.open(kept)
        try await source.execute(holdings)
        try await source.execute("UPDATE almanac SET sold = 5 WHERE place = 'leeds' AND title = 'a'")
        let entries: SQL = """
            SELECT place, number, moment, table_name, row_key, operation, before, after FROM audit
            WHERE operation <> 'sealed' ORDER BY place, number
            """
        let trail = try await source.rows(entries)
        #expect(trail.count == 9)
        let file = store.folder + "/a.backup"
        _ = try await backUp(source, to: file)
        await source.close()

        let other = try StoreUnderTest(driver)
        let target = try await other.openToFill()
        try await restore(file, into: target, knowing: kept)
        #expect(try await target.rows(entries) == trail)
        #expect(try await target.changedFromOutside() == [])
        await target.close()
        let serving = try await other.open(kept)
        try await serving.execute("UPDATE almanac SET sold = 6 WHERE place = 'leeds' AND title = 'a'")
        #expect(try await serving.rows(entries).count == 10)
        await serving.close()
    }

    @Test func `an encrypted backup comes back with its passphrase only`() async throws {
        let store = try StoreUnderTest(Driver.current)
        let source = try await store.open(library)
        try await source.execute(holdings)
        let file = store.folder + "/sealed.backup"
        let written = try await backUp(source, to: file, passphrase: "correct horse battery staple")
        let sealed = try bytes(of: file)
        // The table's name stands near the beginning of a plain one.
        #expect(!String(decoding: sealed.prefix(20_000), as: UTF8.self).contains("almanac"))

        let other = try StoreUnderTest(Driver.current)
        let target = try await other.openToFill()
        #expect(await refusal { try await restore(file, into: target) } == .sealed)
        #expect(
            await refusal { try await restore(file, into: target, passphrase: "correct horse") } == .wrongPassphrase)
        #expect(
            try await restore(file, into: target, passphrase: "correct horse battery staple") == written)
        await target.close()
        await source.close()
    }

    @Test func `a store that holds anything is left as it is`() async throws {
        let store = try StoreUnderTest(Driver.current)
        let source = try await store.open(library)
        try await source.execute(holdings)
        let file = store.folder + "/a.backup"
        _ = try await backUp(source, to: file)
        let other = try StoreUnderTest(Driver.current)
        let target = try await other.openToFill()
        try await target.migrate(library)
        try await target.execute("INSERT INTO author VALUES ('york', 1, 'Ours', NULL)")
        let files = Pocket()
        let error = await refusal { try await restore(file, into: target, files: files) }
        #expect(error == .notEmpty(what: "rows in the table author"))
        #expect(try await target.rows("SELECT name FROM author").count == 1)
        #expect(!files.isPlaced.withLock { $0 })
        await target.close()
        await source.close()
    }

    @Test func `a backup of an earlier version is brought up to date, and one of a later version refused`() async throws
    {
        let store = try StoreUnderTest(Driver.current)
        let source = try await store.open([library[0]])
        try await source.execute("INSERT INTO almanac (place, title) VALUES ('leeds', 'old')")
        let file = store.folder + "/old.backup"
        _ = try await backUp(source, to: file)
        await source.close()

        let other = try StoreUnderTest(Driver.current)
        let target = try await other.openToFill()
        let later = library + [Migration(9, "later", "CREATE TABLE later (place TEXT NOT NULL PRIMARY KEY) STRICT")]
        try await restore(file, into: target, knowing: later)
        let notes = try await target.rows("SELECT title, note FROM almanac") { try $0.column(1, as: String?.self) }
        #expect(notes == [nil])
        _ = try await backUp(target, to: file)
        await target.close()

        let third = try StoreUnderTest(Driver.current)
        let earlier = try await third.openToFill()
        #expect(await refusal { try await restore(file, into: earlier, knowing: library) } == .newer(migration: 9))
        let changed = [library[0], library[1], Migration(9, "later", "CREATE TABLE other (place TEXT PRIMARY KEY)")]
        #expect(
            await refusal { try await restore(file, into: earlier, knowing: changed) }
                == .otherTables(detail: "change 9 is another one"))
        await earlier.close()
    }

    @Test func `files travel with the tables`() async throws {
        let store = try StoreUnderTest(Driver.current)
        let source = try await store.open(library)
        try write(Array("secret".utf8), to: store.folder + "/owner.key")
        let descriptor = open(store.folder + "/owner.key", O_RDONLY)
        defer { close(descriptor) }
        // What is removed once it is open goes in all the same.
        unlink(store.folder + "/owner.key")
        let file = store.folder + "/a.backup"
        _ = try await backUp(source, to: file, files: [BackupFile(name: "owner.key", descriptor: descriptor)])
        await source.close()
        let other = try StoreUnderTest(Driver.current)
        let target = try await other.openToFill()
        let files = Pocket()
        try await restore(file, into: target, files: files)
        #expect(files.kept.withLock { $0 } == ["owner.key": Array("secret".utf8)])
        #expect(files.isPlaced.withLock { $0 })
        await target.close()
    }

    @Test(arguments: Driver.available) func `a store moves to another kind of database and is compared there`(
        to driver: Driver
    ) async throws {
        let store = try StoreUnderTest(Driver.current)
        let source = try await store.open(library)
        try await source.execute(holdings)
        let other = try StoreUnderTest(driver)
        let target = try await other.openToFill()
        let moving = MoveStore(
            writing: WriteBackup(created: moment, program: "1.2.3"), restoring: RestoreBackup(migrations: library))
        let moved = try await moving.run(from: source, files: [], into: target, taking: Pocket())
        #expect(moved == (try await backUp(source, to: store.folder + "/a.backup")))
        #expect(moved == (try await backUp(target, to: store.folder + "/b.backup")))
        // A second time there is something there, and nothing hangs.
        let error = await refusal {
            try await moving.run(from: source, files: [], into: target, taking: Pocket())
        }
        #expect(error == .notEmpty(what: "rows in the table author"))
        await target.close()
        await source.close()
    }

    @Test func `a move during which somebody writes is refused and undone`() async throws {
        let store = try StoreUnderTest(Driver.current)
        let source = try await store.open(library)
        try await source.execute(holdings)
        let other = try StoreUnderTest(Driver.current)
        let target = try await other.openToFill()
        let moving = MoveStore(
            writing: WriteBackup(created: moment, program: "1.2.3"), restoring: RestoreBackup(migrations: library))
        let descriptor = open("/dev/null", O_RDONLY)
        defer { close(descriptor) }
        let error = await refusal {
            // A file arrives once the moment is chosen.
            try await moving.run(
                from: source, files: [BackupFile(name: "x", descriptor: descriptor)], into: target,
                taking: Interruption { try await source.execute("INSERT INTO author VALUES ('york', 9, 'Late', NULL)") }
            )
        }
        #expect(error == .changedMeanwhile(table: "author"))
        #expect(try await target.rows("SELECT name FROM author").isEmpty)
        await target.close()
        await source.close()
    }
}

/// Does something while a file is taken, and waits until it is done.
private final class Interruption: FileTaker {
    private let work: @Sendable () async throws -> Void

    init(_ work: @escaping @Sendable () async throws -> Void) { self.work = work }

    func begin(_ name: String) {
        let isDone = DispatchSemaphore(value: 0)
        let work = work
        Task.detached {
            await #expect(throws: Never.self) { try await work() }
            isDone.signal()
        }
        isDone.wait()
    }

    func add(_ bytes: [UInt8]) {}
    func end() {}
    func place() {}
}
