package import Storage
import Synchronization

/// Where a supervisor or a proxy asks how the server is.
package enum HealthPath: Sendable {
    case alive, ready

    package var url: String {
        switch self {
        case .alive: "/healthz"
        case .ready: "/readyz"
        }
    }
}

/// Answers whether the program runs, and whether it can be given work: that is where the database answers in time.
package struct HealthRoutes: Sendable {
    private let readiness: Readiness

    /// - Parameter patience: how long the database may take.
    package init(_ database: any Database, patience: Duration = .seconds(2)) {
        readiness = Readiness(database, patience: patience)
    }

    package var routes: [Route] {
        [
            Route(
                .get, HealthPath.alive.url, access: .anyone,
                immediate: { _ in Self.word("alive", status: 200) }, handler: { _ in Self.word("alive", status: 200) }),
            Route(.get, HealthPath.ready.url, access: .anyone) { _ in
                await readiness.isReady
                    ? Self.word("ready", status: 200) : Self.word("the database does not answer", status: 503)
            },
        ]
    }

    private static func word(_ text: String, status: Int) -> Reply {
        Reply(status: status, contentType: "text/plain; charset=utf-8", body: .bytes(Array((text + "\n").utf8)))
    }
}

/// Asks the database one question at a time, however many want to know.
private actor Readiness {
    private let database: any Database
    private let patience: Duration
    private var asking: Task<Bool, Never>?

    init(_ database: any Database, patience: Duration) {
        self.database = database
        self.patience = patience
    }

    var isReady: Bool {
        get async {
            let asking = asking ?? begin()
            // What the database keeps waiting can't be called off, so it is left to itself when the time is up.
            return await withCheckedContinuation { answer in
                let once = Once(answer)
                Task { once.answer(await asking.value) }
                Task { [patience] in
                    try? await Task.sleep(for: patience)
                    once.answer(false)
                }
            }
        }
    }

    private func begin() -> Task<Bool, Never> {
        let task = Task { [database] in
            let isReady = (try? await database.rows("SELECT 1")) != nil
            done()
            return isReady
        }
        asking = task
        return task
    }

    private func done() { asking = nil }
}

/// Gives the first of two answers.
private final class Once: Sendable {
    private let waiting: Mutex<CheckedContinuation<Bool, Never>?>

    init(_ waiting: CheckedContinuation<Bool, Never>) { self.waiting = Mutex(waiting) }

    func answer(_ value: Bool) { waiting.withLock { $0.take() }?.resume(returning: value) }
}
