import CanonicalJSON
import Vocabulary
package import Web
import Words

/// The addresses of the search, for people and for programs.
package struct SearchRoutes: Sendable {
    /// How many of each kind stand on the page of all, and on the page of one kind.
    private static let some = 10
    private static let many = 50

    private let find: Find
    private let frame: Frame
    private let home: String
    private let readIn: ReadIn

    /// - Parameters:
    ///   - searchables: what can be found, in the order in which it is shown.
    ///   - home: where everything published is listed.
    ///   - audiences: to whom a reader belongs.
    package init(
        _ services: Services, place: String, frame: @escaping Frame, home: String, readIn: ReadIn,
        searchables: [any Searchable],
        audiences: @escaping @Sendable (Request) -> [Audience]
    ) {
        find = Find(services: services, place: place, searchables: searchables, audiences: audiences)
        self.frame = frame
        self.home = home
        self.readIn = readIn
    }

    package var routes: [Route] {
        [
            Route(.get, SearchPath.base, access: .anyone, handler: show),
            Route(.get, SearchPath.program.url, access: .anyone, operation: operation, handler: answer),
        ]
    }

    private func show(_ request: Request) async throws -> Reply {
        let kind = request.query[SearchPath.kindName].map(FindableKind.init)
        guard kind.map(isKnown) != false else { throw Problem.notFound }
        let text = request.searchText
        let results = try await find.run(text, kind, most: kind == nil ? Self.some : Self.many, for: request)
        let page = SearchPage(
            results: results, kind: kind, home: home, reading: try await readIn.reading(of: results.named, request))
        return request.page(frame(page.title, request, page.body))
    }

    private func isKnown(_ kind: FindableKind) -> Bool { find.searchables.contains { $0.kind == kind } }

    private var operation: Operation {
        let kinds = Schema.choice(find.searchables.map(\.kind.name))
        return Operation(
            "search", in: "search", "Finds what somebody means, whatever they call it",
            explanation: "Words may be begun only, misspelt, plural, abbreviated or in the other language.",
            query: [
                .init(SearchPath.textName, .text(1...Query.longest), "What to look for."),
                .init(SearchPath.kindName, kinds, "To look for this kind alone."),
                .init(
                    ReadIn.keyName, .line(1...64),
                    "The key of a list of words: what it calls the outcomes and shared words that were found then comes along."
                ),
            ],
            answers: [
                .init(
                    200, "What was found, the likeliest first within its kind.",
                    .named(
                        "SearchResults",
                        .record([
                            .init(
                                "mended", .orNull(.text),
                                "What was looked for instead of a misspelling; null where nothing was mended."),
                            .init(
                                "readIn",
                                .orNull(
                                    .record([
                                        .init("title", .text), .init("language", .orNull(.text), "Of the title."),
                                        .init("isInUse", .flag, "Whether the list is still offered."),
                                    ])
                                ),
                                "The list of words; null unless words were asked for."),
                            .init("items", .list(of: item(kinds), most: Self.many * find.searchables.count)),
                        ])))
            ])
    }

    private func item(_ kinds: Schema) -> Schema {
        .record([
            .init("kind", kinds), .init("title", .text), .init("language", .orNull(.text), "Of the title."),
            .init("address", .text, "Of its page."),
            .init("matched", .orNull(.text), "The word by which it was found; null for one that is not shown."),
            .init("match", .choice(Match.allCases.map(\.name)), "How that word and what was typed go together."),
            .init("isPartial", .flag, "Whether some of the words that were typed are missing in it."),
            .init(
                "heading", .orNull(.named("Heading", heading)),
                "What the list that was asked for calls it; null where it has no word for it, and unless words were asked for."
            ),
        ])
    }

    private var heading: Schema {
        .record([
            .init("words", .text), .init("language", .orNull(.text), "Of the words."),
            .init(
                "likeness", .choice(Likeness.allCases.map(\.code)),
                "How near the heading is: broad where what was found is a part of it, narrow where it is more."),
        ])
    }

    private func answer(_ request: Request) async throws -> Reply {
        let kind = request.query[SearchPath.kindName].map(FindableKind.init)
        let results = try await find.run(request.searchText, kind, most: Self.many, for: request)
        let names = try await names(results, request)
        return .json([
            "mended": .text(results.mended),
            "readIn": names.map {
                ["title": .string($0.list.words), "language": .text($0.list.language), "isInUse": .bool($0.isInUse)]
            } ?? .null,
            "items": .array(results.groups.flatMap { json($0, names) }),
        ])
    }

    /// What the list that a program asks for calls what was found; nil where it asks for none.
    private func names(_ results: Results, _ request: Request) async throws -> OtherNames? {
        guard let key = request.query[ReadIn.keyName] else { return nil }
        guard let names = try await readIn.names(of: results.named, in: key, request) else { throw Problem.notFound }
        return names
    }

    private func json(_ group: Results.Group, _ names: OtherNames?) -> [JSON] {
        group.lines.map { line in
            let name = line.entry.named.flatMap { names?[$0] }
            return [
                "kind": .string(group.kind.name), "title": .string(line.entry.title),
                "language": .text(line.entry.language), "address": .string(line.entry.address),
                "matched": .text(line.found.label.kind == .hidden ? nil : line.found.label.text.words),
                "match": .string(line.found.match.name), "isPartial": .bool(line.found.missing > 0),
                "heading": name.map { name in
                    [
                        "words": .string(name.words.words), "language": .text(name.words.language),
                        "likeness": .string(name.likeness.code),
                    ]
                } ?? .null,
            ]
        }
    }
}

extension Request {
    /// What was typed into the search box; empty where nothing was.
    package var searchText: String {
        let text = query[SearchPath.textName] ?? ""
        return String(text.prefix(Query.longest)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Match {
    /// What programs are told; stays the same.
    fileprivate var name: String {
        switch self {
        case .whole: "whole"
        case .start: "start"
        case .words: "words"
        case .beginnings: "beginnings"
        case .stem: "stem"
        case .abbreviation: "abbreviation"
        case .misspelling: "misspelling"
        case .sound: "sound"
        }
    }
}
