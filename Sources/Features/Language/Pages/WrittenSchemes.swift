import Documents
import Synchronization
import Web

/// The files of schemes as they are now: each is written once and sent from memory until something changes.
///
/// Without this, anybody could keep the document worker busy by asking for them again and again.
final class WrittenSchemes: Sendable {
    /// Larger ones are written each time, and only for members.
    static let largest = 8_000_000
    private static let most = 60

    struct Key: Hashable {
        let scheme: Int
        let format: ThesaurusFilePlan.Format
    }

    private struct Written {
        let state: String
        let bytes: SharedBytes
    }

    private let held = Mutex<[Key: Written]>([:])

    func bytes(_ key: Key, at state: String) -> SharedBytes? {
        held.withLock { $0[key].flatMap { $0.state == state ? $0.bytes : nil } }
    }

    func keep(_ bytes: SharedBytes, as key: Key, at state: String) {
        guard bytes.count <= Self.largest else { return }
        held.withLock { held in
            if held.count >= Self.most { held.removeAll() }
            held[key] = Written(state: state, bytes: bytes)
        }
    }
}
