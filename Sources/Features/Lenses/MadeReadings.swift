import Crypto
import Documents
import Web

/// Files of readings that were made a while ago or are being made, so that nobody keeps the document worker busy by asking for
/// the same again, and no more wait for it than it can serve.
package actor MadeReadings {
    private static let mostBytes = 32 << 20
    private static let mostWaiting = 16

    private var held: [(key: String, bytes: [UInt8])] = []
    private var working: [String: Task<[UInt8], any Error>] = [:]
    private var last: Task<Void, Never>?

    package init() {}

    /// The file that `make` makes, one after the other; the same key is made once.
    ///
    /// - Throws: ``Web/Problem/busy`` where too many others wait already.
    func file(_ key: String, _ make: @escaping @Sendable () async throws -> [UInt8]) async throws -> [UInt8] {
        if let index = held.firstIndex(where: { $0.key == key }) {
            held.append(held.remove(at: index))
            return held[held.count - 1].bytes
        }
        if let task = working[key] { return try await task.value }
        guard working.count < Self.mostWaiting else { throw Problem.busy }
        let before = last
        let task = Task {
            await before?.value
            return try await make()
        }
        working[key] = task
        last = Task { _ = await task.result }
        defer { working[key] = nil }
        let bytes = try await task.value
        keep(bytes, key)
        return bytes
    }

    private func keep(_ bytes: [UInt8], _ key: String) {
        guard bytes.count <= Self.mostBytes / 4 else { return }
        held.append((key, bytes))
        while held.reduce(0, { $0 + $1.bytes.count }) > Self.mostBytes { held.removeFirst() }
    }
}
