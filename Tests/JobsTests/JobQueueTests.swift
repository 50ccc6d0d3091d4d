import CanonicalJSON
import Drivers
import FoundationEssentials
import Jobs
import Storage
import Synchronization
import Testing

@Suite(.onEveryDriver) struct JobQueueTests {
    let test: QueueUnderTest
    let database: any Database

    init() async throws {
        test = try QueueUnderTest()
        database = try await test.open()
    }

    @Test func `a job runs and keeps its result`() async throws {
        let queue = test.queue(database)
        await queue.handle("greet") { job, _ in ["hello": job.payload["name"] ?? .null] }
        let id = try await queue.enqueue("greet", ["name": "Ann"], place: "leeds")
        #expect(try await queue.job(id, in: "leeds")?.state == .queued)
        await queue.start()
        let job = try await test.wait(for: id, in: queue)
        #expect(job.state == .done)
        #expect(job.result == ["hello": "Ann"])
        #expect(job.progress == 100)
        #expect(job.attempts == 1)
        #expect(job.created == test.now && job.started == test.now && job.finished == test.now)
        await queue.stop()
    }

    @Test func `a job is found in its own place only`() async throws {
        let queue = test.queue(database)
        let id = try await queue.enqueue("greet", .null, place: "leeds")
        #expect(try await queue.job(id, in: "york") == nil)
        #expect(try await queue.cancel(id, in: "york") == false)
        #expect(try await queue.job(id, in: "leeds")?.state == .queued)
    }

    @Test func `jobs run in the order in which they came, one at a time`() async throws {
        let queue = test.queue(database)
        await queue.handle("count") { job, _ in
            test.write("begin \(job.payload.integerValue ?? 0)")
            try await Task.sleep(for: .milliseconds(5))
            test.write("end \(job.payload.integerValue ?? 0)")
            return .null
        }
        var last = ""
        for number in 1...5 {
            last = try await queue.enqueue("count", .integer(number), place: "leeds")
            test.pass(1)
        }
        await queue.start()
        try await test.wait(for: last, in: queue)
        #expect(test.entries == (1...5).flatMap { ["begin \($0)", "end \($0)"] })
        await queue.stop()
    }

    @Test func `several run at once where the rules say so, and no more`() async throws {
        let queue = test.queue(database) { $0.concurrency = 3 }
        let now = Mutex((running: 0, most: 0))
        await queue.handle("wait") { _, _ in
            now.withLock {
                $0.running += 1
                $0.most = max($0.most, $0.running)
            }
            // The first three wait for each other, however slow the machine is.
            while now.withLock({ $0.most < 3 }) { try await Task.sleep(for: .milliseconds(1)) }
            try await Task.sleep(for: .milliseconds(5))
            now.withLock { $0.running -= 1 }
            return .null
        }
        var jobs: [String] = []
        for _ in 0..<9 { jobs.append(try await queue.enqueue("wait", .null, place: "leeds")) }
        await queue.start()
        for id in jobs { try await test.wait(for: id, in: queue) }
        #expect(now.withLock { $0.most } == 3)
        await queue.stop()
    }

    @Test func `what is quick does not wait for work of another kind`() async throws {
        let queue = test.queue(database)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        await queue.handle("slow") { _, _ in
            for await _ in gate { break }
            return .null
        }
        await queue.handle("quick") { _, _ in .null }
        await queue.start()
        let slow = try await queue.enqueue("slow", .null, place: "leeds")
        let waiting = try await queue.enqueue("slow", .null, place: "leeds")
        try await test.wait(for: slow, in: queue) { $0.state == .running }
        let quick = try await queue.enqueue("quick", .null, place: "leeds")
        #expect(try await test.wait(for: quick, in: queue).state == .done)
        #expect(try await queue.job(waiting, in: "leeds")?.state == .queued)
        open.yield()
        try await test.wait(for: slow, in: queue)
        open.yield()
        try await test.wait(for: waiting, in: queue)
        await queue.stop()
    }

    @Test func `whoever waits for a job gets it when it is done, or as it stands when the time is up`() async throws {
        let queue = test.queue(database)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        await queue.handle("slow") { _, _ in
            for await _ in gate { break }
            return "made"
        }
        await queue.start()
        let id = try await queue.enqueue("slow", .null, place: "leeds")
        let early = try await queue.job(id, in: "leeds", finishedWithin: .milliseconds(50))
        #expect(early?.state.isFinished == false)
        open.yield()
        let late = try await queue.job(id, in: "leeds", finishedWithin: .seconds(20))
        #expect(late?.result == "made")
        #expect(try await queue.job("none", in: "leeds", finishedWithin: .seconds(20)) == nil)
        await queue.stop()
    }

