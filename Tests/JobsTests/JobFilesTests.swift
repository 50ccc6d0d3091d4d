import CanonicalJSON
import Drivers
import FoundationEssentials
import Jobs
import Storage
import Testing

@Suite(.onEveryDriver) struct JobFilesTests {
    let test: QueueUnderTest
    let database: any Database
    let files: JobFiles

    init() async throws {
        test = try QueueUnderTest()
        database = try await test.open()
        files = JobFiles(database, key: [UInt8](repeating: 1, count: 32))
    }

    @Test(arguments: [1, 1 << 20, 2_500_000])
    func `a file comes back as it was, and nothing of it can be read without the key`(size: Int) async throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let path = test.folder + "/file"
        try Data(bytes).write(to: URL(filePath: path))
        try await files.keep(
            fileAt: path, as: "upload", of: "a", place: "leeds", at: test.now, in: database.at("leeds"))
        #expect(try await files.bytes("upload", of: "a", place: "leeds") == bytes)
        #expect(try await files.copy("upload", of: "a", place: "leeds", to: path + "2"))
        #expect(FileManager.default.contents(atPath: path + "2") == Data(bytes))
        #expect(try await files.bytes("upload", of: "a", place: "york") == nil)
        #expect(try await files.copy("upload", of: "b", place: "leeds", to: path) == false)
        let other = JobFiles(database, key: [UInt8](repeating: 2, count: 32))
        await #expect(throws: StorageError.self) { try await other.bytes("upload", of: "a", place: "leeds") }
        let kept = try await database.at("leeds").rows("SELECT bytes FROM job_file WHERE place = 'leeds' AND part = 0")
        {
            try $0.column(0, as: [UInt8].self)
        }
        #expect(size < 100 || kept.allSatisfy { $0[..<100] != bytes[..<100] })
        try await files.keep([9], as: "upload", of: "a", place: "leeds", at: test.now, in: database.at("leeds"))
        #expect(try await files.bytes("upload", of: "a", place: "leeds") == [9])
    }

    @Test func `an old file goes unless a job still waits for it`() async throws {
        let queue = test.queue(database)
        let waited = try await queue.enqueue("greet", .null, place: "leeds")
        for job in [waited, "gone"] {
            try await files.keep([1], as: "upload", of: job, place: "leeds", at: test.now, in: database.at("leeds"))
        }
        #expect(try await files.count("upload", place: "leeds", in: database.at("leeds")) == 2)
        let place = database.at("leeds")
        #expect(try await files.remove("upload", place: "leeds", before: test.now, in: place) == 0)
        #expect(try await files.has("upload", of: "gone", place: "leeds"))
        #expect(try await files.remove("upload", place: "leeds", before: test.now + 1, in: place) == 1)
        #expect(try await !files.has("upload", of: "gone", place: "leeds"))
        #expect(try await files.has("upload", of: waited, place: "leeds"))
        try await files.remove("upload", of: waited, place: "leeds")
        #expect(try await files.count("upload", place: "leeds", in: database.at("leeds")) == 0)
    }

    @Test func `files that wait are counted for each owner, and those that nobody waits for aren't`() async throws {
        let queue = test.queue(database)
        let place = database.at("leeds")
        for owner in ["one", "one", "two", nil] {
            let job = try await queue.enqueue("greet", .null, place: "leeds", owner: owner)
            try await files.keep([1], as: "upload", of: job, place: "leeds", at: test.now, in: place)
            // Of several parts it is one file all the same, and one of another name is another.
            try await files.keep([2], as: "other", of: job, place: "leeds", at: test.now, in: place)
        }
        let given = try await queue.enqueue("greet", .null, place: "leeds", owner: "one")
        try await files.keep([1], as: "upload", of: given, place: "leeds", at: test.now, in: place)
        _ = try await queue.cancel(given, in: "leeds")
        try await files.keep([1], as: "upload", of: "gone", place: "leeds", at: test.now, in: place)
        for (owner, count) in [("one", 2), ("two", 1), ("three", 0), (nil, 1)] as [(String?, Int)] {
            #expect(try await files.waiting("upload", place: "leeds", of: owner, in: place) == count)
        }
    }
}
