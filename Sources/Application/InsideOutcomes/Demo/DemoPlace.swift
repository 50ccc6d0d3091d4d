import Publishing
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
import Workbooks

/// Fills the demo place: made-up organisations and their accounts, each made of a workbook in the way that everybody's are.
struct DemoPlace: Sendable {
    let services: Services
    let place: Place
    let drafts: @Sendable (_ organisation: String) -> MakeDraft
    let understood: UnderstoodImports
    let shelf: AccountShelf

    static let kind = "example"

    /// Orders the examples that are not there yet. They are made one after the other; nobody else's work waits for them.
    static func begin(in place: Place, _ services: Services) async throws {
        guard place.isMadeUp else { return }
        let store = AccountStore(services.database, place: place.id, organisation: nil)
        var missing: [String] = []
        for example in ExampleWorkbook.all where try await !isPublished(example, store) {
            missing.append(example.fileName)
        }
        // Several servers may start at once: the first one orders them.
        try await services.database.at(place.id).transaction(throwing: JobError.self) { [missing] transaction in
            let ordered = try await services.jobs.unfinished(in: place.id, of: kind, seenBy: transaction)
            for file in missing where ordered.isEmpty {
                try await services.jobs.enqueue(kind, ["file": .string(file)], place: place.id, in: transaction)
            }
        }
        services.jobs.wake()
    }

    /// How many examples are still to come.
    static func left(in place: Place, _ services: Services) async throws -> Int {
        try await services.jobs.unfinished(in: place.id, of: kind).count
    }

    private static func isPublished(_ example: ExampleWorkbook, _ store: AccountStore) async throws -> Bool {
        try await store.find(example.id)?.edition(example.edition)?.state == .published
    }

    /// Makes one example and publishes it. It may run twice.
    func work(on job: Job, _ progress: JobProgress) async throws -> JSON {
        guard let example = ExampleWorkbook.all.first(where: { $0.fileName == job.payload["file"]?.stringValue }) else {
            throw JobFailure("no-example")
        }
        let maker = drafts(example.organisation.id)
        let store = maker.accounts
        if try await Self.isPublished(example, store) { return ["account": .string(example.id)] }
        let importID = "example-\(example.fileName.dropLast(5))"
        let organisation = Organisation(
            id: example.organisation.id, name: example.organisation.name, isMadeUp: true, created: job.created)
        try await services.database.at(place.id).transaction { transaction in
            try await OrganisationStore(place: place.id).add(organisation, in: transaction)
        }
        try await takeIn(example, as: importID, maker, at: job.created)
        let order = MakeDraft.Order(importID: importID, language: Language.english.code)
        let made = try await maker.run(order, name: example.id, date: job.created, progress: progress)
        try await PublishAccount(account: made.account, number: made.number).run(in: store, at: services.clock())
        shelf.clear()
        return ["account": .string(made.account)]
    }

    private func takeIn(
        _ example: ExampleWorkbook, as importID: String, _ maker: MakeDraft, at date: Date
    ) async throws {
        let path = "\(DataFolder.worker(in: services.settings.data))/\(importID).xlsx"
        defer { unlink(path) }
        let bytes = try await services.worker.write(example.plan)
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { throw JobFailure("no-room") }
        let result = try await TakeWorkbook(path: path, fileName: example.fileName, isMadeUp: true).run(
            as: importID, with: services.worker, in: maker.imports, understood,
            copies: MarkedCopies(services, place: place.id), words: .english, at: date,
            purpose: { importID, transaction in
                guard let reason = example.correction else { return }
                let correction = Correction(account: example.id, reason: reason)
                try await maker.accounts.begin(correction, with: importID, in: transaction)
            })
        guard result.problems.isEmpty else {
            let problems = ProblemReport(result.problems, in: .english).lines.joined(separator: " ")
            services.log.failure("example", [("file", example.fileName), ("problems", problems)])
            throw JobFailure("not-understood")
        }
    }
}
