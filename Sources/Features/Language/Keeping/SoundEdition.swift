import Vocabulary

/// A scheme as a newer edition and what people did here leave it, checked as a file is.
///
/// Where the two don't go together, what stood here stays, and the link of the file that goes against it is left out.
struct SoundEdition {
    /// A link of the file that was left out.
    struct LeftLink: Sendable, Equatable {
        let concept: String
        let other: String
    }

    private static let most = (rounds: 10, problems: 100)
    private static let conditions: Set<ThesaurusProblem.Condition> = [.cycle, .relatedIsBroader, .exactIsOther]

    private(set) var concepts: [Concept]
    private(set) var left: [LeftLink] = []
    /// What stood here before, by name; what isn't there is new with all its links.
    private let ours: [String: Concept]
    private let index: [String: Int]
    /// The steps of each sort of way, as they were when the round began: to draw them for each problem would take a large list minutes.
    private var steps: [ConceptLink.Sort: [String: [Step]]] = [:]

    private typealias Step = (to: String, link: ConceptLink)

    init(_ concepts: [Concept], ours: [String: Concept]) {
        self.concepts = concepts
        self.ours = ours
        index = Dictionary(concepts.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    mutating func settle() {
        for _ in 0..<Self.most.rounds {
            let problems = Thesaurus(concepts: concepts).problems { _ in true }
                .filter { Self.conditions.contains($0.condition) }
            let before = left.count
            steps = [:]
            for problem in problems.prefix(Self.most.problems) { mend(problem) }
            if left.count == before { return }
        }
        // So much that goes against what is here isn't told apart: no link of the file is taken for what was here.
        for number in concepts.indices {
            guard let was = ours[concepts[number].id] else { continue }
            for link in links(of: number) where isNews(link) { drop(link) }
            if concepts[number].broader.isEmpty { concepts[number].broader = was.broader }
        }
    }

    private mutating func mend(_ problem: ThesaurusProblem) {
        guard let number = index[problem.concept] else { return }
        let other = problem.values.first ?? problem.concept
        switch problem.condition {
        case .cycle:
            dropFirst(of: way(from: problem.concept, to: problem.concept, along: .hierarchy))
        case .relatedIsBroader:
            let related =
                [ConceptLink.related(number, other)] + (index[other].map { [.related($0, problem.concept)] } ?? [])
            let mapped = ConceptLink.mapping(number, Mapping(.related, other))
            let stated = (related + [mapped]).filter { links(of: $0.concept).contains($0) }
            guard !stated.contains(where: { !isNews($0) }) else {
                let up = way(from: problem.concept, to: other, along: .wider)
                let down = way(from: other, to: problem.concept, along: .wider)
                return dropFirst(of: up.isEmpty ? down : up)
            }
            for link in stated { drop(link) }
        case .exactIsOther:
            let said = concepts[number].mappings.filter { $0.target == other && $0.kind != .exact && $0.kind != .close }
                .map { ConceptLink.mapping(number, $0) }
            let way = way(from: problem.concept, to: other, along: .exact)
            guard !way.isEmpty else { return }
            dropFirst(of: said.filter(isNews) + way)
        default: return
        }
    }

    /// Of links that don't go together the first one that only the file says.
    private mutating func dropFirst(of links: [ConceptLink]) {
        // Where one of them went with another problem of this round, they may go together now: the next round says.
        guard links.allSatisfy({ self.links(of: $0.concept).contains($0) }) else { return }
        if let link = links.first(where: isNews) { drop(link) }
    }

    private mutating func drop(_ link: ConceptLink) {
        let (number, other) = (link.concept, link.other)
        switch link {
        case .broader:
            concepts[number].broader.removeAll { $0 == other }
            // It goes on to lie where it lay.
            if concepts[number].broader.isEmpty, let was = ours[concepts[number].id] {
                concepts[number].broader = was.broader.filter { $0 != other && index[$0] != nil }
            }
        case .related: concepts[number].related.removeAll { $0 == other }
        case .mapping(_, let mapping): concepts[number].mappings.removeAll { $0 == mapping }
        }
        left.append(LeftLink(concept: concepts[number].id, other: other))
    }

    private func isNews(_ link: ConceptLink) -> Bool {
        guard let was = ours[concepts[link.concept].id] else { return true }
        return switch link {
        case .broader(_, let other): !was.broader.contains(other)
        case .related(_, let other): !was.related.contains(other)
        case .mapping(_, let mapping): !was.mappings.contains(mapping)
        }
    }

    private func links(of number: Int) -> [ConceptLink] {
        let concept = concepts[number]
        return concept.broader.map { .broader(number, $0) } + concept.related.map { .related(number, $0) }
            + concept.mappings.map { .mapping(number, $0) }
    }

    private func drawn(_ sort: ConceptLink.Sort) -> [String: [Step]] {
        var steps: [String: [Step]] = [:]
        for number in concepts.indices {
            let id = concepts[number].id
            for link in links(of: number) {
                guard let direction = link.direction(along: sort) else { continue }
                if direction != .back { steps[id, default: []].append((link.other, link)) }
                if direction != .forth { steps[link.other, default: []].append((id, link)) }
            }
        }
        return steps
    }

    /// The links of the shortest way from one name to another; none where there is no way.
    private mutating func way(from start: String, to end: String, along sort: ConceptLink.Sort) -> [ConceptLink] {
        let steps = self.steps[sort] ?? drawn(sort)
        self.steps[sort] = steps
        var from: [String: (id: String, link: ConceptLink)] = [:]
        var line = [start]
        var next = 0
        while next < line.count {
            let here = line[next]
            next += 1
            for step in steps[here] ?? [] where from[step.to] == nil {
                from[step.to] = (here, step.link)
                line.append(step.to)
                guard step.to == end else { continue }
                var way = [step.link]
                var at = here
                while at != start, let before = from[at] {
                    way.append(before.link)
                    at = before.id
                }
                return way.reversed()
            }
        }
        return []
    }
}

/// Something that one concept says of another one, by the number of the first and the name of the second.
enum ConceptLink: Equatable {
    /// Which way a link leads.
    enum Direction { case forth, back, both }

    case broader(Int, String)
    case related(Int, String)
    case mapping(Int, Mapping)

    var concept: Int {
        switch self {
        case .broader(let number, _), .related(let number, _), .mapping(let number, _): number
        }
    }

    var other: String {
        switch self {
        case .broader(_, let other), .related(_, let other): other
        case .mapping(_, let mapping): mapping.target
        }
    }

    /// What sort of way one goes along.
    enum Sort { case hierarchy, wider, exact }

    /// Which way it leads; nil where it belongs to no way of the sort.
    func direction(along sort: Sort) -> Direction? {
        switch (sort, self) {
        case (.hierarchy, .broader), (.wider, .broader): .forth
        // Broad and narrow matches lead to what is wider too.
        case (.wider, .mapping(_, let mapping)):
            mapping.kind == .broad ? .forth : mapping.kind == .narrow ? .back : nil
        // Exact matches hold both ways.
        case (.exact, .mapping(_, let mapping)): mapping.kind == .exact ? .both : nil
        case (.hierarchy, .related), (.hierarchy, .mapping), (.wider, .related), (.exact, .broader), (.exact, .related):
            nil
        }
    }
}