    @Test func `a job waits for its time`() async throws {
        let queue = test.queue(database)
        await queue.handle("later") { _, _ in .null }
        await queue.start()
        let id = try await queue.enqueue("later", .null, place: "leeds", runAfter: test.now + 60)
        try await Task.sleep(for: .milliseconds(100))
        #expect(try await queue.job(id, in: "leeds")?.state == .queued)
        test.pass(60)
        #expect(try await test.wait(for: id, in: queue).state == .done)
        await queue.stop()
    }

    @Test func `a job added in a transaction exists only if the transaction succeeds`() async throws {
        struct Refused: Error {}
        let queue = test.queue(database)
        let ids = Mutex<[String]>([])
        for isRefused in [true, false] {
            try? await database.transaction { transaction in
                let id = try await queue.enqueue("greet", .null, place: "leeds", in: transaction)
                ids.withLock { $0.append(id) }
                if isRefused { throw Refused() }
            }
        }
        let found = ids.withLock { $0 }
        #expect(try await queue.job(found[0], in: "leeds") == nil)
        #expect(try await queue.job(found[1], in: "leeds")?.state == .queued)
    }

    @Test func `progress is seen at once and kept within bounds`() async throws {
        let queue = test.queue(database)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        await queue.handle("slow") { _, progress in
            for percent in 0..<1000 { await progress.report(percent / 20, "row \(percent)") }
            await progress.report(300, "nearly\0 there" + String(repeating: "!", count: 1000))
            for await _ in gate { break }
            return .null
        }
        await queue.start()
        let id = try await queue.enqueue("slow", .null, place: "leeds")
        let job = try await test.wait(for: id, in: queue) { $0.progress == 100 }
        #expect(job.state == .running)
        #expect(job.note.hasPrefix("nearly there!"))
        #expect(job.note.count < 201)
        open.yield()
        try await test.wait(for: id, in: queue)
        await queue.stop()
    }

    @Test func `too much is refused`() async throws {
        let queue = test.queue(database) {
            $0.mostWaiting = 2
            $0.mostBytes = 20
        }
        await #expect(throws: JobError.tooLarge) {
            try await queue.enqueue("greet", .string(String(repeating: "a", count: 19)), place: "leeds")
        }
        try await queue.enqueue("greet", .string(String(repeating: "a", count: 18)), place: "leeds")
        try await queue.enqueue("greet", .null, place: "leeds")
        await #expect(throws: JobError.tooMany) { try await queue.enqueue("greet", .null, place: "leeds") }
        try await queue.enqueue("greet", .null, place: "york")
        try await queue.enqueue("write", .null, place: "leeds")
    }

    @Test func `finished jobs of a place are removed, and no others`() async throws {
        let queue = test.queue(database)
        await queue.handle("greet") { _, _ in .null }
        await queue.start()
        let old = try await queue.enqueue("greet", .null, place: "leeds")
        try await test.wait(for: old, in: queue)
        let waiting = try await queue.enqueue("greet", .null, place: "leeds", runAfter: .distantFuture)
        let other = try await queue.enqueue("greet", .null, place: "york")
        let done = try await queue.job(other, in: "york", finishedWithin: .seconds(20))
        #expect(done?.state == .done)
        let finished = test.now
        #expect(try await queue.removeFinished(before: finished, in: "leeds", database.at("leeds")) == 0)
        #expect(try await queue.removeFinished(before: finished + 1, in: "leeds", database.at("leeds")) == 1)
        #expect(try await queue.job(old, in: "leeds") == nil)
        #expect(try await queue.job(waiting, in: "leeds") != nil)
        #expect(try await queue.job(other, in: "york") != nil)
        await queue.stop()
    }

    @Test func `work of one name is done once, whoever orders it and however often`() async throws {
        let queue = test.queue(database)
        await queue.handle("tidy") { job, _ in
            test.write("tidied \(job.payload.stringValue ?? "")")
            return .null
        }
        await queue.start()
        for order in ["first", "second"] {
            try await queue.enqueueOnce("tidy-2027-01-15", "tidy", .string(order), place: "leeds")
            try await test.wait(for: "tidy-2027-01-15", in: queue)
        }
        #expect(test.entries == ["tidied first"])
        await queue.stop()
    }

    @Test func `the table keeps the rules of all tables`() async throws {
        #expect(try await database.schemaProblems() == [])
    }
}
