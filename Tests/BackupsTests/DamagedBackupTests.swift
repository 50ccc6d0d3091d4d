import Backups
import CanonicalJSON
import Crypto
import Drivers
import FoundationEssentials
import Glibc
import Storage
import Synchronization
import Testing

/// Whatever is wrong with a backup, one sentence says so, and nothing of it is kept.
struct DamagedBackupTests {
    private let store: StoreUnderTest
    private var file: String { store.folder + "/a.backup" }

    init() throws {
        store = try StoreUnderTest(.sqlite)
    }

    private func written(passphrase: String? = nil) async throws -> [UInt8] {
        let source = try await store.open(library)
        try await source.execute(
            holdings.filter { !$0.values.contains { if case .bytes(let b) = $0 { b.count > 99 } else { false } } })
        _ = try await backUp(source, to: file, passphrase: passphrase)
        await source.close()
        return try bytes(of: file)
    }

    private func check(_ bytes: [UInt8], passphrase: String? = nil) async throws -> BackupError? {
        try write(bytes, to: file)
        return await refusal { try await reading(file, passphrase: passphrase) { try await RestoreBackup.check($0) } }
    }

    @Test(arguments: [
        "", "x", "Dear all, here are the minutes of the meeting.\n", "SQLite format 3\0", "inside-outcomes backup",
        String(repeating: "a", count: 100_000),
    ])
    func `another file is not a backup`(text: String) async throws {
        #expect(try await check(Array(text.utf8)) == .foreign)
    }

    @Test func `a form of later years is said to be newer`() async throws {
        #expect(try await check(Array("inside-outcomes backup 2\nH".utf8)) == .newerForm)
    }

    @Test func `a backup that is cut short anywhere is refused`() async throws {
        let whole = try await written()
        #expect(try await check(whole) == nil)
        for _ in 0..<300 {
            let count = Int.random(in: Form.firstLine..<whole.count)
            #expect(try await check(Array(whole.prefix(count))) == .cutShort, "at \(count)")
        }
        #expect(try await check(whole + [0]) == .damaged(detail: "there is more after its end"))
    }

    @Test func `any changed byte is found, and no change of many ends the program`() async throws {
        let whole = try await written()
        for _ in 0..<1500 {
            var changed = whole
            let position = Int.random(in: 0..<whole.count)
            changed[position] ^= UInt8.random(in: 1...255)
            #expect(try await check(changed) != nil, "at \(position)")
        }
        for _ in 0..<300 {
            var changed = whole
            for _ in 0..<Int.random(in: 2...50) { changed[Int.random(in: 0..<whole.count)] = UInt8.random(in: 0...255) }
            if Bool.random() { changed.removeSubrange(Int.random(in: 0..<100)..<Int.random(in: 100..<300)) }
            #expect(try await check(changed) != nil || changed == whole)
        }
    }

    @Test func `a changed, cut or lengthened encrypted backup is refused`() async throws {
        let whole = try await written(passphrase: "correct horse battery staple")
        let passphrase = "correct horse battery staple"
        #expect(try await check(whole, passphrase: passphrase) == nil)
        for position in [40, 80, 100, whole.count / 2, whole.count - 1] {
            var changed = whole
            changed[position] ^= 1
            #expect(try await check(changed, passphrase: passphrase) != nil, "at \(position)")
        }
        #expect(try await check(Array(whole.dropLast()), passphrase: passphrase) != nil)
        #expect(try await check(whole + [0], passphrase: passphrase) != nil)
        // Numbers that would keep the machine busy for hours are not believed.
        var greedy = whole
        for position in 48..<64 { greedy[position] = 0xff }
        #expect(try await check(greedy, passphrase: passphrase) == .wrongPassphrase)
    }

    @Test func `nothing of a damaged backup is kept`() async throws {
        let whole = try await written()
        for _ in 0..<40 {
            var changed = whole
            changed[Int.random(in: Form.firstLine..<whole.count)] ^= UInt8.random(in: 1...255)
            try write(changed, to: file)
            let other = try StoreUnderTest(.sqlite)
            let target = try await other.openToFill()
            let files = Pocket()
            #expect(await refusal { try await restore(file, into: target, files: files) } != nil)
            let rows = try? await target.rows("SELECT place FROM author UNION ALL SELECT place FROM almanac").count
            #expect(rows ?? 0 == 0)
            #expect(!files.isPlaced.withLock { $0 })
            await target.close()
        }
    }

    /// A backup with the right sums is not yet one that fits: rows that point nowhere, and rows of another shape.
    @Test(arguments: [
        [SQL.Value.integer(1), .integer(5), .text("name"), .text("leeds"), .null],
        [.integer(5), .text("name"), .text("leeds"), .integer(99)], [.text("5"), .text("name"), .text("leeds"), .null],
    ])
    func `a forged backup with right sums is refused by the tables, or by what reads back`(values: [SQL.Value])
        async throws
    {
        let source = try await store.open(library)
        try await source.execute("INSERT INTO author VALUES ('leeds', 5, 'name', NULL)")
        _ = try await backUp(source, to: file)
        await source.close()
        try write(try forged(try bytes(of: file), values), to: file)
        for driver in Driver.available {
            let other = try StoreUnderTest(driver)
            let target = try await other.openToFill()
            #expect(await refusal { try await restore(file, into: target) } != nil)
            #expect(try await target.rows("SELECT place FROM author").isEmpty)
            await target.close()
        }
    }

    /// Puts other values in the one row of the authors, and makes all sums right again.
    private func forged(_ whole: [UInt8], _ values: [SQL.Value]) throws -> [UInt8] {
        var rest = whole[...].dropFirst(Form.firstLine)
        var out = Array(whole.prefix(Form.firstLine))
        var isAuthor = false
        while let kind = rest.first {
            let size = rest.dropFirst().prefix(4).reduce(0) { $0 << 8 | Int($1) }
            var payload = Array(rest.dropFirst(5).prefix(size))
            rest = rest.dropFirst(5 + size)
            if kind == UInt8(ascii: "T") { isAuthor = try JSON(parsing: payload)["name"] == "author" }
            if kind == UInt8(ascii: "R"), isAuthor { payload = Form.row(values) }
            if kind == UInt8(ascii: "E"), isAuthor {
                let row = Form.row(values)
                let sum = hex(sha256(Form.size(row.count) + row))
                payload = (["count": 1, "sha256": .string(sum)] as JSON).canonical
            }
            if kind == UInt8(ascii: "Z"), case .object(var members) = try JSON(parsing: payload) {
                members["sha256"] = .string(hex(sha256(out)))
                payload = JSON.object(members).canonical
            }
            out += [kind] + Form.size(payload.count) + payload
        }
        return out
    }
}

/// The form of a backup as docs/backup-format.md has it, written down a second time.
private enum Form {
    static let firstLine = "inside-outcomes backup 1\n".utf8.count

    static func size(_ count: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } }

    static func row(_ values: [SQL.Value]) -> [UInt8] {
        values.flatMap { value -> [UInt8] in
            switch value {
            case .null: return Array("n".utf8)
            case .integer(let number):
                return Array("i".utf8) + (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
            case .text(let text): return Array("t".utf8) + size(text.utf8.count) + Array(text.utf8)
            case .bytes(let bytes): return Array("b".utf8) + size(bytes.count) + bytes
            }
        }
    }
}
