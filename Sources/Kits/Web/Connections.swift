import Glibc
import Synchronization

/// All open connections, with the time by which each must have got on. The library below drops a connection on which nothing
/// moves; this drops one on which a byte moves now and then.
final class Connections: Sendable {
    /// Seconds for one step.
    struct Patience: Sendable {
        /// From the opening, or from the last answer, to the end of the next header.
        var header = 20.0
        /// For the body of a form without files.
        var form = 30.0
        /// For a body with files.
        var body = 600.0
        var answer = 600.0
    }

    final class Connection: Sendable {
        let client: String
        fileprivate let socket: Int32
        /// Milliseconds of the monotonic clock; `Int.max` while the work is ours.
        fileprivate let deadline: Atomic<Int>
        fileprivate let isIdle = Atomic(true)

        fileprivate init(client: String, socket: Int32, deadline: Int) {
            self.client = client
            self.socket = socket
            self.deadline = Atomic(deadline)
        }
    }

    private let patience: Patience
    private let open = Mutex<[ObjectIdentifier: Connection]>([:])

    init(patience: Patience) { self.patience = patience }

    var count: Int { open.withLock { $0.count } }

    func opened(socket: Int32, client: String) -> Connection {
        let connection = Connection(client: client, socket: socket, deadline: milliseconds(after: patience.header))
        open.withLock { $0[ObjectIdentifier(connection)] = connection }
        return connection
    }

    func closed(_ connection: Connection) {
        open.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(connection)) }
    }

    func awaitHeader(_ connection: Connection) { set(connection, patience.header, isIdle: true) }

    func awaitBody(_ connection: Connection, hasFiles: Bool) {
        set(connection, hasFiles ? patience.body : patience.form, isIdle: false)
    }

    func awaitReading(_ connection: Connection) { set(connection, patience.answer, isIdle: false) }

    func work(_ connection: Connection) { set(connection, nil, isIdle: false) }

    /// Hangs up on those whose time is over.
    ///
    /// - Parameter idle: when the server is stopping: also on those that have waited so long, in milliseconds, for a next request. One that
    ///   has just had its answer may be sending it already.
    func hangUp(idle: Int? = nil) {
        let now = milliseconds(after: 0)
        open.withLock { open in
            // A socket is closed only after `closed` took it out, under this lock: its number can't be another's here.
            for connection in open.values {
                let rest = connection.deadline.load(ordering: .relaxed) - now
                let wait = connection.isIdle.load(ordering: .relaxed) ? Int(patience.header * 1000) - rest : 0
                if rest < 0 || (wait >= idle ?? .max && !hasUnread(connection.socket)) {
                    shutdown(connection.socket, Int32(SHUT_RDWR))
                }
            }
        }
    }

    private func set(_ connection: Connection, _ seconds: Double?, isIdle: Bool) {
        connection.isIdle.store(isIdle, ordering: .relaxed)
        connection.deadline.store(seconds.map(milliseconds) ?? .max, ordering: .relaxed)
    }
}

/// Whether something has come in that the library hasn't read yet: a request on a busy machine.
private func hasUnread(_ socket: Int32) -> Bool {
    var byte: UInt8 = 0
    return recv(socket, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) > 0
}

/// Milliseconds of the monotonic clock, so many seconds from now.
func milliseconds(after seconds: Double) -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000 + Int(seconds * 1000)
}
