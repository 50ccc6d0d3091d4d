import CanonicalJSON
import Documents
import FoundationEssentials
import Glibc
import Testing

/// A worker that dies, hangs or talks nonsense costs one request and never more.
@Suite(.enabled(if: hasWorker, "script/bootstrap makes the virtual environment that the worker needs"), .serialized)
struct SlowWorkerFailureTests {
    @Test func `a worker killed while it reads is no fault of the file, which the next one reads`()
        async throws
    {
        let scratch = scratchFolder()
        try await withWorkers({ $0.scratch = scratch }) { workers in
            let path = try people(rows: 3)
            _ = try await workers.walls()
            let inside = try #require(processes(named: "reading", in: scratch).first)
            kill(inside, SIGSTOP)
            let reading = Task { try await workers.read(path) }
            try await Task.sleep(for: .milliseconds(100))
            kill(inside, SIGKILL)
            #expect(try await reading.value.sheets.first?.rowCount == 4)
            #expect(processes(named: "reading", in: scratch) != [inside])
        }
    }

    @Test func `a worker that ended while nobody asked is started again unseen`() async throws {
        let scratch = scratchFolder()
        try await withWorkers({ $0.scratch = scratch }) { workers in
            _ = try await workers.walls()
            kill(try #require(processes(named: "reading", in: scratch).first), SIGKILL)
            try await Task.sleep(for: .milliseconds(300))
            #expect(try await workers.read(people(rows: 3)).sheets.count == 1)
        }
    }

    @Test func `a worker that hangs is ended when its time is over`() async throws {
        let scratch = scratchFolder()
        try await withWorkers({
            $0.seconds = 1
            $0.scratch = scratch
        }) { workers in
            _ = try await workers.walls()
            let inside = try #require(processes(named: "reading", in: scratch).first)
            kill(inside, SIGSTOP)
            let start = ContinuousClock.now
            await #expect(throws: WorkerProblem.tookTooLong(seconds: 1)) { try await workers.read(people(rows: 3)) }
            #expect(ContinuousClock.now - start < .seconds(5))
            #expect(kill(inside, 0) != 0)
            #expect(try await workers.read(people(rows: 3)).sheets.first?.rowCount == 4)
        }
    }

    @Test func `a request that is cancelled ends its process and not the next one`() async throws {
        let scratch = scratchFolder()
        try await withWorkers({ $0.scratch = scratch }) { workers in
            _ = try await workers.walls()
            let inside = try #require(processes(named: "reading", in: scratch).first)
            kill(inside, SIGSTOP)
            let reading = Task { try await workers.read(people(rows: 3)) }
            try await Task.sleep(for: .milliseconds(50))
            reading.cancel()
            await #expect(throws: WorkerProblem.cancelled) { try await reading.value }
            #expect(try await workers.read(people(rows: 3)).sheets.count == 1)
        }
    }

    @Test(arguments: [
        "print('no frame at all, and more than four letters of it')",
        "import sys; sys.stdout.buffer.write(b'\\xff' * 400)",
        "import sys; sys.stdout.buffer.write(b'\\x02\\0\\0\\0[]')",
        "import sys; sys.stdout.buffer.write(b'\\x02\\0\\0\\0{}')",
        "raise SystemExit(3)",
        "import sys; print('lost', file=sys.stderr)",
    ])
    func `a program that says something else is no worker`(program: String) async throws {
        let place = try impostor(program)
        try await withWorkers({ $0.documents = place }) { workers in
            let problem = await #expect(throws: WorkerProblem.self) { try await workers.read(people(rows: 3)) }
            guard case .unavailable = try #require(problem) else {
                Issue.record("\(String(describing: problem))")
                return
            }
        }
    }

