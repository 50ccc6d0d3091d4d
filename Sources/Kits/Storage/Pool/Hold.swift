import Synchronization

/// Marks that the current task holds a connection, so that asking for a second one of the same kind, which could wait
/// for the first one for ever, is refused instead.
final class Hold: Sendable {
    @TaskLocal private static var current: [Hold] = []

    private let lender: any AnyObject & Sendable
    private let isOpen = Mutex(true)

    private init(_ lender: any AnyObject & Sendable) {
        self.lender = lender
    }

    /// - Throws: ``StorageError/nested`` where this task, or one that it comes from, holds a connection of `lender`.
    static func refuseNesting(on lender: any AnyObject & Sendable) throws(StorageError) {
        // A task started inside a transaction inherits the mark and may outlive it, hence the second condition.
        if current.contains(where: { $0.lender === lender && $0.isOpen.withLock { $0 } }) { throw .nested }
    }

    static func during<Value: Sendable>(
        _ lender: any AnyObject & Sendable, _ body: () async throws -> Value
    ) async throws -> Value {
        let hold = Hold(lender)
        defer { hold.isOpen.withLock { $0 = false } }
        return try await $current.withValue(current + [hold]) { try await body() }
    }
}
