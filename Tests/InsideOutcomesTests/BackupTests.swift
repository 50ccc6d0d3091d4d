import Backups
import Configuration
import Drivers
import FoundationEssentials
import StandIns
import Testing
import Web

@testable import InsideOutcomes

/// A whole installation goes into a file and comes out of it, on both kinds of database.
@Suite(.onEveryDriver) struct BackupTests {
    private let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private func settings(_ store: StoreUnderTest, _ folder: String) throws -> Settings {
        try Settings(environment: [
            "OUTCOMES_DATA": folder, "OUTCOMES_HOME": home, "OUTCOMES_LISTEN": "127.0.0.1:0",
            "OUTCOMES_DATABASE": store.address, "OUTCOMES_DATABASE_OWNER": store.ownerAddress,
        ])
    }

    @Test func `nothing is moved while a server works with it`() async throws {
        let visitor = try await Visitor()
        let source = visitor.installation.services.settings
        let target = try Settings(environment: [
            "OUTCOMES_DATA": visitor.folder + "/moved", "OUTCOMES_HOME": source.home,
        ])
        let move = MoveInstallation(from: source, to: target, now: visitor.clock.now)
        await #expect(throws: BackupError.served(path: source.data)) { try await move.run() }
        #expect(!FileManager.default.fileExists(atPath: target.data))
        await visitor.close()
        _ = try await move.run()
        #expect(FileManager.default.fileExists(atPath: target.data + "/outcomes.sqlite"))
    }

    @Test(arguments: Driver.available) func `an installation is restored on an empty machine and goes on there`(
        on driver: Driver
    ) async throws {
        let visitor = try await Visitor()
        _ = try await visitor.organisation()
        let file = visitor.folder + "/a.backup"
        let (written, size) = try await BackUpInstallation(
            visitor.installation.services.settings, now: visitor.clock.now
        ).run(to: file, passphrase: nil)
        #expect(written.files.map(\.name) == ["owner.key"])
        #expect(written.tables.contains { $0.name == "person" && $0.count == 1 })
        #expect(size > 1000)
        let (header, checked) = try await RestoreInstallation.check(file, passphrase: nil)
        #expect(checked == written)
        #expect(header.program == Version.current)

        let store = try StoreUnderTest(driver)
        let target = try settings(store, store.folder + "/new")
        #expect(try await RestoreInstallation(target).run(file, passphrase: nil) == written)
        let opened = try await Installation(target, isEmpty: false, worker: StubWorker(.map()), write: { _ in })
        #expect(opened.place == visitor.installation.place)
        #expect(
            opened.services.key.linkKey == visitor.installation.services.key.linkKey)
        await opened.stop()

        await #expect(throws: BackupError.self) { try await RestoreInstallation(target).run(file, passphrase: nil) }
        await visitor.close()
    }

    @Test func `a refused backup leaves neither a database nor files`() async throws {
        let visitor = try await Visitor()
        let file = visitor.folder + "/a.backup"
        _ = try await BackUpInstallation(visitor.installation.services.settings, now: visitor.clock.now)
            .run(to: file, passphrase: nil)
        var bytes = try #require(FileManager.default.contents(atPath: file))
        bytes[bytes.count - 10] ^= 1
        try bytes.write(to: URL(filePath: file))
        let store = try StoreUnderTest(.current)
        let target = try settings(store, store.folder + "/new")
        await #expect(throws: BackupError.damaged(detail: "its sums")) {
            try await RestoreInstallation(target).run(file, passphrase: nil)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: target.data) == ["worker"])
        await visitor.close()
    }

    @Test func `no other file gives way to a backup, and an earlier backup does`() async throws {
        let visitor = try await Visitor()
        let backup = BackUpInstallation(visitor.installation.services.settings, now: visitor.clock.now)
        let file = visitor.folder + "/letter"
        try Data("Dear all".utf8).write(to: URL(filePath: file))
        await #expect(throws: BackupError.self) { try await backup.run(to: file, passphrase: nil) }
        #expect(FileManager.default.contents(atPath: file) == Data("Dear all".utf8))
        _ = try await backup.run(to: file + "2", passphrase: nil)
        _ = try await backup.run(to: file + "2", passphrase: nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: visitor.folder)
        #expect(!names.contains { $0.hasSuffix(".part") })
        await visitor.close()
    }

    @Test(arguments: ["owner.key.x", "../owner.key", "marked/x", "/etc/passwd", ""])
    func `no backup writes another file than the key`(name: String) throws {
        let key = StagedKey(path: "/nowhere/owner.key")
        #expect(throws: BackupError.damaged(detail: "a file that belongs elsewhere")) { try key.begin(name) }
    }
}
