import CanonicalJSON
import Drivers
import FoundationEssentials
import Jobs
import Storage
import Testing

/// Two queues on one store are two servers.
@Suite(.onEveryDriver) struct JobLeaseTests {
    let test: QueueUnderTest
    let database: any Database

    init() async throws {
        test = try QueueUnderTest()
        database = try await test.open()
    }

    private func server(_ name: String, lease: Duration = .seconds(15)) async -> JobQueue {
        let queue = test.queue(database) { $0.lease = lease }
        await queue.handle("slow") { _, progress in
            test.write("begun by \(name)")
            await progress.report(40, "halfway")
            try await Task.sleep(for: .seconds(600))
            return .null
        }
        await queue.handle("quick") { job, _ in
            test.write(job.id)
            return .string(name)
        }
        return queue
    }

    /// A job that one server has begun.
    private func begun(by queue: JobQueue) async throws -> String {
        let id = try await queue.enqueue("slow", .null, place: "leeds")
        await queue.start()
        try await test.wait(for: id, in: queue) { _ in !test.entries.isEmpty }
        return id
    }

    @Test func `a second server leaves alone what the first one works on, for longer than a lease`() async throws {
        // The first shows life every 100 ms; the second would lose patience after 1.2 s.
        let first = await server("first", lease: .milliseconds(400))
        let second = await server("second", lease: .milliseconds(1200))
        let id = try await begun(by: first)
        await second.start()
        try await Task.sleep(for: .milliseconds(1800))
        let job = try #require(try await second.job(id, in: "leeds"))
        #expect(job.state == .running)
        #expect(job.attempts == 1)
        #expect(test.entries == ["begun by first"])
        await first.stop(within: .zero)
        await second.stop(within: .zero)
    }

    @Test func `a clock that is set back an hour neither doubles what runs nor holds up what waits`() async throws {
        let first = await server("first", lease: .milliseconds(400))
        let second = await server("second", lease: .milliseconds(1200))
        let running = try await begun(by: first)
        let paused = try await second.enqueue("quick", .null, place: "leeds", runAfter: test.now + 20)
        test.pass(-3600)
        await second.start()
        let waiting = try await second.enqueue("quick", .null, place: "leeds")
        for id in [waiting, paused] { #expect(try await test.wait(for: id, in: second).state == .done) }
        try await Task.sleep(for: .milliseconds(1500))
        #expect(try await second.job(running, in: "leeds")?.attempts == 1)
        #expect(Set(test.entries) == ["begun by first", waiting, paused])
        await first.stop(within: .zero)
        await second.stop(within: .zero)
    }

    @Test func `many jobs are each run once by two servers`() async throws {
        let servers = [await server("first"), await server("second")]
        var ids: [String] = []
        for number in 0..<40 {
            ids.append(try await servers[number % 2].enqueue("quick", .null, place: number % 3 == 0 ? "york" : "leeds"))
        }
        for server in servers { await server.start() }
        let deadline = ContinuousClock.now + .seconds(20)
        while test.entries.count < ids.count, .now < deadline { try await Task.sleep(for: .milliseconds(10)) }
        for server in servers { await server.stop() }
        #expect(test.entries.sorted() == ids.sorted())
    }

    @Test func `whoever cancels on another server is heard, and sees how far it was`() async throws {
        let first = await server("first")
        let second = await server("second")
        let id = try await begun(by: first)
        try await test.wait(for: id, in: second) { $0.progress == 40 && $0.note == "halfway" }
        #expect(try await second.cancel(id, in: "leeds"))
        #expect(try await test.wait(for: id, in: second).state == .cancelled)
        await first.stop()
    }

    @Test func `a server that showed no life for too long loses the job, stops and writes nothing`() async throws {
        let first = await server("first")
        let id = try await begun(by: first)
        // As if the machine of the first one had slept meanwhile.
        try await database.execute(
            "UPDATE job SET runner = 'second', attempts = 2 WHERE place = 'leeds' AND id = \(id)")
        let deadline = ContinuousClock.now + .seconds(20)
        while await !first.isIdle, .now < deadline { try await Task.sleep(for: .milliseconds(5)) }
        #expect(await first.isIdle)
        let job = try #require(try await first.job(id, in: "leeds"))
        #expect(job.state == .running)
        #expect(job.attempts == 2)
        await first.stop()
    }

    @Test func `what failed is listed for its owner, the newest first, until it is put away`() async throws {
        let queue = test.queue(database)
        await queue.handle("refuse") { job, _ in throw JobFailure("number \(job.payload.integerValue ?? 0)") }
        await queue.start()
        for (number, owner) in [(1, "kettle"), (2, "kettle"), (3, "other")] {
            let id = try await queue.enqueue("refuse", .integer(number), place: "leeds", owner: owner)
            try await test.wait(for: id, in: queue)
            test.pass(1)
        }
        #expect(try await queue.failed(in: "leeds", owner: "kettle").map(\.error) == ["number 2", "number 1"])
        #expect(try await queue.failed(in: "york", owner: "kettle").isEmpty)
        let newest = try #require(try await queue.failed(in: "leeds", owner: "kettle").first)
        #expect(try await queue.putAway(newest.id, in: "york") == false)
        #expect(try await queue.putAway(newest.id, in: "leeds"))
        #expect(try await queue.failed(in: "leeds", owner: "kettle").map(\.error) == ["number 1"])
        await queue.stop()
    }
}
