/// Collects the writes that arrive while another one is being committed, and commits them together: they share one
/// wait for the disk.
actor GroupCommit {
    private struct Write {
        let statements: [SQL]
        let reply: CheckedContinuation<Result<[Int], StorageError>, Never>
    }

    private let writer: Lender<SQLiteConnection>
    private var waiting: [Write] = []
    private var draining: Task<Void, Never>?
    private var isClosed = false
    private let most = 256

    init(_ writer: Lender<SQLiteConnection>) {
        self.writer = writer
    }

    func execute(_ statements: [SQL]) async throws(StorageError) -> [Int] {
        guard !isClosed else { throw .closed }
        let result = await withCheckedContinuation { reply in
            waiting.append(Write(statements: statements, reply: reply))
            if draining == nil { draining = Task { await drain() } }
        }
        return try result.get()
    }

    /// Takes no more and waits until all that was taken is written.
    func close() async {
        isClosed = true
        await draining?.value
    }

    private func drain() async {
        while !waiting.isEmpty {
            let connection: SQLiteConnection
            do {
                connection = try await writer.borrow()
            } catch {
                for write in waiting { write.reply.resume(returning: .failure(error)) }
                waiting = []
                break
            }
            let group = Array(waiting.prefix(most))
            waiting.removeFirst(group.count)
            let results = await connection.writeTogether(group.map(\.statements))
            writer.giveBack(connection)
            for (write, result) in zip(group, results) { write.reply.resume(returning: result) }
        }
        draining = nil
    }
}
