package import CanonicalJSON
package import Documents
import Synchronization

/// A worker that reads whatever it is told to and makes documents of a few bytes, so that a test of the website is quick.
package final class StubWorker: DocumentWorker {
    private let held: Mutex<Result<Workbook, WorkerProblem>>
    private let isBusy = Mutex(false)
    private let heldThesaurus = Mutex(ReadThesaurusFile(about: ["refused": ["reason": "noConcepts"]]))
    private let unmarked = Mutex<WorkerProblem?>(nil)

    package init(_ workbook: Workbook) {
        held = Mutex(.success(workbook))
    }

    /// What every file holds from now on.
    package func hold(_ workbook: Workbook) { held.withLock { $0 = .success(workbook) } }

    /// What is said of every file from now on.
    package func refuse(_ problem: WorkerProblem) { held.withLock { $0 = .failure(problem) } }

    /// Why nothing is marked from now on.
    package func refuseToMark(_ problem: WorkerProblem) { unmarked.withLock { $0 = problem } }

    /// Lets whoever wants something read wait until it is said that there is time.
    package func setBusy(_ busy: Bool) { isBusy.withLock { $0 = busy } }

    package func read(_ path: String) async throws(WorkerProblem) -> Workbook {
        while isBusy.withLock({ $0 }) {
            do { try await Task.sleep(for: .milliseconds(2)) } catch { throw .cancelled }
        }
        return try held.withLock { $0 }.get()
    }

    package func pdf(_ paper: Paper) async throws(WorkerProblem) -> PrintedPaper {
        PrintedPaper(bytes: Array("%PDF".utf8), pages: 1, pagesBeforeAnnexes: 1)
    }

    package func charts(_ specifications: [JSON]) async throws(WorkerProblem) -> [String] {
        specifications.map { _ in "<svg><title>A chart</title></svg>" }
    }

    package func write(_ plan: WorkbookPlan) async throws(WorkerProblem) -> [UInt8] { Array("PK \(plan.title)".utf8) }

    package func marked(_ path: String, _ plan: MarkPlan) async throws(WorkerProblem) -> [UInt8] {
        if let problem = unmarked.withLock({ $0 }) { throw problem }
        return Array("PK marked".utf8)
    }

    /// What every thesaurus holds from now on.
    package func hold(_ thesaurus: ReadThesaurusFile) { heldThesaurus.withLock { $0 = thesaurus } }

    package func thesaurus(
        _ path: String, name: String, isWhole: Bool
    ) async throws(WorkerProblem) -> ReadThesaurusFile {
        heldThesaurus.withLock { $0 }
    }

    package func write(_ plan: ThesaurusFilePlan) async throws(WorkerProblem) -> [UInt8] {
        Array("\(plan.format.rawValue) of \(plan.parts.count)".utf8)
    }

    package func warm() async {}

    package func walls() async throws(WorkerProblem) -> WorkerWalls { WorkerWalls(standing: [], builder: "none") }

    package func stop() async {}
}
