/// Goes from concept to concept, the nearest in meaning first.
struct LensSearch {
    /// How far a concept is from the first; what a step leads to is always further away than where it began.
    struct Distance: Hashable, Comparable {
        let likeness: Likeness
        /// Whether one of the mappings on the way says nearly the same; a second one may lead to something else.
        var isNearly = false
        let levels: Int
        let mappings: Int

        static func < (one: Distance, other: Distance) -> Bool {
            (one.likeness.rawValue, one.isNearly ? 1 : 0, one.levels, one.mappings)
                < (other.likeness.rawValue, other.isNearly ? 1 : 0, other.levels, other.mappings)
        }
    }

    struct Reached {
        let distance: Distance
        let concept: String

        var likeness: Likeness { distance.likeness }
    }

    private struct State: Hashable {
        let concept: String
        let likeness: Likeness
        let isNearly: Bool

        init(_ concept: String, _ distance: Distance) {
            self.concept = concept
            likeness = distance.likeness
            isNearly = distance.isNearly
        }
    }

    private var waiting: [Distance: [String]] = [:]
    /// Those at the distance that is looked at now, the first one last.
    private var nearest: [String] = []
    private var distance = Distance(likeness: .same, levels: 0, mappings: 0)
    private var seen: Set<State> = []
    /// How many concepts were looked at, and how many offered.
    private(set) var visited = 0
    private(set) var offered = 0

    init(from concept: String) {
        nearest = [concept]
    }

    mutating func offer(_ concept: String, at distance: Distance) {
        offered += 1
        guard !seen.contains(State(concept, distance)) else { return }
        waiting[distance, default: []].append(concept)
    }

    /// The nearest that wasn't looked at yet, the first by its IRI among those that are as near.
    mutating func next() -> Reached? {
        while true {
            if let concept = nearest.popLast() {
                guard seen.insert(State(concept, distance)).inserted else { continue }
                visited += 1
                return Reached(distance: distance, concept: concept)
            }
            guard let next = waiting.keys.min() else { return nil }
            distance = next
            nearest = (waiting.removeValue(forKey: next) ?? []).sorted(by: >)
        }
    }
}
