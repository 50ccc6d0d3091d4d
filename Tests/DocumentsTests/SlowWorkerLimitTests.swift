import CanonicalJSON
import Documents
import FoundationEssentials
import Glibc
import Testing

/// How much work and time a request may take, and who waits for whom meanwhile.
@Suite(.enabled(if: hasWorker, "script/bootstrap makes the virtual environment that the worker needs"), .serialized)
struct SlowWorkerLimitTests {
    @Test(arguments: ["raise SystemExit(1)", "os.kill(os.getpid(), 6)"])
    func `a file that ends each process that reads it is damaged`(end: String) async throws {
        let place = try impostor(greeting + "sys.stdin.buffer.read(4); \(end)")
        try await withWorkers({ $0.documents = place }) { workers in
            await #expect(throws: WorkerProblem.refused(.damaged(part: ""))) { try await workers.read(people(rows: 3)) }
        }
    }

    @Test(arguments: [
        "raise MemoryError", "print('memory allocation of 99 bytes failed', file=sys.stderr); os.abort()",
    ])
    func `a process that ends for want of memory says that of the file`(end: String) async throws {
        let place = try impostor(greeting + "sys.stdin.buffer.read(4)\n\(end)")
        try await withWorkers({ $0.documents = place }) { workers in
            await #expect(throws: WorkerProblem.refused(.tooMuchMemory(megabytes: 536))) {
                try await workers.read(people(rows: 3))
            }
        }
    }

    @Test func `a file that keeps a processor busy for too long is refused, whatever the clock says`() async throws {
        let place = try impostor(greeting + "sys.stdin.buffer.read(4)\nwhile True: pass")
        try await withWorkers({
            $0.documents = place
            $0.leastWork = 1
        }) { workers in
            await #expect(throws: WorkerProblem.refused(.tooMuchWork(seconds: 1))) {
                try await workers.read(people(rows: 3))
            }
        }
    }

    @Test func `a paper is made while a file that never ends is read`() async throws {
        let scratch = scratchFolder()
        try await withWorkers({ $0.scratch = scratch }) { workers in
            _ = try await workers.walls()
            kill(try #require(processes(named: "reading", in: scratch).first), SIGSTOP)
            let reading = Task { try await workers.read(people(rows: 3)) }
            let page = "<!doctype html><html lang=\"en\"><title>Paper</title><h1>Paper</h1>"
            let paper = Paper(html: Array(page.utf8), title: "Paper", language: "en", date: "2026-03-31")
            #expect(try await workers.pdf(paper).pages == 1)
            reading.cancel()
            await #expect(throws: WorkerProblem.cancelled) { try await reading.value }
        }
    }

    @Test func `a process may take longer to start than a request may`() async throws {
        let place = try impostor("import time; time.sleep(2)\n" + greeting + answeringNoSheets)
        try await withWorkers({
            $0.documents = place
            $0.seconds = 1
        }) { workers in
            let workbook = try await workers.read(people(rows: 3))
            #expect(workbook.sheets.isEmpty)
        }
    }

    @Test func `a process that is not there in time is unavailable`() async throws {
        let place = try impostor("import time; time.sleep(60)")
        try await withWorkers({
            $0.documents = place
            $0.startSeconds = 1
        }) { workers in
            let start = ContinuousClock.now
            let problem = await #expect(throws: WorkerProblem.self) { try await workers.read(people(rows: 3)) }
            guard case .unavailable = try #require(problem) else {
                Issue.record("\(String(describing: problem))")
                return
            }
            #expect(ContinuousClock.now - start < .seconds(20))
        }
    }

    @Test func `the work that a file may take grows with its size`() throws {
        let place = WorkerPlace(python: "", documents: "", scratch: "")
        let path = scratchFolder() + "/large.csv"
        try Data().write(to: URL(filePath: path))
        #expect(place.work(forFile: path) == 4)
        #expect(truncate(path, 24_000_000) == 0)
        #expect(place.work(forFile: path) == 16)
        #expect(place.work(forFile: "/nowhere") == 4)
    }
}

/// The beginning of a program that greets as the worker does.
private let greeting = """
    import json, os, struct, sys
    def send(header, parts=()):
        text = json.dumps({'parts': [len(part) for part in parts], **header}).encode()
        sys.stdout.buffer.write(struct.pack('<I', len(text)) + text + b''.join(parts)); sys.stdout.flush()
    send({'hello': {'walls': []}})

    """

/// The rest of a program that answers each request with a workbook of no sheets.
private let answeringNoSheets = """
    while start := sys.stdin.buffer.read(4):
        sys.stdin.buffer.read(struct.unpack('<I', start)[0])
        send({'ok': {'format': 'xlsx', 'sheets': []}})
    """