    @Test(arguments: [
        "send({'id': 1, 'ok': {}})",
        "send({'id': 1, 'ok': {'format': 'xlsx', 'sheets': [{'name': 'A', 'rows': 9, 'columns': 9}]}}, [b'x'] * 7)",
        "send({'id': 1, 'ok': {'format': 'xlsx', 'sheets': []}}, [b'x'])",
        "send({'id': 1, 'ok': {'format': 'doc', 'sheets': []}})",
        "send({'id': 1, 'parts': [99999999999]})",
        "send({'id': 1, 'refused': {'reason': 'mood'}})",
        "send({'id': 1})",
        "out.write(b'\\x05\\0\\0\\0{'); out.flush(); raise SystemExit(0)",
    ])
    func `nonsense from a worker is a problem and nothing else`(answer: String) async throws {
        let place = try impostor(
            """
            import json, struct, sys, os
            out = os.fdopen(os.dup(1), 'wb')
            def send(header, parts=()):
                text = json.dumps({'parts': [len(part) for part in parts], **header}).encode()
                out.write(struct.pack('<I', len(text)) + text + b''.join(parts)); out.flush()
            send({'hello': {'walls': []}})
            sys.stdin.buffer.read(4)
            \(answer)
            sys.stdin.buffer.read()
            """)
        try await withWorkers({ $0.documents = place }) { workers in
            let problem = await #expect(throws: WorkerProblem.self) { try await workers.read(people(rows: 3)) }
            switch try #require(problem) {
            case .nonsense, .died, .refused(.damaged): break
            case let other: Issue.record("\(other)")
            }
        }
    }

    @Test func `cells that point to no text are nonsense`() async throws {
        let place = try impostor(
            """
            import json, struct, sys, os
            out = os.fdopen(os.dup(1), 'wb')
            def send(header, parts=()):
                text = json.dumps({'parts': [len(part) for part in parts], **header}).encode()
                out.write(struct.pack('<I', len(text)) + text + b''.join(parts)); out.flush()
            send({'hello': {'walls': []}})
            sys.stdin.buffer.read(4)
            sheet = {'name': 'A', 'rows': 1, 'columns': 1}
            parts = [b'\\2', struct.pack('<d', 7), struct.pack('<I', 1), b'x', b'', b'', b'']
            send({'ok': {'format': 'xlsx', 'sheets': [sheet]}}, parts)
            sys.stdin.buffer.read()
            """)
        try await withWorkers({ $0.documents = place }) { workers in
            await #expect(throws: WorkerProblem.nonsense("sheet 1 contradicts itself")) {
                try await workers.read(people(rows: 3))
            }
        }
    }

    @Test func `a worker that takes too much memory is ended`() async throws {
        let place = try impostor(
            """
            import json, struct, sys, os
            text = json.dumps({'hello': {'walls': []}, 'parts': []}).encode()
            sys.stdout.buffer.write(struct.pack('<I', len(text)) + text); sys.stdout.flush()
            sys.stdin.buffer.read(4)
            hoard = [bytearray(b'x' * 1000000) for _ in range(300)]
            sys.stdin.buffer.read()
            """)
        try await withWorkers({
            $0.documents = place
            $0.memory = 100_000_000
        }) { workers in
            await #expect(throws: WorkerProblem.refused(.tooMuchMemory(megabytes: 100))) {
                try await workers.read(people(rows: 3))
            }
        }
    }

    @Test func `without its Python the worker is unavailable and says so`() async throws {
        try await withWorkers({ $0.python = "/nowhere/bin/python" }) { workers in
            let problem = await #expect(throws: WorkerProblem.self) { try await workers.read(people(rows: 3)) }
            guard case .unavailable(let detail) = try #require(problem) else {
                Issue.record("\(String(describing: problem))")
                return
            }
            #expect(detail.contains("python"))
        }
    }

    @Test func `nothing is left when the worker is stopped`() async throws {
        let scratch = scratchFolder()
        try await withWorkers({ $0.scratch = scratch }) { workers in
            _ = try await workers.walls()
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch).count == 3)
            let running = processes(in: scratch)
            #expect(running.count >= 3)
            await workers.stop()
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch).isEmpty)
            #expect(processes(in: scratch).isEmpty)
            #expect(try await workers.read(people(rows: 3)).sheets.count == 1)
        }
    }

    @Test func `what a killed server left behind is removed by the next`() async throws {
        let scratch = scratchFolder()
        try FileManager.default.createDirectory(
            atPath: scratch + "/worker-999999999-abcdef", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: scratch + "/keep-me", withIntermediateDirectories: true)
        try await withWorkers({ $0.scratch = scratch }) { workers in
            _ = try await workers.read(people(rows: 3))
            let names = try FileManager.default.contentsOfDirectory(atPath: scratch)
            #expect(!names.contains("worker-999999999-abcdef"))
            #expect(names.contains("keep-me"))
        }
    }

    @Test func `many requests at once are all answered`() async throws {
        try await withWorkers { workers in
            let path = try people(rows: 20)
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<40 { group.addTask { try await workers.read(path).sheets[0].rowCount } }
                for try await rows in group { #expect(rows == 21) }
            }
        }
    }
}

/// A text file of so many people.
func people(rows: Int) throws -> String {
    let path = scratchFolder() + "/people.csv"
    let text = (1...rows).reduce(into: "Person,Score\n") { $0 += "P\($1),\($1 % 100)\n" }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
}
