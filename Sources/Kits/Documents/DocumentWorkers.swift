package import CanonicalJSON
import Glibc

/// The worker as it is: two processes, each started by its first request and started again after it failed.
package final class DocumentWorkers: DocumentWorker {
    private let documents: WorkerLine
    private let charts: WorkerLine

    package init(in place: WorkerPlace) {
        // A process that died is an answer, and no reason to die of writing to it.
        signal(SIGPIPE, SIG_IGN)
        documents = WorkerLine(.documents, in: place)
        charts = WorkerLine(.charts, in: place)
    }

    package func read(_ path: String) async throws(WorkerProblem) -> Workbook {
        let answer: Frame
        do {
            answer = try await documents.ask(Frame(["kind": "read"]), file: path)
        } catch .died, .tookTooMuchMemory {
            // Whoever reads a file and dies of it was given a file that nobody can read.
            throw .refused(.damaged(part: ""))
        }
        return try Workbook(answer)
    }

    package func pdf(_ paper: Paper) async throws(WorkerProblem) -> PrintedPaper {
        try PrintedPaper(await documents.ask(paper.request))
    }

    package func charts(_ specifications: [JSON]) async throws(WorkerProblem) -> [String] {
        guard !specifications.isEmpty else { return [] }
        let request = Frame(["kind": "charts", "specifications": .array(specifications)])
        let answer = try await charts.ask(request)
        guard let pictures = answer.result["pictures"]?.arrayValue?.compactMap(\.stringValue),
            pictures.count == specifications.count
        else { throw .nonsense("pictures that are none") }
        return pictures
    }

    package func write(_ plan: WorkbookPlan) async throws(WorkerProblem) -> [UInt8] {
        try await documents.ask(plan.request).onlyPart()
    }

    package func marked(_ path: String, _ plan: MarkPlan) async throws(WorkerProblem) -> [UInt8] {
        try await documents.ask(plan.request, file: path).onlyPart()
    }

    package func warmCharts() async { _ = try? await charts.start() }

    package func warm() async {
        async let paper = try? documents.ask(Frame(["kind": "warm"]))
        async let picture = try? charts.start()
        _ = await (paper, picture)
    }

    package func walls() async throws(WorkerProblem) -> WorkerWalls {
        let first = try await documents.start()
        let second = try await charts.start()
        return WorkerWalls(standing: first.standing.intersection(second.standing), builder: first.builder)
    }

    package func stop() async {
        await documents.stop()
        await charts.stop()
    }
}

extension Frame {
    fileprivate func onlyPart() throws(WorkerProblem) -> [UInt8] {
        guard parts.count == 1 else { throw .nonsense("an answer of \(parts.count) parts") }
        return parts[0]
    }
}
