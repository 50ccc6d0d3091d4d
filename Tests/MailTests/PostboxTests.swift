import CanonicalJSON
import Configuration
import Crypto
import Drivers
import FoundationEssentials
import Jobs
import Storage
import Synchronization
import Testing
import Words

@testable import Mail

/// Against a port where nobody listens; the browser's tests use a mail server.
@Suite(.onEveryDriver) struct PostboxTests {
    private let store: StoreUnderTest
    private let database: any Database
    private let time = Moment()
    private let events = Events()
    private let queue: JobQueue
    private let postbox: Postbox

    init() async throws {
        store = try StoreUnderTest(.current)
        database = try await store.open(JobQueue.migrations + [LetterStore.migration])
        var rules = JobRules()
        rules.idlePause = .milliseconds(5)
        let (time, events) = (time, events)
        queue = JobQueue(database, rules: rules, clock: { time.now })
        postbox = Postbox(
            try #require(MailServer("smtp://127.0.0.1:1?tls=off")), from: try #require(Mailbox("outcomes@example.org")),
            certificates: nil, database, jobs: queue, key: [UInt8](repeating: 7, count: 32), clock: { time.now },
            randomness: randomBytes, report: { events.append($0) })
        let postbox = postbox
        await queue.handle(Postbox.kind, patience: Postbox.patience) { job, _ in try await postbox.deliver(job) }
    }

    private func letter(to receiver: String?) -> Letter {
        Letter(to: receiver.flatMap(Mailbox.init), "Hello", ["https://example.org/join?key=secret"], in: .english)
    }

    @Test func `a letter waits sealed, and goes with the transaction that put it in`() async throws {
        struct Undone: Error {}
        _ = try? await database.attempt { transaction in
            try await postbox.post(letter(to: "ben@example.org"), in: "leeds", transaction)
            throw Undone()
        }
        #expect(try await database.rows("SELECT 1 FROM letter").isEmpty)
        #expect(try await database.rows("SELECT 1 FROM job").isEmpty)
        _ = try await database.attempt { transaction in
            try await postbox.post(letter(to: "ben@example.org"), in: "leeds", transaction)
        }
        let sealed = try #require(
            try await database.first("SELECT sealed FROM letter") { try $0.column(0, as: [UInt8].self) })
        let payload = try #require(
            try await database.first("SELECT payload FROM job") { try $0.column(0, as: String.self) })
        for kept in [String(decoding: sealed, as: UTF8.self), payload] {
            #expect(!kept.contains("secret") && !kept.contains("ben"))
        }
        await database.close()
    }

    @Test func `what can't be sent is tried for most of a day, then given up with its reason, and forgotten`()
        async throws
    {
        await queue.start()
        _ = try await database.attempt { transaction in
            try await postbox.post(letter(to: "ben@example.org"), in: "leeds", transaction)
        }
        var passed = 0.0
        for pause in [30, 120, 480, 1920, 7680, 21600, 21600, 21600.0] {
            try await wait { try await waiting(1) }
            #expect(try await database.rows("SELECT 1 FROM letter").count == 1)
            time.pass(pause)
            passed += pause
            let count = events.all.count
            try await wait { events.all.count > count }
        }
        #expect(passed < 86_400 && passed > 70_000)
        try await wait { try await waiting(0) }
        #expect(try await database.rows("SELECT 1 FROM letter").isEmpty)
        let job = try #require(
            try await database.first("SELECT state, error, attempts FROM job") { row in
                (
                    try row.column(0, as: String.self), try row.column(1, as: String.self),
                    try row.column(2, as: Int.self)
                )
            })
        #expect(job.0 == "failed" && job.1.contains("127.0.0.1") && job.2 == 9)
        #expect(events.all.count == 9)
        #expect(events.all.last?.isGivenUp == true && events.all.dropLast().allSatisfy { !$0.isGivenUp })
        await queue.stop()
        await database.close()
    }

    @Test func `a letter to nobody is worked on and forgotten without a word`() async throws {
        await queue.start()
        _ = try await database.attempt { transaction in
            try await postbox.post(letter(to: nil), in: "leeds", transaction)
        }
        try await wait { try await database.rows("SELECT 1 FROM letter").isEmpty }
        #expect(events.all.isEmpty)
        await queue.stop()
        await database.close()
    }

    @Test func `what was sealed with another key is given up`() async throws {
        let other = Postbox(
            try #require(MailServer("smtp://127.0.0.1:1?tls=off")), from: try #require(Mailbox("outcomes@example.org")),
            certificates: nil, database, jobs: queue, key: [UInt8](repeating: 8, count: 32), clock: { time.now },
            randomness: randomBytes, report: { _ in })
        _ = try await database.attempt { transaction in
            try await other.post(letter(to: "ben@example.org"), in: "leeds", transaction)
        }
        await queue.start()
        try await wait { try await database.rows("SELECT 1 FROM letter").isEmpty }
        try await wait { try await database.rows("SELECT 1 FROM job WHERE state = 'failed'").count == 1 }
        await queue.stop()
        await database.close()
    }

    /// Whether so many jobs wait for their time.
    private func waiting(_ count: Int) async throws -> Bool {
        let due = try await database.rows("SELECT 1 FROM job WHERE state = 'queued' AND run_after > \(time.now)").count
        let running = try await database.rows("SELECT 1 FROM job WHERE state = 'running'").count
        return due == count && running == 0
    }

    private func wait(until isTrue: () async throws -> Bool) async throws {
        for _ in 0..<4000 {
            if try await isTrue() { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("it took too long")
    }
}

private final class Moment: Sendable {
    private let held = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
    var now: Date { held.withLock { $0 } }
    func pass(_ seconds: TimeInterval) { held.withLock { $0 += seconds } }
}

private final class Events: Sendable {
    private let held = Mutex<[Postbox.Event]>([])
    var all: [Postbox.Event] { held.withLock { $0 } }
    func append(_ event: Postbox.Event) { held.withLock { $0.append(event) } }
}
