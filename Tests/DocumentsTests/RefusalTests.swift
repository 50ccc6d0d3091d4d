import CanonicalJSON
import Documents
import FoundationEssentials
import Glibc
import Testing

@Suite(.enabled(if: hasWorker, "script/bootstrap makes the virtual environment that the worker needs"))
struct RefusalTests {
    private static let refusals: [FileRefusal] = [
        .unreadable, .empty, .tooLarge(bytes: 9, limit: 8), .encrypted, .oldExcel, .binaryExcel, .appleNumbers,
        .pdf,
        .picture, .webPage, .otherDocument, .archive, .notAWorkbook, .damaged(part: "x"), .bomb(part: "x"),
        .unsafeMarkup(part: "x"), .unsafeNames, .tooManySheets(count: 7, limit: 6),
        .tooManyCells(sheet: "x", limit: 1), .farCell(CellReference(sheet: "A", column: 3, row: 4), limit: 1),
        .longText(CellReference(sheet: "A", column: 3, row: 4), limit: 1), .unknownEncoding,
        .noSheets, .tooMuchMemory(megabytes: 1), .tooMuchWork(seconds: 1),
    ]

    @Test(arguments: [
        ("%PDF-1.7", FileRefusal.pdf), ("<html>", .webPage), ("", .empty),
        ("PK\u{3}\u{4}nothing", .damaged(part: "")),
        (
            "a,b\n\"\(String(repeating: "x", count: 40_000))",
            .longText(CellReference(sheet: "CSV", column: 0, row: 1), limit: 32_767)
        ),
    ])
    func `a file that is no workbook is refused with its reason`(content: String, refusal: FileRefusal) async throws {
        let path = scratchFolder() + "/book.xlsx"
        try content.write(toFile: path, atomically: true, encoding: .utf8)
        try await withWorkers { workers in
            await #expect(throws: WorkerProblem.refused(refusal)) { try await workers.read(path) }
        }
    }

    @Test(arguments: ["/nowhere/book.xlsx", "/tmp", "/dev/zero"])
    func `what is no file is refused unread`(path: String) async throws {
        try await withWorkers { workers in
            await #expect(throws: WorkerProblem.refused(.unreadable)) { try await workers.read(path) }
        }
    }

    @Test func `a file above the limit is refused unread`() async throws {
        let path = try people(rows: 500)
        let size = try #require(FileManager.default.attributesOfItem(atPath: path)[.size] as? UInt64)
        try await withWorkers({ $0.fileLimit = 1_000 }) { workers in
            await #expect(throws: WorkerProblem.refused(.tooLarge(bytes: Int(size), limit: 1_000))) {
                try await workers.read(path)
            }
        }
    }

    @Test func `a problem that is kept reads the same again`() {
        let problems =
            Self.refusals.map { WorkerProblem.refused($0) } + [
                .tookTooLong(seconds: 60), .tookTooMuchMemory(megabytes: 512), .badRequest(""), .died(""),
                .nonsense(""), .unavailable(""), .cancelled, .workedTooLong(seconds: 5),
            ]
        for problem in problems { #expect(WorkerProblem(json: problem.json) == problem) }
        #expect(WorkerProblem(json: ["refused": ["reason": "other"]]) == nil)
        #expect(WorkerProblem(json: .null) == nil)
    }

    @Test func `every refusal has a code of its own`() {
        let all = Self.refusals
        #expect(Set(all.map(\.code)).count == all.count)
        expectDocumented(all.map(\.code), prefix: "FILE-")
    }

    @Test func `every problem of the worker has a code of its own`() {
        let all: [WorkerProblem] = [
            .badRequest(""), .tookTooLong(seconds: 1), .tookTooMuchMemory(megabytes: 1), .died(""), .nonsense(""),
            .unavailable(""), .cancelled, .workedTooLong(seconds: 1),
        ]
        #expect(Set(all.map(\.code)).count == all.count)
        expectDocumented(all.map(\.code), prefix: "DOC-")
    }

    /// The handbook's page of codes has a row for each of these, and for no other that begins alike.
    private func expectDocumented(_ codes: [String], prefix: String) {
        let page = (try? String(contentsOfFile: projectRoot + "/docs/error-codes.md", encoding: .utf8)) ?? ""
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| " + prefix) }
        #expect(rows.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) } == codes.sorted())
    }
}

@Suite(.enabled(if: hasWorker, "script/bootstrap makes the virtual environment that the worker needs"))
struct WallTests {
    @Test func `without namespaces the worker builds its own walls and still works`() async throws {
        try await withWorkers({ $0.usesNamespaces = false }) { workers in
            let walls = try await workers.walls()
            #expect(walls.builder != "bubblewrap")
            #expect(walls.standing.contains(.memory))
            #expect(try await workers.read(people(rows: 3)).sheets.count == 1)
            #expect(try await workers.charts([["mark": "bar", "data": ["values": [["a": 1]]]]]).count == 1)
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/bwrap"), "bubblewrap is not installed"))
    func `with namespaces every wall stands, where the kernel offers them`() async throws {
        let walls = try await withWorkers { try await $0.walls() }
        if walls.builder == "bubblewrap" { #expect(walls.standing.isSuperset(of: [.network, .files])) }
    }

    /// A program with capabilities in its own namespaces mounts its read-only folders anew, and writes in them.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/bwrap"), "bubblewrap is not installed"))
    func `behind namespaces the worker has no capability, whoever runs the server`() async throws {
        try await withWorkers { workers in
            guard try await workers.walls().builder == "bubblewrap" else { return }
            let all = try processes()
            let builders = all.filter { $0["PPid"] == "\(getpid())" && $0["Name"] == "bwrap" }.compactMap { $0["Pid"] }
            let inside = all.filter { builders.contains($0["PPid"] ?? "") }
            #expect(!inside.isEmpty)
            for process in inside { #expect(process["CapEff"] == "0000000000000000") }
        }
    }

    /// What the kernel says of each process (proc(5), status).
    private func processes() throws -> [[String: String]] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }.compactMap { process in
            guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else {
                return nil
            }
            let pairs = status.split(separator: "\n").map { $0.split(separator: ":", maxSplits: 1) }
            return Dictionary(
                pairs.filter { $0.count == 2 }.map { (String($0[0]), $0[1].filter { !$0.isWhitespace }) },
                uniquingKeysWith: { first, _ in first })
        }
    }
}
