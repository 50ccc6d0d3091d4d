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

    /// How many mappings may lie between a concept and its word: through one scheme, or two, and no further.
    private static let mostMappings = 3
    /// How many concepts are looked at for one, at most.
    private static let mostVisited = 2_000
    /// How many steps are taken up for one, at most.
    private static let mostOffered = 20_000
    /// How many others as near are named, at most.
    private static let mostNamed = 20

    /// The IRI of the scheme.
    package let scheme: String
    private let own: Set<String>
    private let links: LensLinks

    /// - Parameters:
    ///   - scheme: the IRI of the scheme whose words are wanted.
    ///   - concepts: of all schemes by which something can be named. A mapping that one of two concepts states holds for both.
    package init(_ scheme: String, over concepts: [Concept]) {
        self.init(
            scheme, members: Set(concepts.lazy.filter { $0.scheme == scheme }.map(\.id)),
            links: LensLinks(
                concepts.flatMap { concept in concept.mappings.map { LensLinks.Stated(concept.id, $0) } },
                broader: Dictionary(concepts.map { ($0.id, $0.broader) }) { first, _ in first }))
    }

    /// The same from what is needed of the concepts alone.
    ///
    /// - Parameter members: the IRIs of the scheme's concepts.
    package init(_ scheme: String, members: Set<String>, links: LensLinks) {
        self.scheme = scheme
        self.links = links
        own = members
    }

    /// The IRIs of the concepts above one, the widest first, along the first of those that are wider each time.
    package func above(_ concept: String) -> [String] {
        var path: [String] = []
        var next = links.broader[concept]?.first
        while let wider = next, !path.contains(wider), wider != concept {
            path.append(wider)
            next = links.broader[wider]?.first
        }
        return path.reversed()
    }

    /// What the concept is called in this lens's words; nil where the lens has none.
    ///
    /// The nearest in meaning counts, then the one that fewest mappings lead to, then the first by its IRI. Where the concept has no word, one of a wider
    /// concept of its own scheme says of what it is a part.
    package func match(_ concept: String) -> Match? {
        if own.contains(concept) { return Match(concept: concept, likeness: .same, also: []) }
        var search = LensSearch(from: concept)
        while search.visited < Self.mostVisited, let reached = search.next() {
            if own.contains(reached.concept) {
                return Match(
                    concept: reached.concept, likeness: reached.likeness, also: equals(of: reached, in: &search))
            }
            extend(reached, in: &search)
        }
        return nil
    }

    private func extend(_ reached: LensSearch.Reached, in search: inout LensSearch) {
        let (mappings, levels, isNearly) =
            (reached.distance.mappings, reached.distance.levels, reached.distance.isNearly)
        if let likeness = reached.likeness.then(.broad) {
            for wider in links.broader[reached.concept] ?? [] {
                search.offer(
                    wider, at: .init(likeness: likeness, isNearly: isNearly, levels: levels + 1, mappings: mappings))
            }
        }
        guard mappings < Self.mostMappings else { return }
        let isStart = mappings == 0 && levels == 0
        for step in links.steps[reached.concept] ?? [] where step.holds(in: scheme, asFirst: isStart) {
            guard search.offered < Self.mostOffered else { return }
            let isClose = step.likeness == .close
            guard let likeness = reached.likeness.then(step.likeness), !(isClose && isNearly) else { continue }
            search.offer(
                step.target,
                at: .init(
                    likeness: likeness, isNearly: isNearly || isClose, levels: levels, mappings: mappings + 1))
        }
    }

    private func equals(of first: LensSearch.Reached, in search: inout LensSearch) -> [String] {
        var found: [String] = []
        // What is reached at a distance can't lead to anything as near: each step leads further away.
        while found.count < Self.mostNamed, search.visited < Self.mostVisited, let reached = search.next(),
            reached.distance == first.distance
        {
            if own.contains(reached.concept), reached.concept != first.concept { found.append(reached.concept) }
        }
        return found
    }
}
