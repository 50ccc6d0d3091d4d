import Synchronization

/// How many requests were answered, how, and how fast: counted by pattern, never by address, so that nothing tells who asked for what.
package final class Metrics: Sendable {
    struct Key: Hashable {
        let method: String
        /// The route's pattern, such as `/accounts/:id`; empty where no route answered.
        let route: String
    }

    struct Series {
        /// By the first digit of the status.
        var answers: [Int: Int] = [:]
        /// How many took at most so long, by the place in ``Metrics/bounds``; the last one is for all that took longer.
        var counts = [Int](repeating: 0, count: Metrics.bounds.count + 1)
        var milliseconds = 0

        mutating func add(status: Int, milliseconds: Int) {
            answers[status / 100, default: 0] += 1
            counts[Metrics.bounds.firstIndex { milliseconds <= $0 } ?? Metrics.bounds.count] += 1
            self.milliseconds += milliseconds
        }
    }

    /// Milliseconds.
    static let bounds = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000]

    private let held = Mutex<[Key: Series]>([:])

    func note(_ method: String, _ route: String, status: Int, milliseconds: Int) {
        held.withLock {
            $0[Key(method: method, route: route), default: Series()].add(status: status, milliseconds: milliseconds)
        }
    }

    var all: [(key: Key, series: Series)] {
        held.withLock { $0.map { ($0.key, $0.value) } }
            .sorted { ($0.key.route, $0.key.method) < ($1.key.route, $1.key.method) }
    }
}
