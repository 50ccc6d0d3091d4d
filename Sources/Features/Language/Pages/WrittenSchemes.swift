import Documents
import Web

/// The files of schemes as they are now: each is written once and sent from memory until something changes.
///
/// Without this, anybody could keep the document worker busy by asking for them again and again: what several ask for at once is written once, and
/// what is too large to be kept is written for strangers no more.
actor WrittenSchemes {
    /// Bytes in all. Beyond it what was asked for longest ago goes first.
    private static let most = 48 << 20
    /// A file that is larger isn't kept.
    private static let largest = 16 << 20
    /// So many files are remembered as too large.
    private static let mostRemembered = 1_000

    struct Key: Hashable {
        let scheme: Int
        let format: ThesaurusFilePlan.Format
    }

    private struct Written {
        let key: Key
        let state: String
        let bytes: SharedBytes
    }

    private struct Writing {
        let state: String
        let task: Task<SharedBytes, any Error>
    }

    /// What was asked for last stands last.
    private var held: [Written] = []
    private var writing: [Key: Writing] = [:]
    /// Which files were too large to be kept, as they were then.
    private var tooLarge: [Key: String] = [:]
    private let most: Int
    private let largest: Int

    /// - Parameters:
    ///   - most: bytes that are kept in all.
    ///   - largest: bytes of the largest file that is kept.
    init(most: Int = WrittenSchemes.most, largest: Int = WrittenSchemes.largest) {
        self.most = most
        self.largest = largest
    }

    private var bytes: Int { held.reduce(0) { $0 + $1.bytes.count } }

    func holds(_ key: Key, at state: String) -> Bool { held.contains { $0.key == key && $0.state == state } }

    /// A file as it is kept, or as it is being written for somebody else; else as `write` makes it.
    ///
    /// - Parameter isForAnybody: whether a stranger asks.
    /// - Returns: nil for a stranger who asks for a file that is too large to be kept.
    func file(
        _ key: Key, at state: String, isForAnybody: Bool, _ write: @escaping @Sendable () async throws -> [UInt8]
    ) async throws -> SharedBytes? {
        while true {
            if let index = held.firstIndex(where: { $0.key == key && $0.state == state }) {
                held.append(held.remove(at: index))
                return held[held.count - 1].bytes
            }
            if isForAnybody, tooLarge[key] == state { return nil }
            guard let other = writing[key] else { break }
            if other.state == state { return try await other.task.value }
            // As it was before the last change: one after the other.
            _ = await other.task.result
        }
        // Not to be stopped where the one who asks goes away: others may wait for it.
        let task = Task { SharedBytes(try await write()) }
        writing[key] = Writing(state: state, task: task)
        defer { if writing[key]?.task == task { writing[key] = nil } }
        let bytes = try await task.value
        keep(bytes, key, state)
        return bytes
    }

    private func keep(_ bytes: SharedBytes, _ key: Key, _ state: String) {
        held.removeAll { $0.key == key }
        guard bytes.count <= largest else {
            if tooLarge.count >= Self.mostRemembered { tooLarge = [:] }
            tooLarge[key] = state
            return
        }
        tooLarge[key] = nil
        held.append(Written(key: key, state: state, bytes: bytes))
        while self.bytes > most { held.removeFirst() }
    }
}
