import CanonicalJSON
import Configuration
import Crypto
import Documents
import HTML
import Jobs
package import Lookup
package import Places
import Storage
import Trail
package import Web
import Words
import Workbooks

/// Uploading a workbook, seeing what was understood, correcting it, taking it back.
package struct ImportRoutes: Sendable {
    private let services: Services
    private let place: Place
    private let frame: Frame
    private let sequel: ImportSequel
    private let offers: WordOffers
    private let understood: UnderstoodImports
    private let copies: MarkedCopies

    package init(
        _ services: Services, place: Place, frame: @escaping Frame, understood: UnderstoodImports,
        sequel: ImportSequel, offers: WordOffers
    ) {
        self.offers = offers
        self.services = services
        self.place = place
        self.frame = frame
        self.sequel = sequel
        self.understood = understood
        copies = MarkedCopies(services, place: place.id)
    }

    package var routes: [Route] {
        [
            Route(.get, ImportPath.new.url, access: .may(.addRecords), handler: showForm),
            Route(.post, ImportPath.new.url, access: .may(.addRecords), body: .upload, handler: upload),
            Route(.get, ImportPath.one(":id").url, access: .may(.seeWork), handler: show),
            Route(.post, ImportPath.one(":id").url, access: .may(.addRecords), handler: change),
            Route(.post, ImportPath.stop(":id").url, access: .may(.addRecords), handler: stop),
            Route(.get, ImportPath.marked(":id").url, access: .may(.seeRows), handler: markedCopy),
            Route(.get, ImportPath.takeBack(":id").url, access: .may(.addRecords), handler: askToTakeBack),
            Route(.post, ImportPath.takeBack(":id").url, access: .may(.addRecords), handler: takeBack),
        ] + ImportAPI(services: services, place: place.id, understood: understood, sequel: sequel).routes
    }

    private func showForm(_ request: Request) async throws -> Reply {
        let page = UploadPage(tokenField: request.formTokenField, limit: services.settings.uploadLimit / 1_000_000)
        return request.page(frame(page.title, request, page.body))
    }

    private func upload(_ request: Request) async throws -> Reply {
        let options = UploadForm.options(request.form)
        let action = TakeUpload(services, place: place.id, organisation: try request.organisation())
        do {
            let id = try await action.run(request, options)
            // What couldn't be kept has no meaning yet, and the next page asks about it.
            _ = try await offers.keep(service: options.service ?? "", request)
            return .redirect(to: ImportPath.one(id).url)
        } catch let error as UploadFault {
            var reply = form(again: request, options, error)
            reply.status = error.status
            return reply
        }
    }

    private func form(again request: Request, _ options: ImportOptions, _ fault: UploadFault) -> Reply {
        let page = UploadPage(
            tokenField: request.formTokenField, limit: services.settings.uploadLimit / 1_000_000, options: options,
            fault: fault.shown, taken: OfferingField.taken(OfferingField.service, in: request.form))
        return request.page(frame(page.title, request, page.body))
    }

    private func show(_ request: Request) async throws -> Reply {
        let id = request.parameters["id"] ?? ""
        // First the job: when it is done, the import is there.
        let job = try await ReadUpload.job(id, for: request, in: place.id, services)
        if let item = try await ImportStore(services, place.id, request).find(id) {
            return try await page(of: item, request)
        }
        guard let job, let order = ReadUpload.Order(json: job.payload) else { throw Problem.notFound }
        guard let fault = UploadFault(job) else {
            let page = ReadingPage(job: job, fileName: order.fileName, tokenField: request.formTokenField)
            return request.page(frame(page.title, request, page.body), about: job)
        }
        return try await sequel.refused(order.purpose, order.options, fault, request)
            ?? form(again: request, order.options, fault)
    }

    private func stop(_ request: Request) async throws -> Reply {
        guard let job = try await ReadUpload.job(request.parameters["id"] ?? "", for: request, in: place.id, services)
        else { throw Problem.notFound }
        if try await services.jobs.cancel(job.id, in: place.id) {
            try await WaitingUploads(services, place: place.id).remove(job.id)
        }
        return .redirect(to: ImportPath.one(job.id).url)
    }

    private func page(of item: StoredImport, _ request: Request) async throws -> Reply {
        guard let result = try await result(of: item, request) else {
            let page = TakenBackPage(
                made: try await sequel.made(item.id, request))
            return request.page(frame(page.title, request, page.body))
        }
        return try await page(of: item, result, request)
    }

    private func result(of item: StoredImport, _ request: Request) async throws -> ImportResult? {
        let store = try ImportStore(services, place.id, request)
        return try await understood.result(of: item, in: store, remembering: try await store.remembered())
    }

    private func page(
        of item: StoredImport, _ result: ImportResult, _ request: Request, _ merge: FormMerge? = nil,
        left: HTML? = nil
    ) async throws -> Reply {
        let languages = services.catalogues.languages
        let chosen =
            item.options.language ?? result.understanding?.about.language.value ?? request.catalogue.language.code
        let editable = EditableValues(item: item, result: result, texts: try await sequel.texts(item.id, request))
        var page = ImportPage(
            item: item, result: result, tokenField: request.formTokenField,
            hasMarkedCopy: try await copies.has(item.id),
            languages: languages, language: languages.first { $0.code == chosen } ?? .english,
            purpose: try await sequel.purpose(item.id), fields: try await sequel.fields(item.id, request),
            made: try await sequel.made(item.id, request),
            rights: ImportPage.Rights(
                change: request.reader.may(.addRecords), makeAccount: request.reader.may(.makeAccounts),
                seeRows: request.reader.may(.seeRows)))
        page.shown = ShownValues(editable.values)
        page.meanings = try await offers.questions(about: result.named, request)
        if let left { page.meaningsLeft = left }
        if let merge { page.notice = try await notice(of: merge, editable, request) }
        var reply = request.page(frame(page.title, request, page.body))
        if merge?.conflicts.isEmpty == false || left != nil { reply.status = 409 }
        return reply
    }

    private func change(_ request: Request) async throws -> Reply {
        try await ChooseMeanings.lookingAgain {
            let item = try await find(request)
            guard let shown = try await result(of: item, request) else { throw Problem.takenBack }
            let editable = EditableValues(item: item, result: shown, texts: try await sequel.texts(item.id, request))
            let merge = FormMerge(request.form, now: editable.values)
            let choices = UploadForm.choices(request.form, merge.mine, of: item, shown: shown)
            let store = try ImportStore(services, place.id, request)
            guard case .done(let result) = try await choices.run(item, in: store, understood) else { return nil }
            try await sequel.keep(item.id, merge.mine, request)
            return try await answer(to: request, item, result, merge)
        }
    }

    private func answer(
        to request: Request, _ item: StoredImport, _ result: ImportResult?, _ merge: FormMerge
    ) async throws -> Reply {
        let hasOthers = !merge.conflicts.isEmpty || !merge.theirs.isEmpty
        if request.isAutosave {
            var told: JSON = ["changed": .bool(hasOthers)]
            if let result, !hasOthers {
                let now = EditableValues(
                    item: try await find(request), result: result, texts: try await sequel.texts(item.id, request))
                told = ["changed": false, "shown": .string(ShownValues(now.values).text)]
            }
            return Reply(contentType: "application/json", body: .bytes(told.canonical))
        }
        let service = UploadForm.plain(request.form["service"] ?? "", most: 200)
        let left = try await offers.keep(service: service, request)
        if hasOthers || left != nil, let result {
            return try await page(
                of: try await find(request), result, request, hasOthers ? merge : nil, left: left)
        }
        if request.form["then"] == "account", result?.understanding != nil, request.reader.may(.makeAccounts) {
            let language = services.catalogues.languages.first { $0.code == request.form["language"] } ?? .english
            return try await sequel.proceed(item.id, language.code, request)
        }
        return .redirect(to: ImportPath.one(item.id).url)
    }

    private func notice(
        of merge: FormMerge, _ editable: EditableValues, _ request: Request
    ) async throws -> MergeNotice {
        let last = try await TrailStore(place: place.id).lastPerson(
            behind: "import", editable.item.id, besides: request.reader.person?.id, in: services.database.at(place.id))
        return MergeNotice(
            who: last,
            lines: merge.conflicts.map { conflict in
                MergeNotice.Line(
                    conflict, label: editable.label(conflict.field),
                    theirs: editable.phrase(conflict.theirs, of: conflict.field),
                    mine: editable.phrase(conflict.mine, of: conflict.field))
            },
            theirs: merge.theirs.sorted().map(editable.label))
    }

    private func markedCopy(_ request: Request) async throws -> Reply {
        let item = try await find(request)
        guard let bytes = try await copies.bytes(for: item.id) else { throw Problem.notFound }
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
            in: try ImportStore(services, place.id, request), understood, copies: copies, at: services.clock(),
            removeDrafts: sequel.removeDrafts)
        return .redirect(to: ImportPath.one(item.id).url)
    }

    private func find(_ request: Request) async throws -> StoredImport {
        guard let id = request.parameters["id"], let item = try await ImportStore(services, place.id, request).find(id)
        else {
            throw Problem.notFound
        }
        return item
    }
}

extension Problem {
    package static let takenBack = Problem(
        status: 410, code: "UPL-001", title: "This workbook was taken back",
        detail: "What we had read of it was removed.", next: "Upload the workbook again to make an account of it.")
}
