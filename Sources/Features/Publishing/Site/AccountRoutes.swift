import Accounts
import CanonicalJSON
import Configuration
import Documents
import FoundationEssentials
import HTML
package import Imports
import Jobs
package import Places
import Storage
package import Web
import Words
import Workbooks

/// All addresses of accounts, and what accounts do with an import.
package struct AccountRoutes: Sendable {
    private let services: Services
    private let place: Place
    private let frame: Frame
    private let imports: ImportStore
    private let store: AccountStore
    private let shelf: AccountShelf
    private let examples: Examples
    private let understood: UnderstoodImports
    private let maker: AccountMaker

    package init(
        _ services: Services, place: Place, frame: @escaping Frame, shelf: AccountShelf, understood: UnderstoodImports,
        maker: AccountMaker, examples: Examples
    ) {
        self.maker = maker
        self.understood = understood
        self.examples = examples
        self.services = services
        self.place = place
        self.frame = frame
        self.shelf = shelf
        imports = ImportStore(services.database, place: place.id)
        store = AccountStore(services.database, place: place.id)
    }

    package var routes: [Route] {
        ReadAccounts(
            services: services, store: store, shelf: shelf, frame: frame, sourceAddress: examples.sourceAddress
        ).routes
            + own.routes
            + ListAccounts(
                services: services, place: place, frame: frame, imports: imports, store: store, examples: examples
            ).routes
            + WatchJobs(services: services, place: place.id, frame: frame).routes
            + [
                Route(.get, ImportPath.working(":id").url, access: .owner, handler: workingCopy),
                Route(.get, AccountPath.schema.url, access: .anyone, handler: schema),
            ]
    }

    private var own: OwnAccounts {
        OwnAccounts(services: services, imports: imports, store: store, shelf: shelf, frame: frame)
    }

    /// What the pages of imports need to know of accounts.
    package var sequel: ImportSequel {
        ImportSequel(
            proceed: { importID, language, _ in try await own.make(importID, language) },
            made: { importID, _ in
                MadeOfImport(accounts: try await store.made(of: importID), importID: importID).body
            },
            purpose: { importID in
                guard let correction = try await store.correction(of: importID) else { return nil }
                return "This becomes the next edition of a published account. Your reason: \(correction.reason)"
            },
            fields: { importID in
                guard let correction = try await store.correction(of: importID) else { return .nothing }
                return ReasonField.ofCorrection(correction.reason, isMissing: false).body
            },
            keep: { importID, request in
                let reason = UploadForm.plain(request.form["reason"] ?? "", most: 500)
                if !reason.isEmpty { try await store.setReason(reason, of: importID) }
            },
            refused: { purpose, options, fault, request in
                try await own.refused(purpose, options, fault, request)
            },
            removeDrafts: { importID, transaction in
                try await store.removeDrafts(of: importID, in: transaction)
            })
    }

    private func workingCopy(_ request: Request) async throws -> Reply {
        guard let id = request.parameters["id"], let item = try await imports.find(id),
            let understanding = try await understood.result(
                of: item, in: imports, remembering: try await imports.remembered())?.understanding,
            let kept = try await imports.workbook(of: id)
        else { throw Problem.notFound }
        do {
            let date = CivilDate(services.clock())
            guard let bytes = try await maker.workingCopy(understanding, kept, request.catalogue, date) else {
                throw Problem.notFound
            }
            return .download(.bytes(bytes), name: "working.xlsx", contentType: MediaType.xlsx)
        } catch AccountError.worker(let problem) {
            throw Problem(worker: problem)
        }
    }

    private func schema(_ request: Request) async throws -> Reply {
        let path = services.settings.home + "/schemas/account.schema.json"
        guard let bytes = FileManager.default.contents(atPath: path) else { throw Problem.notFound }
        return Reply(contentType: "application/schema+json", body: .bytes([UInt8](bytes)))
    }
}
