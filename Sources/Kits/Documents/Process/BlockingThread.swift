import Dispatch
import Glibc
import Synchronization

/// Runs what blocks on one thread of its own, so that the threads of everybody else stay free.
///
/// The thread lives as long as its executor. That matters for the processes that it starts: they end with the thread that
/// started them (`--die-with-parent` means that thread, and not the whole program), and a thread of a pool goes home after
/// a few idle seconds.
final class BlockingThread: SerialExecutor {
    private let line = Line()

    init() {
        var thread = pthread_t()
        let line = Unmanaged.passRetained(self.line)
        let result = pthread_create(&thread, nil, run, line.toOpaque())
        guard result == 0 else {
            // Without a thread nothing that is asked of the worker is ever answered: an ordinary queue is the lesser evil.
            DispatchQueue(label: "worker").async { [line = line.takeRetainedValue()] in line.work() }
            return
        }
        pthread_detach(thread)
    }

    deinit { line.close() }

    func enqueue(_ job: consuming ExecutorJob) {
        line.append(UnownedJob(job), for: asUnownedSerialExecutor())
    }
}

private func run(_ line: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let line { Unmanaged<Line>.fromOpaque(line).takeRetainedValue().work() }
    return nil
}

/// The jobs that wait for the thread, first come first served.
private final class Line: Sendable {
    private struct Waiting {
        var jobs: [(job: UnownedJob, executor: UnownedSerialExecutor)] = []
        var isClosed = false
    }

    private let waiting = Mutex(Waiting())
    private let bell = DispatchSemaphore(value: 0)

    func append(_ job: UnownedJob, for executor: UnownedSerialExecutor) {
        waiting.withLock { $0.jobs.append((job, executor)) }
        bell.signal()
    }

    func close() {
        waiting.withLock { $0.isClosed = true }
        bell.signal()
    }

    func work() {
        while true {
            bell.wait()
            let next = waiting.withLock { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }
            if let next {
                next.job.runSynchronously(on: next.executor)
            } else if waiting.withLock({ $0.isClosed }) {
                return
            }
        }
    }
}
