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
            query: [
                Self.edition,
                .init(
                    "words", .line(1...64),
                    "The key of a list of words: its headings for the figures then come along. The figures stay the same."
                ),
            ],
            answers: [
                .init(
                    200, "The figures.",
                    .named(
                        "Figures",
                        .record([
                            .init("edition", .integer(1...1_000_000)),
                            .init("figures", .list(of: figureSchema, most: 100_000)),
                            .init(
                                "headings", .orNull(.list(of: FigureHeading.schema, most: 100_000)),
                                "Of each outcome’s figures that the list has a word for; null unless words were asked for."
                            ),
                        ])),
                    links: [
                        .init("readFigure", ["id": "$request.path.id", "figure": "$response.body#/figures/0/id"])
                    ])
            ], problems: [.withdrawn(reason: "")])
    }

    private var figure: Operation {
        Operation(
            "readFigure", in: Self.group, "Reads one figure with the figures and cells that it was worked out from",
            explanation: "Ask for the figures that went in, one by one, and you come to the cells of the workbook.",
            pieces: ["id": "The account.", "figure": "The figure’s id."], query: [Self.edition],
            answers: [
                .init(
                    200, "The figure.",
                    .named(
                        "FigureWithSources",
                        .record([
                            .init("edition", .integer(1...1_000_000)), .init("figure", figureSchema),
                            .init(
                                "from", .list(of: figureSchema, most: 100_000), "The figures that went into it."),
                        ])))
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
        var headings: JSON = .null
        if let key = request.query["words"], let id = request.parameters["id"] {
            guard let found = try await words.headings(id, edition.number, key, request) else { throw Problem.notFound }
            headings = .array(found.map(\.json))
        }
        return .json(["edition": .integer(edition.number), "figures": .array(figures), "headings": headings])
    }

    private func showFigure(_ request: Request) async throws -> Reply {
        let (edition, figures) = try await figures(request)
        let id = request.parameters["figure"]
        guard let figure = figures.first(where: { $0["id"]?.stringValue == id }) else { throw Problem.notFound }
        let sources = Set((figure["derivation"]?["figures"]?.arrayValue ?? []).compactMap(\.stringValue))
        let from = figures.filter { $0["id"]?.stringValue.map(sources.contains) == true }
        return .json(["edition": .integer(edition.number), "figure": figure, "from": .array(from)])
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
