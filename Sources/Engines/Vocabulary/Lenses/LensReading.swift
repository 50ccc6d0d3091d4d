/// Things that were named in somebody's words, in the order of a lens's words: each exactly once, whatever is mapped to what.
package struct LensReading<Item: Sendable>: Sendable {
    /// Something under a word of the lens.
    package struct Line: Sendable {
        package let item: Item
        /// Its heading, and all others that are as near for any of its concepts.
        package let match: Lens.Match
    }

    /// All that stands under one word of the lens.
    package struct Group: Sendable {
        /// The IRI of the lens's concept.
        package let concept: String
        package let lines: [Line]
    }

    /// In the order in which the words were first needed.
    package let groups: [Group]
    /// What the lens has no words for, in the order in which it was given.
    package let rest: [Item]

    /// - Parameter concepts: the IRIs of the concepts that an item was named by, the chief one first. The nearest word of any counts.
    package init(_ items: [Item], through lens: Lens, concepts: (Item) -> [String]) {
        var order: [String] = []
        var lines: [String: [Line]] = [:]
        var rest: [Item] = []
        for item in items {
            let matches = concepts(item).compactMap(lens.match)
            guard let match = Self.joined(matches) else {
                rest.append(item)
                continue
            }
            if lines[match.concept] == nil { order.append(match.concept) }
            lines[match.concept, default: []].append(Line(item: item, match: match))
        }
        groups = order.map { Group(concept: $0, lines: lines[$0] ?? []) }
        self.rest = rest
    }

    /// The nearest, with the headings of those that are as near.
    private static func joined(_ matches: [Lens.Match]) -> Lens.Match? {
        guard let first = matches.min(by: { $0.likeness < $1.likeness }) else { return nil }
        var seen: Set<String> = [first.concept]
        let others = matches.filter { $0.likeness == first.likeness }.flatMap { [$0.concept] + $0.also }
        return Lens.Match(
            concept: first.concept, likeness: first.likeness, also: others.filter { seen.insert($0).inserted })
    }
}
