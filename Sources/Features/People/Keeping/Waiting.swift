import Synchronization

/// How many wait at a desk.
final class Waiting: Sendable {
    private let number = Atomic(0)

    func enter(most: Int) -> Bool {
        guard number.add(1, ordering: .relaxed).newValue <= most else {
            leave()
            return false
        }
        return true
    }

    func leave() { number.subtract(1, ordering: .relaxed) }
}
