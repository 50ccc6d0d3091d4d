import Documents
import Testing

@Suite(.enabled(if: hasWorker, "script/bootstrap makes the virtual environment that the worker needs"))
struct SlowIdleTests {
    /// A process of the worker ends with the thread that started it, and the threads of a dispatch queue end after some
    /// seconds without work.
    @Test func `a worker that had nothing to do for a while is still there`() async throws {
        let scratch = scratchFolder()
        try await withWorkers({ $0.scratch = scratch }) { workers in
            _ = try await workers.walls()
            let before = processes(in: scratch)
            #expect(before.count == 3)
            try await Task.sleep(for: .seconds(10))
            #expect(processes(in: scratch) == before)
            #expect(try await workers.read(people(rows: 3)).sheets.count == 1)
            #expect(processes(in: scratch) == before)
        }
    }
}
