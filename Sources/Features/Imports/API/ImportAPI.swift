import CanonicalJSON
import Configuration
import Documents
package import Jobs
import Places
package import Storage
package import Web
import Words
import Workbooks

/// Imports for programs: the same actions on the same store as the pages have.
struct ImportAPI: Sendable {
    let services: Services
    let place: String
    let understood: UnderstoodImports
    let sequel: ImportSequel

    var routes: [Route] {
        [
            Route(.get, ImportAPIPath.all.url, access: .may(.seeWork), operation: Self.listing, handler: list),
            Route(
                .post, ImportAPIPath.all.url, access: .may(.addRecords),
                body: .file(name: "workbook", types: Self.types), operation: Self.sending, handler: send),
            Route(.get, ImportAPIPath.one(":id").url, access: .may(.seeWork), operation: Self.reading, handler: show),
            Route(
                .post, ImportAPIPath.answers(":id").url, access: .may(.addRecords), body: .json,
                operation: Self.answering, handler: answer),
            Route(
                .delete, ImportAPIPath.one(":id").url, access: .may(.addRecords), operation: Self.takingBack,
                handler: takeBack),
        ]
    }

    private func list(_ request: Request) async throws -> Reply {
        let page = try await ImportStore(services, place, request).waiting(page: request.pageNumber ?? 1)
        return .json(
            page.json { item in
                ["id": .string(item.id), "fileName": .string(item.fileName), "created": .moment(item.created)]
            })
    }

    private func send(_ request: Request) async throws -> Reply {
        var stated = Form()
        stated.fields = request.query
        let action = TakeUpload(services, place: place, organisation: try request.organisation())
        let id: String
        do throws(UploadFault) {
            id = try await action.begin(
                request, UploadForm.options(stated), fileName: shownName(request.query["name"] ?? "workbook"))
        } catch {
            throw error.problem(request, limit: services.settings.uploadLimit)
        }
        var reply = Reply.json(
            try await state(id, request).json(in: request.catalogue, mayChange: request.reader.may(.addRecords)),
            status: 202)
        reply.headers.append(("Location", ImportAPIPath.one(id).url))
        return reply
    }

    private func show(_ request: Request) async throws -> Reply {
        .json(
            try await state(request.parameters["id"] ?? "", request).json(
                in: request.catalogue, mayChange: request.reader.may(.addRecords)))
    }

    private func answer(_ request: Request) async throws -> Reply {
        let id = request.parameters["id"] ?? ""
        let store = try ImportStore(services, place, request)
        let answers = (request.form.json["answers"]?.arrayValue ?? []).compactMap(\.stringValue)
        return try await ChooseMeanings.lookingAgain {
            guard let item = try await store.find(id) else {
                throw try await job(id, request) == nil ? Problem.notFound : .notRead
            }
            guard
                let shown = try await understood.result(of: item, in: store, remembering: try await store.remembered())
            else { throw Problem.takenBack }
            let offered = Set(shown.problems.flatMap(\.takes))
            guard answers.allSatisfy(offered.contains) else { throw Problem.notAsked }
            guard case .done = try await ChooseMeanings(answers: answers).run(item, in: store, understood) else {
                return nil
            }
            return .json(
                try await state(id, request).json(in: request.catalogue, mayChange: request.reader.may(.addRecords)))
        }
    }

    private func takeBack(_ request: Request) async throws -> Reply {
        let id = request.parameters["id"] ?? ""
        let store = try ImportStore(services, place, request)
        let gone = Reply(status: 204, contentType: nil, body: .none)
        guard let item = try await store.find(id) else {
            guard let job = try await job(id, request) else { throw Problem.notFound }
            guard job.state != .cancelled else { throw Problem.takenBack }
            if try await services.jobs.cancel(id, in: place) {
                try await WaitingUploads(services, place: place).remove(id)
                return gone
            }
            // It could not be read, and nothing is kept of it; or it has just been read.
            guard let read = try await store.find(id) else { throw Problem.notRead }
            return try await takeBack(read, in: store, gone)
        }
        return try await takeBack(item, in: store, gone)
    }

    private func takeBack(_ item: StoredImport, in store: ImportStore, _ gone: Reply) async throws -> Reply {
        guard item.takenBack == nil else { throw Problem.takenBack }
        try await TakeBack(importID: item.id).run(
            in: store, understood, copies: MarkedCopies(services, place: place), at: services.clock(),
            removeDrafts: sequel.removeDrafts)
        return gone
    }

    private func state(_ id: String, _ request: Request) async throws -> ImportedState {
        let store = try ImportStore(services, place, request)
        // First the job: when it is done, the import is there.
        let job = try await job(id, request)
        if let item = try await store.find(id) {
            guard
                let result = try await understood.result(
                    of: item, in: store, remembering: try await store.remembered())
            else { throw Problem.takenBack }
            return ImportedState(
                id: id, state: result.understanding == nil ? .incomplete : .understood, fileName: item.fileName,
                created: item.created, percent: 100, result: result)
        }
        guard let job, let order = ReadUpload.Order(json: job.payload) else { throw Problem.notFound }
        guard job.state != .cancelled else { throw Problem.takenBack }
        let fault = UploadFault(job)?.shown
        return ImportedState(
            id: id, state: fault == nil ? .reading : .refused, fileName: order.fileName, created: job.created,
            percent: job.progress, fault: fault.map { ($0.sentence, $0.mend) })
    }

    private func job(_ id: String, _ request: Request) async throws -> Job? {
        try await ReadUpload.job(id, for: request, in: place, services)
    }
}

extension UploadFault {
    /// Why a program's file was not taken.
    fileprivate func problem(_ request: Request, limit: Int) -> Problem {
        switch self {
        case .missing: .badValue(at: "/")
        case .refused: .tooLarge(limit: limit)
        case .busy: .uploadsWait
        case .diskFull: .noSpace
        case .notKept, .failed: .failed(request: request.id)
        }
    }
}

extension ReadUpload {
    /// The job that reads, or has read, the workbook of an import which the reader may see.
    package static func job(
        _ id: String, for request: Request, in place: String, _ services: Services
    ) async throws(StorageError) -> Job? {
        let job = try await services.jobs.job(id, in: place)
        return job.flatMap { $0.kind == kind && request.maySee($0) ? $0 : nil }
    }
}

extension Problem {
    package static let notRead = Problem(
        status: 409, code: "UPL-004", title: "This workbook is not read",
        detail: "It waits to be read, or can’t be read. Nothing was changed.",
        next: "Look at the state of the import.")

    package static let notAsked = Problem(
        status: 409, code: "UPL-003", title: "One of these answers answers no question",
        detail: "It isn’t among the answers of a problem, or the question was answered before. Nothing was changed.",
        next: "Look at the problems of the import as it is now.")

    package static let uploadsWait = Problem(
        status: 429, code: "UPL-002", title: "Other files wait to be read",
        detail: "So many may wait at once, and no more. Nothing was kept.", next: "Send it again in a minute."
    ).with("Retry-After", "60")
}
