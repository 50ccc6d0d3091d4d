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
    package enum Refusal: StorageFailure {
        /// The file can't be read, or the worker failed.
        case worker(WorkerProblem)
        case storage(StorageError)
    }

    /// What becomes true together with the import, such as that it is a correction of something.
    package typealias Purpose = @Sendable (_ importID: String, any Transaction) async throws -> Void

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

    /// May run again after a crash, and then leaves the same behind.
    ///
    /// - Parameter unmarked: told why no marked copy stands beside a list of problems, where none does.
    package func run(
        as id: String, with worker: any DocumentWorker, in store: ImportStore, _ understood: UnderstoodImports,
        copies: MarkedCopies, words: Catalogue, at now: Date,
        step: @Sendable (ReadingStep) async -> Void = { _ in }, purpose: Purpose = { _, _ in },
        unmarked: @Sendable (WorkerProblem) -> Void = { _ in }
    ) async throws(Refusal) -> ImportResult {
        await step(.reading)
        guard let digest = SHA256.file(path) else { throw .worker(.refused(.unreadable)) }
        let workbook: Workbook
        do { workbook = try await worker.read(path) } catch { throw .worker(error) }
        if Task.isCancelled { throw .worker(.cancelled) }
        await step(.understanding)
        let read: ReadWorkbook
        do {
            read = await understood.read(workbook, options, remembering: try await store.remembered())
        } catch {
            throw .storage(error)
        }
        let result = read.result
        var marked: [UInt8]?
        if case .refused(let problems, let taken) = result {
            // The list of problems stands on the page too, so a copy that can't be made costs nothing but itself.
            let plan = ProblemReport(problems, in: words).marks(taken)
            do { marked = try await worker.marked(path, plan) } catch { unmarked(error) }
        }
        if Task.isCancelled { throw .worker(.cancelled) }
        await step(.keeping)
        let item = StoredImport(
            id: id, fileName: fileName, digest: hex(digest), created: now, options: options,
            leftUnread: result.leftUnread, isMadeUp: isMadeUp)
        do throws(StorageError) {
            try await store.database.transaction { [marked] transaction in
                try await store.keep(item, read.kept, in: transaction)
                if let marked { try await copies.keep(marked, for: id, at: now, in: transaction) }
                try await purpose(id, transaction)
            }
        } catch {
            throw .storage(error)
        }
        return result
    }
}

/// How far the reading of a workbook is.
package enum ReadingStep: String, Sendable, CaseIterable { case reading, understanding, keeping }
