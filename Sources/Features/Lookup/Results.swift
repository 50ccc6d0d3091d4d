import Storage
import Vocabulary
import Web
import Words

/// What a search has found, kind by kind.
struct Results: Sendable {
    struct Group: Sendable {
        let kind: FindableKind
        let heading: Phrase
        let lines: [Line]
        /// Whether there is more than stands here.
        let hasMore: Bool
    }

    struct Line: Sendable {
        let found: FoundItem
        let entry: SearchEntry
    }

    let text: String
    let groups: [Group]

    /// What was found that a list can call otherwise.
    var named: [Nameable] { groups.flatMap { $0.lines.compactMap(\.entry.named) } }

    var best: FoundItem? {
        groups.compactMap(\.lines.first?.found).min { ($0.missing, $0.match) < ($1.missing, $1.match) }
    }

    /// What was looked for instead; nil where something goes with what was typed.
    var mended: String? { best.flatMap { $0.missing == 0 ? $0.mended : nil } }

    /// Whether nothing holds all words that were typed.
    var isPartial: Bool { (best?.missing ?? 0) > 0 }
}

/// Runs a search for a reader.
struct Find: Sendable {
    let services: Services
    let place: String
    let searchables: [any Searchable]
    /// To whom the reader belongs.
    let audiences: @Sendable (Request) -> [Audience]

    /// - Parameters:
    ///   - kind: to look for this kind alone.
    ///   - most: how many of each kind.
    func run(_ text: String, _ kind: FindableKind?, most: Int, for request: Request) async throws -> Results {
        let database = services.database.at(place)
        let (terms, audiences) = (TermStore(place: place), audiences(request))
        var groups: [Results.Group] = []
        for searchable in searchables where kind == nil || searchable.kind == kind {
            let found = try await terms.found(
                text, searchable.kind, for: audiences, language: request.catalogue.language.code, most: most + 1,
                in: database)
            guard !found.isEmpty else { continue }
            let entries = try await searchable.entries(found.map(\.item), for: request)
            let lines = found.compactMap { found in
                entries[found.item].map { Results.Line(found: found, entry: $0) }
            }
            groups.append(
                Results.Group(
                    kind: searchable.kind, heading: searchable.heading, lines: Array(lines.prefix(most)),
                    hasMore: lines.count > most))
        }
        return Results(text: text, groups: shown(groups))
    }

    /// What holds all words that were typed puts aside what holds some; what is spelt so, what only sounds so.
    private func shown(_ groups: [Results.Group]) -> [Results.Group] {
        let all = groups.flatMap { $0.lines.map(\.found) }
        let isWhole = all.contains { $0.missing == 0 }
        let isSpelt = all.contains { $0.missing == 0 && !$0.match.isMended }
        return groups.compactMap { group in
            let lines = group.lines.filter { line in
                (!isWhole || line.found.missing == 0) && (!isSpelt || !line.found.match.isMended)
            }
            return lines.isEmpty
                ? nil : Results.Group(kind: group.kind, heading: group.heading, lines: lines, hasMore: group.hasMore)
        }
    }
}
