/// What lies above what, by the numbers of concepts.
struct Hierarchy {
    /// For each concept those that are wider; and the other way round.
    private(set) var wider: [[Int]]
    private(set) var narrower: [[Int]]

    var count: Int { wider.count }

    /// - Parameter withMappings: whether broad and narrow matches between these concepts count too.
    init(_ thesaurus: Thesaurus, _ index: ConceptIndex, withMappings: Bool = false) {
        wider = Array(repeating: [], count: thesaurus.concepts.count)
        narrower = wider
        for (number, concept) in thesaurus.concepts.enumerated() {
            for id in concept.broader { add(number, under: index[id]) }
            guard withMappings else { continue }
            for mapping in concept.mappings {
                guard let target = index[mapping.target] else { continue }
                if mapping.kind == .broad { add(number, under: target) }
                if mapping.kind == .narrow { add(target, under: number) }
            }
        }
    }

    private mutating func add(_ number: Int, under other: Int?) {
        guard let other else { return }
        wider[number].append(other)
        narrower[other].append(number)
    }

    /// Rings of concepts that lie above themselves, each from one concept up and around to the one below it. Of several that
    /// hang together one is told.
    var cycles: [[Int]] {
        var rings: [[Int]] = []
        for group in knots where group.count > 1 || wider[group[0]].contains(group[0]) {
            rings.append(ring(in: group))
        }
        return rings.sorted { $0[0] < $1[0] }
    }

    /// The shortest way from the first concept of a knot back to itself.
    private func ring(in group: [Int]) -> [Int] {
        let members = Set(group)
        let start = group.min() ?? group[0]
        var from: [Int: Int] = [:]
        var line = [start]
        var next = 0
        while next < line.count {
            let here = line[next]
            next += 1
            for above in wider[here] where members.contains(above) {
                if above == start {
                    var way = [here]
                    while let before = from[way[way.count - 1]] { way.append(before) }
                    return way.reversed()
                }
                if from[above] == nil {
                    from[above] = here
                    line.append(above)
                }
            }
        }
        return [start]
    }

    /// Groups of concepts each of which lies above all others of its group (strongly connected components).
    ///
    /// - Source: Tarjan, Depth-first search and linear graph algorithms (1972), with a stack of its own so that a deep hierarchy
    ///   can't overflow ours.
    private var knots: [[Int]] {
        var found: [[Int]] = []
        var order = [Int](repeating: -1, count: count)
        var low = order
        var isOpen = [Bool](repeating: false, count: count)
        var open: [Int] = []
        var clock = 0
        for root in 0..<count where order[root] < 0 {
            var path = [(node: root, edge: 0)]
            while let (node, edge) = path.last {
                if edge == 0, order[node] < 0 {
                    order[node] = clock
                    low[node] = clock
                    clock += 1
                    open.append(node)
                    isOpen[node] = true
                }
                if edge < wider[node].count {
                    path[path.count - 1].edge += 1
                    let above = wider[node][edge]
                    if order[above] < 0 {
                        path.append((above, 0))
                    } else if isOpen[above] {
                        low[node] = min(low[node], order[above])
                    }
                    continue
                }
                path.removeLast()
                if let below = path.last?.node { low[below] = min(low[below], low[node]) }
                guard low[node] == order[node] else { continue }
                var group: [Int] = []
                while let member = open.popLast() {
                    isOpen[member] = false
                    group.append(member)
                    if member == node { break }
                }
                found.append(group)
            }
        }
        return found
    }
}
