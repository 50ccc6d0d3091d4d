import FoundationEssentials
import Synchronization

/// A clock that a test can put forward.
final class Clock: Sendable {
    private let held = Mutex(Date(timeIntervalSince1970: 1_800_000_000))

    var now: Date { held.withLock { $0 } }

    func pass(days: Double) { held.withLock { $0 += days * 86_400 } }
}
