package import CanonicalJSON
import Configuration
import Documents
import Jobs
import Storage
package import Web
import Words
package import Workbooks

/// Takes the workbook that a form brought and has it read; the upload form and the form for a correction both do this.
package struct TakeUpload: Sendable {
    /// A small file is read in this time, and nobody needs to see that it was a job.
    private static let patience = Duration.seconds(1)

    private let services: Services
    private let place: String
    private let organisation: String

    package init(_ services: Services, place: String, organisation: String) {
        self.services = services
        self.place = place
        self.organisation = organisation
    }

    /// - Parameter purpose: what the workbook is for, where that is something else than a new account.
    /// - Returns: the identifier of the import, which may still be being read.
    package func run(
        _ request: Request, _ options: ImportOptions, purpose: JSON = .null
    ) async throws(UploadFault) -> String {
        let id = try await begin(request, options, purpose: purpose)
        if let fault = try await soon(id, request).flatMap(UploadFault.init) { throw fault }
        return id
    }

    /// The same, and whoever asks doesn't wait for anything.
    ///
    /// - Parameter fileName: what the file is called, where the request's body doesn't say it.
    func begin(
        _ request: Request, _ options: ImportOptions, purpose: JSON = .null, fileName: String? = nil
    ) async throws(UploadFault) -> String {
        // A program's file may be empty: it is read like any other, and what is wrong is said in the same way.
        let chosen = fileName == nil ? request.form.file("workbook") : request.form.files.first
        guard let file = chosen else { throw .missing }
        guard file.size <= services.settings.uploadLimit else {
            throw .refused(.refused(.tooLarge(bytes: file.size, limit: services.settings.uploadLimit)))
        }
        let order = ReadUpload.Order(
            fileName: fileName ?? file.name, options: options, language: request.catalogue.language.code,
            purpose: purpose)
        do throws(JobError) {
            return try await enqueue(order, file.scratch)
        } catch {
            throw fault(error, request)
        }
    }

    /// The job and its file, both or neither.
    private func enqueue(_ order: ReadUpload.Order, _ file: ScratchFile) async throws(JobError) -> String {
        let id = try await services.database.at(place).transaction(throwing: JobError.self) { transaction in
            let id = try await services.jobs.enqueue(
                ReadUpload.kind, order.json, place: place, owner: organisation, in: transaction)
            try await WaitingUploads(services, place: place).take(
                file, for: id, at: services.clock(), in: transaction)
            return id
        }
        services.jobs.wake()
        return id
    }

    /// The job as it stands after a moment.
    private func soon(_ id: String, _ request: Request) async throws(UploadFault) -> Job? {
        do throws(StorageError) {
            return try await services.jobs.job(id, in: place, finishedWithin: Self.patience)
        } catch {
            throw fault(.storage(error), request)
        }
    }

    private func fault(_ error: JobError, _ request: Request) -> UploadFault {
        switch error {
        case .tooMany: return .busy
        case .storage(.full): return .diskFull
        case .tooLarge, .storage:
            services.log.failure("upload", [("request", request.id), ("error", "\(error)")])
            return .notKept
        }
    }
}
