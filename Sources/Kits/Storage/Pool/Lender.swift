import Synchronization

/// Lends connections, each to one borrower at a time, first come first served.
final class Lender<Connection: Sendable>: Sendable {
    private typealias Waiting = CheckedContinuation<Result<Connection, StorageError>, Never>

    private struct State {
        var free: [Connection]
        var waiting: [Waiting] = []
        var lent = 0
        var isClosed = false
        var whenAllAreBack: [CheckedContinuation<Void, Never>] = []

        mutating func lend() throws(StorageError) -> Connection? {
            if isClosed { throw .closed }
            guard let connection = free.popLast() else { return nil }
            lent += 1
            return connection
        }
    }

    private let state: Mutex<State>
    /// Above this many borrowers in the queue the store is busy: a bound for memory.
    private let mostWaiting = 10_000

    init(_ connections: [Connection]) {
        state = Mutex(State(free: connections))
    }

    var counts: (lent: Int, free: Int, waiting: Int) {
        state.withLock { ($0.lent, $0.free.count, $0.waiting.count) }
    }

    func borrow() async throws(StorageError) -> Connection {
        if let connection = try state.withLock({ state throws(StorageError) in try state.lend() }) { return connection }
        let result = await withCheckedContinuation { (waiting: Waiting) in
            let answer: Result<Connection, StorageError>? = state.withLock { state in
                do throws(StorageError) {
                    if let connection = try state.lend() { return .success(connection) }
                } catch {
                    return .failure(error)
                }
                guard state.waiting.count < mostWaiting else { return .failure(.busy) }
                state.waiting.append(waiting)
                return nil
            }
            if let answer { waiting.resume(returning: answer) }
        }
        return try result.get()
    }

    func giveBack(_ connection: Connection) {
        let (next, allBack): (Waiting?, [CheckedContinuation<Void, Never>]) = state.withLock { state in
            if !state.waiting.isEmpty { return (state.waiting.removeFirst(), []) }
            state.lent -= 1
            state.free.append(connection)
            guard state.lent == 0 else { return (nil, []) }
            defer { state.whenAllAreBack = [] }
            return (nil, state.whenAllAreBack)
        }
        next?.resume(returning: .success(connection))
        for waiting in allBack { waiting.resume() }
    }

    /// Lends no more, waits until everything lent and promised is back, and gives up the connections.
    func close() async -> [Connection] {
        await withCheckedContinuation { (waiting: CheckedContinuation<Void, Never>) in
            let isQuiet = state.withLock { state in
                state.isClosed = true
                if state.lent > 0 { state.whenAllAreBack.append(waiting) }
                return state.lent == 0
            }
            if isQuiet { waiting.resume() }
        }
        return state.withLock { state in
            defer { state.free = [] }
            return state.free
        }
    }
}
