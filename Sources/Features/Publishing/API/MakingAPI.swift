import CanonicalJSON
import Imports
import Jobs
import Places
import Storage
import Web
import Words
import Workbooks

/// For programs: accepts what was understood of a workbook, which makes the draft of an account, and shows how far that is.
struct MakingAPI: Sendable {
    let services: Services
    let place: String
    let understood: UnderstoodImports
    let own: OwnAccounts

    var routes: [Route] {
        [
            Route(
                .post, AccountAPIPath.make(":id").url, access: .may(.makeAccounts), body: .json, operation: making,
                handler: make),
            Route(.get, AccountAPIPath.job(":id").url, access: .may(.seeWork), operation: Self.watching, handler: show),
        ]
    }

    private static let schema = Schema.named(
        "Making",
        .record([
            .init("id", .identifier), .init("state", .choice(Job.State.allCases.map(\.rawValue))),
            .init("percent", .integer(0...100)),
            .init("account", .orNull(.identifier), "The account whose draft was made."),
            .init("edition", .orNull(.integer(1...1_000_000)), "The number of the draft."),
            .init("reason", .orNull(.text), "Why nothing came of it."),
        ]))

    private var making: Operation {
        Operation(
            "acceptImport", in: "imports", "Accepts what was understood of a workbook: the draft of an account is made",
            explanation:
                "Ask at the address in Location until it is done. A person then checks the draft and publishes it.",
            pieces: ["id": "The import."],
            takes: .named(
                "Acceptance",
                .record([
                    .init(
                        "language", .choice(services.catalogues.languages.map(\.code)),
                        "Of the account; English unless given.", isRequired: false)
                ])),
            answers: [.init(202, "It is being made.", Self.schema, hasLocation: true, links: [.init("watchMaking")])],
            problems: [.takenBack, .notRead, .notUnderstood, .tooManyJobs])
    }

    private static let watching = Operation(
        "watchMaking", in: "imports", "Reads how far the making of an account is", pieces: ["id": "The job."],
        answers: [.init(200, "How far it is.", schema)])

    private func make(_ request: Request) async throws -> Reply {
        let id = request.parameters["id"] ?? ""
        let imports = try ImportStore(services, place, request)
        guard let item = try await imports.find(id) else {
            let job = try await ReadUpload.job(id, for: request, in: place, services)
            throw job == nil ? Problem.notFound : .notRead
        }
        let result = try await understood.result(of: item, in: imports, remembering: try await imports.remembered())
        guard let result else { throw Problem.takenBack }
        guard result.understanding != nil else { throw Problem.notUnderstood }
        let language = request.form.json["language"]?.stringValue ?? Language.english.code
        let job = try await own.order(id, language, request)
        var reply = Reply.json(json(try await find(job, request), request.catalogue), status: 202)
        reply.headers.append(("Location", AccountAPIPath.job(job).url))
        return reply
    }

    private func show(_ request: Request) async throws -> Reply {
        .json(json(try await find(request.parameters["id"] ?? "", request), request.catalogue))
    }

    private func json(_ job: Job, _ words: Catalogue) -> JSON {
        let isOver = job.state == .failed || job.state == .cancelled
        return [
            "id": .string(job.id), "state": .string(job.state.rawValue), "percent": .integer(job.progress),
            "account": .text(job.result?["account"]?.stringValue),
            "edition": job.result?["edition"]?.integerValue.map(JSON.integer) ?? .null,
            "reason": isOver ? .string(words.text(JobPage.reason(job))) : .null,
        ]
    }

    private func find(_ id: String, _ request: Request) async throws -> Job {
        try await MakeDraft.job(id, for: request, in: place, services)
    }
}

extension Problem {
    static let notUnderstood = Problem(
        status: 409, code: "ACC-105", title: "This workbook is not understood yet",
        detail: "It has questions to answer, or problems to mend. Nothing was made.",
        next: "Look at what is open at the address of the import.")
}
