/// Answers whether one concept lies above another, mostly at once.
///
/// Each concept gets an interval out of one walk through the hierarchy. Whatever lies under a concept has its interval
/// within that concept's; where nothing has two wider concepts, the reverse holds too. What the intervals leave open is
/// searched, and the intervals keep the search short.
///
/// - Source: Yıldırım, Chaoji and Zaki, GRAIL: scalable reachability index for large graphs (2010).
struct Ancestry {
    /// So many steps all searches together may take.
    private static let mostSteps = 5_000_000

    private let hierarchy: Hierarchy
    private var entered: [Int]
    private var left: [Int]
    private var low: [Int]
    private var steps = 0
    private var visited: [Int]
    private var search = 0

    /// Whether a search was given up: its answer was no then.
    var isExhausted: Bool { steps > Self.mostSteps }

    init(_ hierarchy: Hierarchy) {
        self.hierarchy = hierarchy
        entered = Array(repeating: -1, count: hierarchy.count)
        left = entered
        low = Array(repeating: .max, count: hierarchy.count)
        visited = entered
        var entrance = 0
        var exit = 0
        func walk(_ root: Int) {
            var path = [(node: root, edge: 0)]
            while let (node, edge) = path.last {
                if edge == 0, entered[node] < 0 {
                    entered[node] = entrance
                    entrance += 1
                }
                if edge < hierarchy.narrower[node].count {
                    path[path.count - 1].edge += 1
                    let below = hierarchy.narrower[node][edge]
                    if entered[below] < 0 { path.append((below, 0)) } else { low[node] = min(low[node], low[below]) }
                    continue
                }
                left[node] = exit
                low[node] = min(low[node], exit)
                exit += 1
                path.removeLast()
                if let above = path.last?.node { low[above] = min(low[above], low[node]) }
            }
        }
        for root in 0..<hierarchy.count where hierarchy.wider[root].isEmpty { walk(root) }
        // What hangs in a ring has no top to be reached from.
        for root in 0..<hierarchy.count where entered[root] < 0 { walk(root) }
    }

    /// Whether a concept is wider than another, over however many steps.
    mutating func isAbove(_ upper: Int, _ lower: Int) -> Bool {
        if entered[upper] <= entered[lower], left[lower] <= left[upper] { return upper != lower }
        guard mayBeAbove(upper, lower), !isExhausted else { return false }
        search += 1
        var open = [lower]
        while let here = open.popLast() {
            for above in hierarchy.wider[here] where visited[above] != search {
                if above == upper { return true }
                steps += 1
                if isExhausted { return false }
                visited[above] = search
                if mayBeAbove(upper, above) { open.append(above) }
            }
        }
        return false
    }

    private func mayBeAbove(_ upper: Int, _ lower: Int) -> Bool {
        low[upper] <= low[lower] && left[lower] <= left[upper]
    }
}
