import Configuration
import Crypto
import Documents
package import Places
import Storage
package import Web
import Words
package import Workbooks

/// Uploading a workbook, seeing what was understood, correcting it, taking it back.
package struct ImportRoutes: Sendable {
    private let services: Services
    private let reader: WorkbookReader
    private let place: Place
    private let frame: Frame
    private let sequel: ImportSequel
    private let store: ImportStore
    private let copies: MarkedCopies

    package init(
        _ services: Services, reader: WorkbookReader, place: Place, frame: @escaping Frame, sequel: ImportSequel
    ) {
        self.services = services
        self.reader = reader
        self.place = place
        self.frame = frame
        self.sequel = sequel
        store = ImportStore(services.database, place: place.id)
        copies = MarkedCopies(data: services.settings.data)
    }

    package var routes: [Route] {
        [
            Route(.get, ImportPath.new.url, access: .owner, handler: showForm),
            Route(.post, ImportPath.new.url, access: .owner, body: .upload, handler: upload),
            Route(.get, ImportPath.one(":id").url, access: .owner, handler: show),
            Route(.post, ImportPath.one(":id").url, access: .owner, handler: change),
            Route(.get, ImportPath.marked(":id").url, access: .owner, handler: markedCopy),
            Route(.get, ImportPath.takeBack(":id").url, access: .owner, handler: askToTakeBack),
            Route(.post, ImportPath.takeBack(":id").url, access: .owner, handler: takeBack),
        ]
    }

    private func showForm(_ request: Request) async throws -> Reply {
        let page = UploadPage(tokenField: request.formTokenField, limit: services.settings.uploadLimit / 1_000_000)
        return request.page(frame(page.title, request, page.body))
    }

    private func upload(_ request: Request) async throws -> Reply {
        let options = UploadForm.options(request.form)
        do throws(UploadFault) {
            let id = try await TakeUpload(services, reader: reader, store: store, copies: copies).run(request, options)
            return .redirect(to: ImportPath.one(id).url)
        } catch {
            let page = UploadPage(
                tokenField: request.formTokenField, limit: services.settings.uploadLimit / 1_000_000, options: options,
                fault: error.shown)
            var reply = request.page(frame(page.title, request, page.body))
            reply.status = error.status
            return reply
        }
    }

    private func show(_ request: Request) async throws -> Reply {
        let item = try await find(request)
        guard let result = item.result(try await store.remembered(), by: reader) else {
            let page = TakenBackPage(item: item, made: try await sequel.made(item.id, request))
            return request.page(frame(page.title, request, page.body))
        }
        return try await page(of: item, result, request)
    }

    private func page(of item: StoredImport, _ result: ImportResult, _ request: Request) async throws -> Reply {
        let languages = services.catalogues.languages
        let chosen =
            item.options.language ?? result.understanding?.about.language.value ?? request.catalogue.language.code
        let page = ImportPage(
            item: item, result: result, tokenField: request.formTokenField, hasMarkedCopy: copies.has(item.id),
            languages: languages, language: languages.first { $0.code == chosen } ?? .english,
            purpose: try await sequel.purpose(item.id), made: try await sequel.made(item.id, request))
        return request.page(frame(page.title, request, page.body))
    }

    private func change(_ request: Request) async throws -> Reply {
        let item = try await find(request)
        guard let shown = item.result(try await store.remembered(), by: reader) else { throw Problem.takenBack }
        let choices = UploadForm.choices(request.form, of: item, shown: shown)
        let result = try await choices.run(item, in: store, by: reader)
        if request.form["then"] == "account", result?.understanding != nil {
            let language = services.catalogues.languages.first { $0.code == request.form["language"] } ?? .english
            return try await sequel.proceed(item.id, language.code, request)
        }
        return .redirect(to: ImportPath.one(item.id).url)
    }

    private func markedCopy(_ request: Request) async throws -> Reply {
        let item = try await find(request)
        guard let bytes = copies.bytes(for: item.id) else { throw Problem.notFound }
        let name = item.fileName.split(separator: ".").first.map(String.init) ?? "workbook"
        return .download(.bytes(bytes), name: "\(name)-marked.xlsx", contentType: MediaType.xlsx)
    }

    private func askToTakeBack(_ request: Request) async throws -> Reply {
        let item = try await find(request)
        guard item.takenBack == nil else { return .redirect(to: ImportPath.one(item.id).url) }
        let page = TakeBackPage(item: item, tokenField: request.formTokenField)
        return request.page(frame(page.title, request, page.body))
    }

    private func takeBack(_ request: Request) async throws -> Reply {
        let item = try await find(request)
        try await TakeBack(importID: item.id).run(
            in: store, database: services.database, copies: copies, at: services.clock(),
            removeDrafts: sequel.removeDrafts)
        return .redirect(to: ImportPath.one(item.id).url)
    }

    private func find(_ request: Request) async throws -> StoredImport {
        guard let id = request.parameters["id"], let item = try await store.find(id) else { throw Problem.notFound }
        return item
    }
}

extension Problem {
    package static let takenBack = Problem(
        status: 410, code: "UPL-001", title: "This workbook was taken back",
        detail: "What we had read of it was removed.", next: "Upload the workbook again to make an account of it.")
}
