import Accounts
import CanonicalJSON
import Configuration
import Documents
import FoundationEssentials
import Glibc
import Imports
import Jobs
import Places
import Storage
import Web
import Words

/// Fills the demo place: made-up organisations and their accounts, each made of a workbook in the way that everybody's are.
struct DemoPlace: Sendable {
    let services: Services
    let place: Place
    let maker: MakeDraft
    let shelf: AccountShelf

    /// Orders a job for each example that is not there yet. Asked again, it orders only what is still missing.
    static func order(in place: Place, _ services: Services) async throws {
        guard place.isMadeUp else { return }
        let store = AccountStore(services.database, place: place.id)
        let ordered = try await services.jobs.unfinished(in: place.id)
            .filter { $0.kind == AccountRoutes.exampleKind }.compactMap { $0.payload["file"]?.stringValue }
        for example in ExampleWorkbook.all where !ordered.contains(example.fileName) {
            guard try await !isPublished(example, store) else { continue }
            _ = try await services.jobs.enqueue(
                AccountRoutes.exampleKind, ["file": .string(example.fileName)], place: place.id)
        }
    }

    private static func isPublished(_ example: ExampleWorkbook, _ store: AccountStore) async throws -> Bool {
        try await store.find(example.id)?.edition(example.edition)?.state == .published
    }

    /// Makes one example and publishes it. It may run twice.
    func work(on job: Job, _ progress: JobProgress) async throws -> JSON {
        guard let example = ExampleWorkbook.all.first(where: { $0.fileName == job.payload["file"]?.stringValue }) else {
            throw JobFailure("no-example")
        }
        let store = maker.accounts
        if try await Self.isPublished(example, store) { return ["account": .string(example.id)] }
        let importID = "example-\(example.fileName.dropLast(5))"
        try await takeIn(example, as: importID, at: job.created)
        if let reason = example.correction, try await store.correction(of: importID) == nil {
            try await store.begin(Correction(account: example.id, reason: reason), with: importID)
        }
        let order = MakeDraft.Order(importID: importID, language: Language.english.code)
        let made = try await maker.run(order, name: example.id, date: job.created, progress: progress)
        try await PublishAccount(account: made.account, number: made.number).run(in: store, at: services.clock())
        shelf.clear()
        return ["account": .string(made.account)]
    }

    private func takeIn(_ example: ExampleWorkbook, as importID: String, at date: Date) async throws {
        let path = "\(DataFolder.worker(in: services.settings.data))/\(importID).xlsx"
        defer { unlink(path) }
        let bytes = try await services.worker.write(example.plan)
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { throw JobFailure("no-room") }
        let result = try await TakeWorkbook(path: path, fileName: example.fileName, isMadeUp: true).run(
            as: importID, with: services.worker, in: maker.imports, copies: MarkedCopies(data: services.settings.data),
            words: .english, at: date)
        guard result.problems.isEmpty else {
            let problems = ProblemReport(result.problems, in: .english).lines.joined(separator: " ")
            services.log.failure("example", [("file", example.fileName), ("problems", problems)])
            throw JobFailure("not-understood")
        }
    }
}
