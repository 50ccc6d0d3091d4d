import Accounts
import CanonicalJSON
import Configuration
import Documents
import FoundationEssentials
import HTML
package import Imports
import Jobs
package import Lookup
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
    private let shelf: AccountShelf
    private let examples: Examples
    private let joining: Joining
    private let wordsNote: WordsNote
    private let words: OtherWords
    private let offers: WordOffers
    private let readIn: ReadIn
    private let understood: UnderstoodImports
    private let maker: AccountMaker

    package init(
        _ services: Services, place: Place, frame: @escaping Frame, shelf: AccountShelf, understood: UnderstoodImports,
        maker: AccountMaker, examples: Examples, joining: Joining, wordsNote: @escaping WordsNote, words: OtherWords,
        offers: WordOffers, readIn: ReadIn
    ) {
        self.offers = offers
        self.wordsNote = wordsNote
        self.words = words
        self.readIn = readIn
        self.maker = maker
        self.understood = understood
        self.examples = examples
        self.joining = joining
        self.services = services
        self.place = place
        self.frame = frame
        self.shelf = shelf
    }

    package var routes: [Route] {
        ReadAccounts(
            services: services, place: place.id, shelf: shelf, frame: frame, sourceAddress: examples.sourceAddress,
            wordsNote: wordsNote, words: words
        ).routes
            + own.routes
            + ListAccounts(
                services: services, place: place, frame: frame, examples: examples, joining: joining, readIn: readIn
            ).routes
            + WatchJobs(services: services, place: place.id, frame: frame).routes
            + AccountAPI(services: services, place: place.id, factsSchema: factsSchema, words: words).routes
            + MakingAPI(services: services, place: place.id, understood: understood, own: own).routes
            + [
                Route(.get, ImportPath.working(":id").url, access: .may(.seeRows), handler: workingCopy),
                Route(.get, AccountPath.schema.url, access: .anyone, handler: schema),
            ]
    }

    private var own: OwnAccounts {
        OwnAccounts(
            services: services, place: place.id, shelf: shelf, frame: frame, wordsNote: wordsNote, offers: offers)
    }

    /// What the pages of imports need to know of accounts. They have made sure that the import is the reader's own.
    package var sequel: ImportSequel {
        let store = AccountStore(services.database, place: place.id, organisation: nil)
        return ImportSequel(
            proceed: { importID, language, request in try await own.make(importID, language, request) },
            made: { importID, request in
                let accounts = try await AccountStore(services, place.id, request).made(of: importID)
                return MadeOfImport(accounts: accounts, importID: importID).body
            },
            purpose: { importID in
                guard let correction = try await store.correction(of: importID) else { return nil }
                return "This becomes the next edition of a published account. Your reason: \(correction.reason)"
            },
            fields: { importID, request in
                let programmes = try programmes(request)
                let correction = try await store.correction(of: importID)
                return .group([
                    ProgrammeField(
                        programmes: try await programmes.all(), chosen: try await programmes.name(of: importID)
                    )
                    .body,
                    correction.map { ReasonField.ofCorrection($0.reason, isMissing: false).body } ?? .nothing,
                ])
            },
            keep: { importID, texts, request in
                if let name = texts["programme"] { try await programmes(request).set(name, of: importID) }
                guard let reason = texts["reason"], !reason.isEmpty else { return }
                try await store.setReason(reason, of: importID)
            },
            texts: { importID, request in
                var texts = ["programme": try await programmes(request).name(of: importID)]
                texts["reason"] = try await store.correction(of: importID)?.reason
                return texts
            },
            refused: { purpose, options, fault, request in
                try await own.refused(purpose, options, fault, request)
            },
            removeDrafts: { importID, transaction in
                try await store.removeDrafts(of: importID, in: transaction)
            })
    }

    private func programmes(_ request: Request) throws(Problem) -> ProgrammesOfImports {
        ProgrammesOfImports(services.database, place: place.id, organisation: try request.organisation())
    }

    private func workingCopy(_ request: Request) async throws -> Reply {
        let imports = try ImportStore(services, place.id, request)
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
        guard let bytes = schemaBytes else { throw Problem.notFound }
        return Reply(contentType: "application/schema+json", body: .bytes(bytes))
    }

    private var schemaBytes: [UInt8]? {
        FileManager.default.contents(atPath: services.settings.home + "/schemas/account.schema.json").map {
            [UInt8]($0)
        }
    }

    /// What programs are told that an account's data look like; anything where the file is missing.
    private var factsSchema: JSON { schemaBytes.flatMap { try? JSON(parsing: $0) } ?? true }
}
