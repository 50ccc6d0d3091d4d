import Configuration
import Crypto
package import Documents
package import Storage
package import Web
import Words
package import Workbooks

/// Takes the workbook that a form brought; the upload form and the form for a correction both do this.
package struct TakeUpload: Sendable {
    private let services: Services
    private let reader: WorkbookReader
    private let store: ImportStore
    private let copies: MarkedCopies

    package init(_ services: Services, reader: WorkbookReader, store: ImportStore, copies: MarkedCopies) {
        self.services = services
        self.reader = reader
        self.store = store
        self.copies = copies
    }

    /// - Returns: the identifier of the import, understood or not.
    package func run(_ request: Request, _ options: ImportOptions) async throws(UploadFault) -> String {
        guard let file = request.form.file("workbook") else { throw .missing }
        guard file.size <= services.settings.uploadLimit else {
            throw .refused(.refused(.tooLarge(bytes: file.size, limit: services.settings.uploadLimit)))
        }
        let id = RandomIdentifier.short(from: services.randomness)
        let action = TakeWorkbook(path: file.scratch.path, fileName: file.name, options: options)
        do throws(TakeWorkbook.Refusal) {
            _ = try await action.run(
                as: id, with: services.worker, by: reader, in: store, copies: copies, words: request.catalogue,
                at: services.clock())
        } catch {
            switch error {
            case .worker(let problem): throw .refused(problem)
            case .storage(let problem): throw .storage(problem)
            }
        }
        return id
    }
}

/// Why an upload was not taken.
package enum UploadFault: Error, Sendable {
    case missing
    case refused(WorkerProblem)
    case storage(StorageError)

    package var shown: UploadPage.Fault {
        switch self {
        case .missing: UploadPage.Fault("No file was chosen.", mend: "Choose the workbook that you keep.")
        case .refused(let problem): UploadPage.Fault(problem.sentence, mend: problem.mend)
        case .storage(.full):
            UploadPage.Fault("The server’s disk is full.", mend: "Tell the person who runs this server.")
        case .storage:
            UploadPage.Fault("We could not keep what we read.", mend: "Try again in a minute.")
        }
    }

    package var status: Int {
        switch self {
        case .missing: 422
        case .refused(.refused): 422
        case .refused(.unavailable): 503
        case .refused: 500
        case .storage: 500
        }
    }
}
