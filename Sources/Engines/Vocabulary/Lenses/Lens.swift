/// A scheme chosen for reading: says what concepts of other schemes are called in its words.
package struct Lens: Sendable {
    /// What a concept is called in the lens's words.
    package struct Match: Sendable, Equatable {
        /// The IRI of a concept of the lens's scheme.
        package let concept: String
        package let likeness: Likeness
        /// Others of the scheme that are as near; something is counted under the first one only.
        package let also: [String]
    }

    private struct Step: Sendable {
        let likeness: Likeness
        let target: String
    }

    /// How many mappings may lie between a concept and its word: through one scheme, or two, and no further.
    private static let mostMappings = 3
    /// How many concepts are looked at for one, at most.
    private static let mostVisited = 2_000

    /// The IRI of the scheme.
    package let scheme: String
    private let own: Set<String>
    private let steps: [String: [Step]]
    private let broader: [String: [String]]

    /// - Parameters:
    ///   - scheme: the IRI of the scheme whose words are wanted.
    ///   - concepts: of all schemes by which something can be named. A mapping that one of two concepts states holds for both.
    package init(_ scheme: String, over concepts: [Concept]) {
        self.init(
            scheme, members: Set(concepts.lazy.filter { $0.scheme == scheme }.map(\.id)),
            mappings: concepts.flatMap { concept in concept.mappings.map { (concept.id, $0) } },
            broader: Dictionary(concepts.map { ($0.id, $0.broader) }) { first, _ in first })
    }

    /// The same from what is needed of the concepts alone.
    ///
    /// - Parameters:
    ///   - members: the IRIs of the scheme's concepts.
    ///   - mappings: of all schemes, each with the IRI of the concept that states it.
    ///   - broader: of all schemes, the IRIs of the concepts that are wider than one.
    package init(
        _ scheme: String, members: Set<String>, mappings: [(concept: String, mapping: Mapping)],
        broader: [String: [String]]
    ) {
        self.scheme = scheme
        self.broader = broader
        own = members
        var steps: [String: [Step]] = [:]
        for (concept, mapping) in mappings {
            guard let likeness = Likeness(mapping.kind) else { continue }
            steps[concept, default: []].append(Step(likeness: likeness, target: mapping.target))
            steps[mapping.target, default: []].append(Step(likeness: likeness.inverse, target: concept))
        }
        self.steps = steps
    }

    /// The IRIs of the concepts above one, the widest first, along the first of those that are wider each time.
    package func above(_ concept: String) -> [String] {
        var path: [String] = []
        var next = broader[concept]?.first
        while let wider = next, !path.contains(wider), wider != concept {
            path.append(wider)
            next = broader[wider]?.first
        }
        return path.reversed()
    }

    /// What the concept is called in this lens's words; nil where the lens has none.
    ///
    /// The nearest in meaning counts, then the one that fewest mappings lead to, then the first by its IRI. Where the concept has no word, one of a wider
    /// concept of its own scheme says of what it is a part.
    package func match(_ concept: String) -> Match? {
        if own.contains(concept) { return Match(concept: concept, likeness: .same, also: []) }
        var search = Search(from: concept)
        while let reached = search.next(), search.visited <= Self.mostVisited {
            if own.contains(reached.concept) {
                return Match(
                    concept: reached.concept, likeness: reached.likeness, also: equals(of: reached, in: &search))
            }
            extend(reached, in: &search)
        }
        return nil
    }

    private func extend(_ reached: Search.Reached, in search: inout Search) {
        if let likeness = reached.likeness.then(.broad) {
            for wider in broader[reached.concept] ?? [] {
                search.offer(.init(likeness, reached.mappings, reached.levels + 1, wider))
            }
        }
        guard reached.mappings < Self.mostMappings else { return }
        for step in steps[reached.concept] ?? [] {
            guard let likeness = reached.likeness.then(step.likeness) else { continue }
            search.offer(.init(likeness, reached.mappings + 1, reached.levels, step.target))
        }
    }

    private func equals(of first: Search.Reached, in search: inout Search) -> [String] {
        var found: [String] = []
        while let reached = search.next(), reached.isAsNear(as: first), search.visited <= Self.mostVisited {
            // What is reached at the same distance can't lead to anything as near but across steps of no length, of which there are none.
            if own.contains(reached.concept), reached.concept != first.concept { found.append(reached.concept) }
        }
        return found
    }
}

/// Goes from concept to concept, the nearest in meaning first.
private struct Search {
    struct Reached: Comparable {
        let likeness: Likeness
        let mappings: Int
        let levels: Int
        let concept: String

        init(_ likeness: Likeness, _ mappings: Int, _ levels: Int, _ concept: String) {
            self.likeness = likeness
            self.mappings = mappings
            self.levels = levels
            self.concept = concept
        }

        static func < (one: Reached, other: Reached) -> Bool {
            (one.likeness.rawValue, one.levels, one.mappings, one.concept)
                < (other.likeness.rawValue, other.levels, other.mappings, other.concept)
        }

        func isAsNear(as other: Reached) -> Bool {
            likeness == other.likeness && levels == other.levels && mappings == other.mappings
        }
    }

    private struct State: Hashable {
        let concept: String
        let likeness: Likeness
    }

    private var waiting: [Reached]
    private var seen: Set<State> = []
    private(set) var visited = 0

    init(from concept: String) {
        waiting = [Reached(.same, 0, 0, concept)]
    }

    mutating func offer(_ reached: Reached) {
        guard !seen.contains(State(concept: reached.concept, likeness: reached.likeness)) else { return }
        waiting.append(reached)
    }

    /// The nearest that wasn't looked at yet.
    mutating func next() -> Reached? {
        while let index = waiting.indices.min(by: { waiting[$0] < waiting[$1] }) {
            let reached = waiting.remove(at: index)
            guard seen.insert(State(concept: reached.concept, likeness: reached.likeness)).inserted else { continue }
            visited += 1
            return reached
        }
        return nil
    }
}
