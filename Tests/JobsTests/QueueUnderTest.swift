import CanonicalJSON
import Drivers
import FoundationEssentials
import Jobs
import Storage
import Synchronization
import Testing

/// A store of its own, of the kind that the test at hand is to use, a clock that the test moves, and the handlers' diary.
final class QueueUnderTest: Sendable {
    private let store: StoreUnderTest
    let time = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
    let diary = Mutex<[String]>([])

    init() throws {
        store = try StoreUnderTest(.current)
    }

    /// A folder of the test's own.
    var folder: String { store.folder }

    var now: Date { time.withLock { $0 } }
    var entries: [String] { diary.withLock { $0 } }

    func pass(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
    func write(_ line: String) { diary.withLock { $0.append(line) } }

    func open() async throws -> any Database {
        try await store.open(JobQueue.migrations)
    }

    /// A queue that looks for work every 10 ms, so that tests are quick.
    func queue(_ database: any Database, _ change: (inout JobRules) -> Void = { _ in }) -> JobQueue {
        var rules = JobRules()
        rules.idlePause = .milliseconds(10)
        change(&rules)
        return JobQueue(database, rules: rules, clock: { self.now })
    }

    /// Waits until a job is as wanted; at most 20 s.
    @discardableResult
    func wait(
        for id: String, in queue: JobQueue, until isRight: (Job) -> Bool = { $0.state.isFinished },
        at location: SourceLocation = #_sourceLocation
    ) async throws -> Job {
        let deadline = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < deadline {
            if let job = try await queue.job(id, in: "leeds"), isRight(job) { return job }
            try await Task.sleep(for: .milliseconds(5))
        }
        let job = try #require(try await queue.job(id, in: "leeds"), sourceLocation: location)
        Issue.record("it took too long: \(job)", sourceLocation: location)
        return job
    }
}
