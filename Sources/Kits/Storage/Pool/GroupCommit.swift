/// Statements that one author wants to be kept, all or none.
struct AuthoredWrite: Sendable {
    let statements: [SQL]
    let author: Author
}

/// Collects the writes that arrive while another one of the same scope is being committed, and commits them together: they share one
/// wait for the disk, and one right to write. A scope is what one writer at a time may write in.
actor GroupCommit<Connection: Sendable, Scope: Hashable & Sendable> {
    typealias Result = Swift.Result<[Int], StorageError>

    private struct Write {
        let content: AuthoredWrite
        let reply: CheckedContinuation<Result, Never>
    }

    private let writers: Lender<Connection>
    private let writeTogether: @Sendable (Connection, Scope, [AuthoredWrite]) async -> [Result]
    /// How many are committed together at most.
    private let most: Int
    private var waiting: [Scope: [Write]] = [:]
    private var draining: [Scope: Task<Void, Never>] = [:]
    private var isClosed = false

    init(
        _ writers: Lender<Connection>, most: Int,
        _ writeTogether: @escaping @Sendable (Connection, Scope, [AuthoredWrite]) async -> [Result]
    ) {
        self.writers = writers
        self.most = most
        self.writeTogether = writeTogether
    }

    func execute(_ statements: [SQL], for scope: Scope) async throws(StorageError) -> [Int] {
        guard !isClosed else { throw .closed }
        let content = AuthoredWrite(statements: statements, author: .current)
        let result = await withCheckedContinuation { reply in
            waiting[scope, default: []].append(Write(content: content, reply: reply))
            if draining[scope] == nil { draining[scope] = Task { await drain(scope) } }
        }
        return try result.get()
    }

    /// Takes no more and waits until all that was taken is written.
    func close() async {
        isClosed = true
        for task in draining.values { await task.value }
    }

    private func drain(_ scope: Scope) async {
        while waiting[scope]?.isEmpty == false {
            let connection: Connection
            do {
                connection = try await writers.borrow()
            } catch {
                for write in waiting[scope] ?? [] { write.reply.resume(returning: .failure(error)) }
                break
            }
            // Those who were just answered are about to bring their next writes: together they are faster than one by one.
            var before = 0
            while let count = waiting[scope]?.count, count > before, count < most {
                before = count
                await Task.yield()
            }
            let group = waiting[scope]?.prefix(most) ?? []
            waiting[scope]?.removeFirst(group.count)
            let results = await writeTogether(connection, scope, group.map(\.content))
            writers.giveBack(connection)
            for (write, result) in zip(group, results) { write.reply.resume(returning: result) }
        }
        waiting[scope] = nil
        draining[scope] = nil
    }
}
