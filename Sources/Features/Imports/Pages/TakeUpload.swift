package import CanonicalJSON
import Configuration
import Crypto
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
        guard let file = request.form.file("workbook") else { throw .missing }
        guard file.size <= services.settings.uploadLimit else {
            throw .refused(.refused(.tooLarge(bytes: file.size, limit: services.settings.uploadLimit)))
        }
        let uploads = WaitingUploads(data: services.settings.data)
        let name = RandomIdentifier.short(from: services.randomness)
        do { try uploads.take(file.scratch, as: name) } catch {
            throw error == .tooMany ? .busy : .diskFull
        }
        let order = ReadUpload.Order(
            file: name, fileName: file.name, options: options, language: request.catalogue.language.code,
            purpose: purpose)
        let id: String
        do throws(JobError) {
            id = try await services.jobs.enqueue(ReadUpload.kind, order.json, place: place, owner: organisation)
        } catch {
            uploads.remove(name)
            throw fault(error, request)
        }
        if let fault = try await soon(id, request).flatMap(UploadFault.init) { throw fault }
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
