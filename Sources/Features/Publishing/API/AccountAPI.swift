import CanonicalJSON
import FoundationEssentials
import Places
import Storage
import Web

/// Accounts for programs: the same stores and the same rules as the pages have.
struct AccountAPI: Sendable {
    let services: Services
    let place: String
    /// What an account's data look like.
    let factsSchema: JSON
    let words: OtherWords

    private static let group = "accounts"
    private static let edition = Operation.Parameter(
        "edition", .integer(1...1_000_000), "The number of an edition; the one that readers see unless given.")

    var routes: [Route] {
        [
            Route(.get, AccountAPIPath.all.url, access: .anyone, operation: listing, handler: list),
            Route(.get, AccountAPIPath.one(":id").url, access: .anyone, operation: reading, handler: show),
            Route(.get, AccountAPIPath.facts(":id").url, access: .anyone, operation: facts, handler: showFacts),
            Route(.get, AccountAPIPath.figures(":id").url, access: .anyone, operation: figures, handler: showFigures),
            Route(
                .get, AccountAPIPath.figure(":id", ":figure").url, access: .anyone, operation: figure,
                handler: showFigure),
        ]
    }

    private var listing: Operation {
        Operation(
            "listAccounts", in: Self.group, "Lists accounts, the newest first",
            explanation: "Drafts are listed for their own organisation only.",
            query: [
                .init(
                    "list", .choice(["published", "withdrawn", "drafts"]),
                    "Which accounts; those published unless given."),
                .page,
            ],
            answers: [
                .init(
                    200, "A page of the list.", .page(of: KeptAccount.schema),
                    links: ["readAccount", "readFacts", "listFigures"].map {
                        .init($0, ["id": "$response.body#/items/0/id"])
                    })
            ])
    }

    private var reading: Operation {
        Operation(
            "readAccount", in: Self.group, "Reads what is known of an account and its editions",
            pieces: ["id": "The account."], answers: [.init(200, "The account.", KeptAccount.schema)])
    }

    private var facts: Operation {
        Operation(
            "readFacts", in: Self.group, "Reads an account as data",
            explanation: "The same bytes as the file account.json of its page: canonical JSON (RFC 8785).",
            pieces: ["id": "The account."], query: [Self.edition],
            answers: [.init(200, "The account as data.", .elsewhere("Facts", factsSchema))],
            problems: [.withdrawn(reason: "")])
    }

    private var figureSchema: Schema { .elsewhere("Facts", factsSchema, part: "/$defs/figure") }

    private var figures: Operation {
        Operation(
            "listFigures", in: Self.group, "Lists the figures of an account, each with how it came about",
            pieces: ["id": "The account."],
            query: [Self.edition, FiguresInWords.parameter],
            answers: [
                .init(
                    200, "The figures.",
                    .named(
                        "Figures",
                        .record(
                            [
                                .init("edition", .integer(1...1_000_000)),
                                .init("figures", .list(of: figureSchema, most: 100_000)),
                            ] + FiguresInWords.members)),
                    links: [
                        .init("readFigure", ["id": "$request.path.id", "figure": "$response.body#/figures/0/id"])
                    ])
            ], problems: [.withdrawn(reason: "")])
    }

    private var figure: Operation {
        Operation(
            "readFigure", in: Self.group, "Reads one figure with the figures and cells that it was worked out from",
            explanation: "Ask for the figures that went in, one by one, and you come to the cells of the workbook.",
            pieces: ["id": "The account.", "figure": "The figure’s id."],
            query: [Self.edition, FiguresInWords.parameter],
            answers: [
                .init(
                    200, "The figure.",
                    .named(
                        "FigureWithSources",
                        .record(
                            [
                                .init("edition", .integer(1...1_000_000)), .init("figure", figureSchema),
                                .init(
                                    "from", .list(of: figureSchema, most: 100_000), "The figures that went into it."),
                            ] + FiguresInWords.members)))
            ], problems: [.withdrawn(reason: "")])
    }

    private func list(_ request: Request) async throws -> Reply {
        let list = request.query["list"].flatMap(AccountList.init(rawValue:)) ?? .published
        let page = try await store(request).accounts(list, page: request.pageNumber ?? 1)
        return .json(page.json(\.json))
    }

    private func show(_ request: Request) async throws -> Reply { .json(try await find(request).json) }

    private func showFacts(_ request: Request) async throws -> Reply {
        let (edition, kept) = try await kept(request)
        var reply = Reply(contentType: "application/json", body: .bytes(kept.bytes))
        if edition.state == .published { reply.caching = .revalidated(tag: String(kept.digest.prefix(32))) }
        return reply
    }

    private func showFigures(_ request: Request) async throws -> Reply {
        let (edition, figures) = try await figures(request)
        return .json(
            .object(
                ["edition": .integer(edition.number), "figures": .array(figures)]
                    .merging(try await inWords(edition, request) { _ in true }) { own, _ in own }))
    }

    /// What the list of words that is asked for says of these figures.
    private func inWords(
        _ edition: Edition, _ request: Request, _ wanted: (String) -> Bool
    ) async throws -> [String: JSON] {
        guard let key = request.query["words"] else { return ["readIn": .null, "headings": .null] }
        guard let read = try await words.figures(edition.account, edition.number, key, request) else {
            throw Problem.notFound
        }
        return read.json(wanted)
    }

    private func showFigure(_ request: Request) async throws -> Reply {
        let (edition, figures) = try await figures(request)
        let id = request.parameters["figure"]
        guard let figure = figures.first(where: { $0["id"]?.stringValue == id }) else { throw Problem.notFound }
        let sources = Set((figure["derivation"]?["figures"]?.arrayValue ?? []).compactMap(\.stringValue))
        let from = figures.filter { $0["id"]?.stringValue.map(sources.contains) == true }
        let own: [String: JSON] = ["edition": .integer(edition.number), "figure": figure, "from": .array(from)]
        let inWords = try await inWords(edition, request) { $0 == id || sources.contains($0) }
        return .json(.object(own.merging(inWords) { own, _ in own }))
    }

    private func figures(_ request: Request) async throws -> (Edition, [JSON]) {
        let (edition, kept) = try await kept(request)
        return (edition, try JSON(parsing: kept.bytes)["figures"]?.arrayValue ?? [])
    }

    /// The data of the edition that is asked for.
    private func kept(_ request: Request) async throws -> (Edition, AccountStore.Rendering) {
        let account = try await find(request)
        if let withdrawal = account.withdrawal { throw Problem.withdrawn(reason: withdrawal.reason) }
        let number = request.query["edition"].flatMap(Int.init)
        guard let edition = number.map(account.edition) ?? account.current ?? account.draft,
            let kept = try await store(request).bytes(account.id, edition.number, AccountForm.json.rawValue)
        else { throw Problem.notFound }
        return (edition, kept)
    }

    private func find(_ request: Request) async throws -> KeptAccount {
        guard let id = request.parameters["id"], let account = try await store(request).find(id) else {
            throw Problem.notFound
        }
        return account
    }

    private func store(_ request: Request) -> AccountStore { AccountStore(services, place, request) }
}
