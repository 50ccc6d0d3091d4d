package import CanonicalJSON
import Configuration
import Documents
import FoundationEssentials
package import Jobs
package import Storage
package import Web
import Words
package import Workbooks

/// Reads a workbook that was uploaded. It runs as a job whose identifier becomes that of the import, and may run twice.
package struct ReadUpload: Sendable {
    package static let kind = "reading"

    /// What the job is to do, as its payload says.
    package struct Order: Sendable, Equatable {
        /// What the person's own machine called it.
        package let fileName: String
        package let options: ImportOptions
        /// The language for the marked copy.
        package let language: String
        /// What the workbook is for, where that is something else than a new account; the sequel knows how to read it.
        package let purpose: JSON

        package init(fileName: String, options: ImportOptions, language: String, purpose: JSON) {
            self.fileName = fileName
            self.options = options
            self.language = language
            self.purpose = purpose
        }

        package var json: JSON {
            [
                "name": .string(fileName), "options": options.json,
                "language": .string(language), "purpose": purpose,
            ]
        }

        package init?(json: JSON) {
            guard let fileName = json["name"]?.stringValue,
                let options = json["options"], let language = json["language"]?.stringValue
            else { return nil }
            self.init(
                fileName: fileName, options: ImportOptions(json: options), language: language,
                purpose: json["purpose"] ?? .null)
        }
    }

    /// Why nothing came of it although the file may be sound; the page turns each into a sentence.
    package enum Failure: String, Sendable, CaseIterable {
        case diskFull = "disk-full"
        case notKept = "not-kept"
    }

    private let services: Services
    private let place: String
    private let understood: UnderstoodImports
    private let begin: @Sendable (_ purpose: JSON, _ importID: String, any Transaction) async throws -> Void

    /// - Parameter begin: what becomes true together with the import, given its purpose.
    package init(
        _ services: Services, place: String, _ understood: UnderstoodImports,
        begin: @escaping @Sendable (JSON, String, any Transaction) async throws -> Void
    ) {
        self.services = services
        self.place = place
        self.understood = understood
        self.begin = begin
    }

    /// - Returns: why the file can't be read, or nothing where all went well.
    package func run(_ job: Job, _ progress: JobProgress) async throws -> JSON {
        guard let order = Order(json: job.payload), let organisation = job.owner else { throw JobFailure("no-order") }
        let store = ImportStore(services.database, place: place, organisation: organisation)
        let uploads = WaitingUploads(services, place: place)
        // The program may have ended after the import was kept and before that was noted here.
        let isKept = try await store.find(job.id) != nil
        let refusal: TakeWorkbook.Refusal?
        do {
            refusal = isKept ? nil : try await read(order, of: job, from: uploads, in: store, progress)
        } catch {
            throw failure(error, job.id)
        }
        // Whoever stops this removes the file; after a restart of the program it is read again.
        if refusal != nil, Task.isCancelled { throw CancellationError() }
        try await uploads.remove(job.id)
        return try refusal.map { refusal throws(JobFailure) in try ended(refusal, job.id) } ?? .null
    }

    /// - Returns: why it was not taken.
    private func read(
        _ order: Order, of job: Job, from uploads: WaitingUploads, in store: ImportStore, _ progress: JobProgress
    ) async throws(StorageError) -> TakeWorkbook.Refusal? {
        let refusal = try await uploads.withCopy(for: job) { path -> TakeWorkbook.Refusal? in
            do throws(TakeWorkbook.Refusal) {
                try await read(order, of: job, from: path, in: store, progress)
                return nil
            } catch {
                return error
            }
        }
        return refusal ?? .worker(.refused(.unreadable))
    }

    private func read(
        _ order: Order, of job: Job, from path: String, in store: ImportStore, _ progress: JobProgress
    ) async throws(TakeWorkbook.Refusal) {
        let id = job.id
        let action = TakeWorkbook(path: path, fileName: order.fileName, options: order.options)
        _ = try await action.run(
            as: id, with: services.worker, in: store, understood, copies: MarkedCopies(services, place: place),
            words: services.catalogues[order.language], at: job.created,
            step: { step in await progress.report(step.percent, step.rawValue) },
            purpose: { id, transaction in try await begin(order.purpose, id, transaction) },
            unmarked: { problem in services.log.failure("marking", [("job", id), ("error", "\(problem)")]) })
        do throws(StorageError) {
            // So that the first look at it finds it ready.
            guard let item = try await store.find(id) else { return }
            _ = try await understood.result(of: item, in: store, remembering: try await store.remembered())
        } catch {
            throw .storage(error)
        }
    }

    private func ended(_ refusal: TakeWorkbook.Refusal, _ id: String) throws(JobFailure) -> JSON {
        switch refusal {
        case .worker(let problem):
            if case .refused = problem {
            } else {
                services.log.failure("reading", [("job", id), ("error", "\(problem)")])
            }
            return problem.json
        case .storage(let error): throw failure(error, id)
        }
    }

    private func failure(_ error: StorageError, _ id: String) -> JobFailure {
        services.log.failure("reading", [("job", id), ("error", "\(error)")])
        return JobFailure((error == .full ? Failure.diskFull : .notKept).rawValue)
    }
}

extension ReadingStep {
    fileprivate var percent: Int {
        switch self {
        case .reading: 10
        case .understanding: 50
        case .keeping: 80
        }
    }
}
