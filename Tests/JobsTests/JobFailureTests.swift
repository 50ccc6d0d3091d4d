import CanonicalJSON
import Drivers
import FoundationEssentials
import Jobs
import Storage
import Testing

@Suite(.onEveryDriver) struct JobFailureTests {
    struct Broken: Error {}

    let test: QueueUnderTest
    let database: any Database

    init() async throws {
        test = try QueueUnderTest()
        database = try await test.open()
    }

    @Test func `what fails is tried again after growing pauses, then given up`() async throws {
        let queue = test.queue(database) { $0.attempts = 3 }
        await queue.handle("fail") { job, _ in
            test.write("\(job.attempts)")
            throw Broken()
        }
        await queue.start()
        let id = try await queue.enqueue("fail", .null, place: "leeds")
        for (attempt, pause) in [(1, 5.0), (2, 20.0)] {
            let job = try await test.wait(for: id, in: queue) { $0.attempts == attempt && $0.state == .queued }
            #expect(job.runAfter == test.now + pause)
            #expect(job.error == "Broken()")
            test.pass(pause)
        }
        let job = try await test.wait(for: id, in: queue)
        #expect(job.state == .failed)
        #expect(job.error == "Broken()")
        #expect(test.entries == ["1", "2", "3"])
        await queue.stop()
    }

    @Test func `what works at the second attempt is done`() async throws {
        let queue = test.queue(database) { $0.firstPause = 0 }
        await queue.handle("flaky") { job, _ in
            guard job.attempts > 1 else { throw JobFailure("worker-busy", mayRetry: true) }
            return "made"
        }
        await queue.start()
        let id = try await queue.enqueue("flaky", .null, place: "leeds")
        let job = try await test.wait(for: id, in: queue)
        #expect(job.state == .done)
        #expect(job.result == "made")
        await queue.stop()
    }

    @Test func `a refusal is final and keeps its reason`() async throws {
        let queue = test.queue(database)
        await queue.handle("refuse") { _, _ in throw JobFailure("draft-removed") }
        await queue.start()
        let id = try await queue.enqueue("refuse", .null, place: "leeds")
        let job = try await test.wait(for: id, in: queue)
        #expect(job.state == .failed)
        #expect(job.error == "draft-removed")
        #expect(job.attempts == 1)
        await queue.stop()
    }

    @Test func `work that nobody knows fails`() async throws {
        let queue = test.queue(database)
        await queue.start()
        let id = try await queue.enqueue("unheard-of", .null, place: "leeds")
        #expect(try await test.wait(for: id, in: queue).error == "no-handler")
        await queue.stop()
    }

    @Test func `a result that is too large fails`() async throws {
        let queue = test.queue(database) { $0.mostBytes = 100 }
        await queue.handle("big") { _, _ in .string(String(repeating: "a", count: 99)) }
        await queue.start()
        let id = try await queue.enqueue("big", .null, place: "leeds")
        #expect(try await test.wait(for: id, in: queue).error == "result-too-large")
        await queue.stop()
    }

    @Test func `an attempt that takes too long is stopped`() async throws {
        let queue = test.queue(database) {
            $0.longestRun = .milliseconds(50)
            $0.attempts = 1
        }
        await queue.handle("hang") { _, _ in
            try await Task.sleep(for: .seconds(600))
            return .null
        }
        await queue.start()
        let id = try await queue.enqueue("hang", .null, place: "leeds")
        let job = try await test.wait(for: id, in: queue)
        #expect(job.state == .failed)
        #expect(job.error == "too-long")
        await queue.stop()
    }

    @Test func `a waiting job is cancelled at once`() async throws {
        let queue = test.queue(database)
        let id = try await queue.enqueue("greet", .null, place: "leeds")
        #expect(try await queue.cancel(id, in: "leeds"))
        #expect(try await queue.job(id, in: "leeds")?.state == .cancelled)
        #expect(try await queue.cancel(id, in: "leeds") == false)
    }

    @Test func `a running job hears that it was cancelled`() async throws {
        let queue = test.queue(database)
        await queue.handle("slow") { _, _ in
            test.write("begun")
            try await Task.sleep(for: .seconds(600))
            return .null
        }
        await queue.start()
        let id = try await queue.enqueue("slow", .null, place: "leeds")
        try await test.wait(for: id, in: queue) { _ in test.entries == ["begun"] }
        #expect(try await queue.cancel(id, in: "leeds"))
        let job = try await test.wait(for: id, in: queue)
        #expect(job.state == .cancelled)
        #expect(job.isCancelAsked)
        await queue.stop()
    }

    @Test func `a job cancelled at any moment never hangs`() async throws {
        let queue = test.queue(database) { $0.concurrency = 4 }
        await queue.handle("quick") { _, _ in
            try await Task.sleep(for: .milliseconds(2))
            return .null
        }
        await queue.start()
        for round in 0..<60 {
            let id = try await queue.enqueue("quick", .null, place: "leeds")
            try await Task.sleep(for: .microseconds(round * 100))
            let isCancelled = try await queue.cancel(id, in: "leeds")
            let job = try await test.wait(for: id, in: queue)
            #expect(isCancelled || job.state == .done)
        }
        await queue.stop()
    }
}
