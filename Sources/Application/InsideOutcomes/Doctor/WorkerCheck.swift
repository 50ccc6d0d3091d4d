import Configuration
import Documents
import FoundationEssentials
import Language
import Vocabulary
import Words

/// Starts the document worker once, has it make something of each kind, and asks which walls stand around it.
struct WorkerCheck: Sendable {
    private let settings: Settings

    init(_ settings: Settings) {
        self.settings = settings
    }

    func findings() async -> [Finding] {
        let scratch = FileManager.default.temporaryDirectory.path + "/outcomes-doctor-\(UInt32.random(in: 0 ... .max))"
        do {
            try FileManager.default.createDirectory(
                atPath: scratch, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        } catch {
            return [.bad("document worker", "has no room for scratch files", mend: "Look at the disk of \(scratch).")]
        }
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let worker = DocumentWorkers(in: WorkerPlace(settings, scratch: scratch))
        var findings = await look(at: worker)
        findings.append(await thesauri(worker, file: scratch + "/list.ttl"))
        await worker.stop()
        return findings
    }

    private func look(at worker: DocumentWorkers) async -> [Finding] {
        do throws(WorkerProblem) {
            let paper = Paper(
                html: Array("<!doctype html><html lang=\"en\"><title>Test</title><h1>Test</h1>".utf8), title: "Test",
                language: "en", date: "2026-01-01")
            let printed = try await worker.pdf(paper)
            let workbook = try await worker.write(
                WorkbookPlan(title: "Test", date: "2026-01-01", sheets: [PlannedSheet(name: "Test")]))
            let walls = try await worker.walls()
            guard printed.bytes.starts(with: Array("%PDF".utf8)), workbook.starts(with: Array("PK".utf8)) else {
                return [.bad("document worker", "makes something else than documents", mend: installAgain)]
            }
            return [.good("document worker", "answers, and makes documents")] + report(walls)
        } catch {
            return [.bad("document worker", "\(error.sentence) \(detail(error)) (\(error.code))", mend: installAgain)]
        }
    }

    /// Lists of words stand on a library of their own (rdflib), which nothing else asks for.
    ///
    /// - Parameter file: where one is kept that is written and then read.
    func thesauri(_ worker: any DocumentWorker, file: String) async -> Finding {
        let list = Scheme(id: "https://test.example/list", titles: [Text("Test", in: "en")])
        let concept = Concept(
            id: "https://test.example/list/1", scheme: list.id, labels: [Label(.preferred, Text("Test", in: "en"))],
            isTop: true)
        let wanted = Thesaurus(schemes: [list], concepts: [concept])
        let written: [UInt8]
        do throws(WorkerProblem) {
            written = try await worker.write(ThesaurusFilePlan(.turtle, wanted))
        } catch {
            return withoutThesauri(error)
        }
        do { try Data(written).write(to: URL(filePath: file)) } catch {
            return .bad("lists of words", "have no room for scratch files", mend: "Look at the disk of \(file).")
        }
        do throws(ThesaurusRefusal) {
            let read = try await ThesaurusFile.read(file, name: "list.ttl", by: worker).thesaurus
            guard read.concepts.map(\.id) == [concept.id] else { return otherwise }
            return .good("lists of words", "are written and read")
        } catch {
            if case .worker(let problem) = error { return withoutThesauri(problem) }
            return otherwise
        }
    }

    private var otherwise: Finding {
        .bad("lists of words", "are read otherwise than they were written", mend: installAgain)
    }

    private func withoutThesauri(_ problem: WorkerProblem) -> Finding {
        .bad(
            "lists of words", "can’t be written and read: \(problem.sentence) \(detail(problem)) (\(problem.code))",
            mend: installAgain)
    }

    private var installAgain: Phrase { "Run script/bootstrap, which installs what it stands on." }

    private func detail(_ problem: WorkerProblem) -> String {
        switch problem {
        case .badRequest(let detail), .died(let detail), .nonsense(let detail), .unavailable(let detail): detail
        default: ""
        }
    }

    private func report(_ walls: WorkerWalls) -> [Finding] {
        walls.standing.sorted { $0.rawValue < $1.rawValue }.map { .good(name($0), "stands (\(walls.builder))") }
            + walls.missing.map {
                .notice(
                    name($0), "is missing: this machine does not offer it",
                    mend: "Install bubblewrap, or allow user namespaces on this machine.")
            }
    }

    private func name(_ wall: WorkerWalls.Wall) -> Phrase {
        switch wall {
        case .network: "the worker’s wall against the network"
        case .files: "the worker’s wall around its files"
        case .programs: "the worker’s wall against starting programs"
        case .memory: "the worker’s bound on memory"
        }
    }
}
