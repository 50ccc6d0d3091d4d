package import CanonicalJSON
import Glibc

/// The worker as it is: three processes, each started by its first request and started again after it failed.
package final class DocumentWorkers: DocumentWorker {
    private let place: WorkerPlace
    private let reading: WorkerLine
    private let documents: WorkerLine
    private let charts: WorkerLine

    package init(in place: WorkerPlace) {
        // A process that died is an answer, and no reason to die of writing to it.
        signal(SIGPIPE, SIG_IGN)
        self.place = place
        reading = WorkerLine(.reading, in: place)
        documents = WorkerLine(.documents, in: place)
        charts = WorkerLine(.charts, in: place)
    }

    package func read(_ path: String) async throws(WorkerProblem) -> Workbook {
        do {
            return try await readOnce(path)
        } catch .died {
            // It may have been ended from outside, by a machine that is short of memory: a second one tells.
        }
        do {
            return try await readOnce(path)
        } catch .died {
            // Whoever reads a file and dies of it twice was given a file that nobody can read.
            throw .refused(.damaged(part: ""))
        }
    }

    private func readOnce(_ path: String) async throws(WorkerProblem) -> Workbook {
        do {
            return try Workbook(await reading.ask(Frame(["kind": "read"]), file: path, work: place.work(forFile: path)))
        } catch .tookTooMuchMemory(let megabytes) {
            throw .refused(.tooMuchMemory(megabytes: megabytes))
        } catch .workedTooLong(let seconds) {
            throw .refused(.tooMuchWork(seconds: seconds))
        }
    }

    package func pdf(_ paper: Paper) async throws(WorkerProblem) -> PrintedPaper {
        try PrintedPaper(await documents.ask(paper.request), of: paper)
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
        try await reading.ask(plan.request, file: path).onlyPart()
    }

    package func thesaurus(
        _ path: String, name: String, isWhole: Bool
    ) async throws(WorkerProblem) -> ReadThesaurusFile {
        let request = Frame([
            "kind": "thesaurus", "about": ["name": .string(name), "whole": .bool(isWhole)],
        ])
        do {
            let work = place.work(forThesaurus: path)
            return try ReadThesaurusFile(await reading.ask(request, file: path, work: work), isWhole: isWhole)
        } catch .tookTooMuchMemory(let megabytes) {
            throw .refused(.tooMuchMemory(megabytes: megabytes))
        } catch .workedTooLong(let seconds) {
            throw .refused(.tooMuchWork(seconds: seconds))
        }
    }

    package func write(_ plan: ThesaurusFilePlan) async throws(WorkerProblem) -> [UInt8] {
        try await reading.ask(plan.request, work: place.work(forBytes: plan.size)).onlyPart()
    }

    package func warm() async {
        async let first = try? reading.start()
        async let second = try? documents.start()
        async let third = try? charts.start()
        _ = await (first, second, third)
    }

    package func walls() async throws(WorkerProblem) -> WorkerWalls {
        var walls = try await reading.start()
        walls.standing.formIntersection(try await documents.start().standing)
        walls.standing.formIntersection(try await charts.start().standing)
        return walls
    }

    package func stop() async {
        await reading.stop()
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
