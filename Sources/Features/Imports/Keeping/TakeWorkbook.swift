import Crypto
package import Documents
package import FoundationEssentials
package import Storage
package import Words
package import Workbooks

/// A person gives us a workbook: it is read, understood, and kept without what tells who people are. The file itself is not.
///
/// Where it can't be taken, a marked copy is kept for a day beside the list of problems.
package struct TakeWorkbook: Sendable {
    package enum Refusal: Error, Sendable {
        /// The file can't be read, or the worker failed.
        case worker(WorkerProblem)
        case storage(StorageError)
    }

    package let path: String
    package let fileName: String
    package var options = ImportOptions()
    package var isMadeUp = false

    package init(path: String, fileName: String, options: ImportOptions = ImportOptions(), isMadeUp: Bool = false) {
        self.path = path
        self.fileName = fileName
        self.options = options
        self.isMadeUp = isMadeUp
    }

    package func run(
        as id: String, with worker: any DocumentWorker, by reader: WorkbookReader, in store: ImportStore,
        copies: MarkedCopies, words: Catalogue, at now: Date
    ) async throws(Refusal) -> ImportResult {
        guard let file = FileManager.default.contents(atPath: path) else { throw .worker(.refused(.unreadable)) }
        let digest = hex(sha256([UInt8](file)))
        let workbook: Workbook
        do { workbook = try await worker.read(path) } catch { throw .worker(error) }
        do throws(StorageError) {
            let result = reader.understand(workbook, options, try await store.remembered())
            try await store.keep(
                StoredImport(
                    id: id, fileName: fileName, digest: digest, created: now, options: options,
                    leftUnread: result.taken.leftUnread, workbook: reader.withoutPersons(workbook, result.taken),
                    isMadeUp: isMadeUp))
            if case .refused(let problems, let taken) = result {
                // The list of problems stands on the page too, so a copy that can't be made costs nothing but itself.
                let plan = ProblemReport(problems, in: words).marks(headerRows: taken.headerRows)
                if let copy = try? await worker.marked(path, plan) { _ = copies.keep(copy, for: id) }
            }
            return result
        } catch {
            throw .storage(error)
        }
    }
}
