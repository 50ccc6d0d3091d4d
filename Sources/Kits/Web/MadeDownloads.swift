import Synchronization

/// Downloads that have the same bytes each time: each is made once after the start, and sent from memory from then on.
///
/// Without this, anybody could keep the document worker busy by asking for them again and again.
package final class MadeDownloads: Sendable {
    private let held = Mutex<[String: SharedBytes]>([:])

    package init() {}

    package func bytes(_ key: String) -> SharedBytes? { held.withLock { $0[key] } }

    package func keep(_ bytes: SharedBytes, _ key: String) { held.withLock { $0[key] = bytes } }
}
