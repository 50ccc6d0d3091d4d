import CanonicalJSON
import Drivers
import FoundationEssentials
import Jobs
import Storage
import Testing

@Suite(.onEveryDriver) struct JobRestartTests {
    let test: QueueUnderTest

    init() throws {
        test = try QueueUnderTest()
    }

    /// A queue whose handler hangs, and one job in it that runs: as if the program were killed in the middle.
    private func leaveRunning(asked: Bool = false, attempts: Int = 1) async throws -> String {
        let database = try await test.open()
        let queue = test.queue(database)
        let id = try await queue.enqueue("slow", ["n": 1], place: "leeds")
        try await database.execute(
            """
            UPDATE job SET state = 'running', attempts = \(attempts), cancel_asked = \(asked), runner = 'killed'
            WHERE place = \("leeds") AND id = \(id)
            """)
        await database.close()
        return id
    }

    @Test func `what ran when the program was killed is run again`() async throws {
        let id = try await leaveRunning()
        let queue = test.queue(try await test.open()) { $0.lease = .milliseconds(50) }
        await queue.handle("slow") { job, _ in ["attempt": .integer(job.attempts)] }
        await queue.start()
        let job = try await test.wait(for: id, in: queue)
        #expect(job.state == .done)
        #expect(job.payload == ["n": 1])
        #expect(job.result == ["attempt": 2])
        await queue.stop()
    }

    @Test func `what was to stop when the program was killed is not run again`() async throws {
        let id = try await leaveRunning(asked: true)
        let queue = test.queue(try await test.open()) { $0.lease = .milliseconds(50) }
        await queue.start()
        #expect(try await test.wait(for: id, in: queue).state == .cancelled)
        await queue.stop()
    }

    @Test func `a job that ends the program each time is given up`() async throws {
        let id = try await leaveRunning(attempts: JobRules().attempts)
        let queue = test.queue(try await test.open()) { $0.lease = .milliseconds(50) }
        await queue.start()
        let job = try await test.wait(for: id, in: queue)
        #expect(job.state == .failed)
        #expect(job.error == "interrupted")
        await queue.stop()
    }

    @Test func `a stop lets a running job finish and begins no other`() async throws {
        let queue = test.queue(try await test.open())
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        await queue.handle("slow") { _, _ in
            test.write("begun")
            for await _ in gate {}
            return .null
        }
        await queue.start()
        let first = try await queue.enqueue("slow", .null, place: "leeds")
        try await test.wait(for: first, in: queue) { _ in test.entries == ["begun"] }
        let second = try await queue.enqueue("slow", .null, place: "leeds")
        async let stopping: Void = queue.stop()
        try await Task.sleep(for: .milliseconds(300))
        open.finish()
        await stopping
        #expect(try await queue.job(first, in: "leeds")?.state == .done)
        #expect(try await queue.job(second, in: "leeds")?.state == .queued)
    }

    @Test func `what does not finish in time waits for the next start, and the attempt does not count`() async throws {
        let queue = test.queue(try await test.open())
        await queue.handle("slow") { _, _ in
            test.write("begun")
            try await Task.sleep(for: .seconds(600))
            return .null
        }
        await queue.start()
        let id = try await queue.enqueue("slow", .null, place: "leeds")
        try await test.wait(for: id, in: queue) { _ in test.entries == ["begun"] }
        await queue.stop(within: .milliseconds(50))
        let job = try #require(try await queue.job(id, in: "leeds"))
        #expect(job.state == .queued)
        #expect(job.attempts == 0)
    }

    @Test func `a handler that hears nothing does not hold up the stop`() async throws {
        let queue = test.queue(try await test.open())
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        await queue.handle("deaf") { _, _ in
            test.write("begun")
            await Task.detached { for await _ in gate {} }.value
            return .null
        }
        await queue.start()
        let id = try await queue.enqueue("deaf", .null, place: "leeds")
        try await test.wait(for: id, in: queue) { _ in test.entries == ["begun"] }
        let began = ContinuousClock.now
        await queue.stop(within: .milliseconds(50))
        #expect(ContinuousClock.now - began < .seconds(10))
        #expect(try await queue.job(id, in: "leeds")?.state == .queued)
        open.finish()
        try await Task.sleep(for: .milliseconds(50))
        #expect(try await queue.job(id, in: "leeds")?.state == .queued)
    }
}
