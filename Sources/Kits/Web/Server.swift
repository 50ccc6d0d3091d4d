import CMicrohttpd
package import Configuration
import Dispatch
import Glibc
import Synchronization

/// The HTTP server: takes connections, lets the site that is asked for answer, and stops without cutting anybody off.
package final class Server: Sendable {
    package struct Limits: Sendable {
        /// An idle one costs a few kilobytes, so that many who say nothing keep nobody out.
        package var connections = 12_000
        /// Seconds without a byte in either direction.
        package var idleSeconds = 15
        var patience = Connections.Patience()

        package init() {}
    }

    private struct Running: @unchecked Sendable {
        // Given to the library's functions only, and by one caller at a time: `daemon` is taken out under a lock to stop it.
        let daemon: OpaquePointer
        let watch: any DispatchSourceTimer
    }

    /// The version of libmicrohttpd at run time.
    package static var libraryVersion: String { String(cString: MHD_get_version()) }

    private let core: Core
    private let limits: Limits
    private let running = Mutex<Running?>(nil)

    package convenience init(_ site: Site, limits: Limits = Limits()) {
        self.init(Sites(site), limits: limits)
    }

    package init(_ sites: Sites, limits: Limits = Limits()) {
        core = Core(sites: sites, patience: limits.patience)
        self.limits = limits
    }

    /// Begins to answer. Gives the address, with the port that was taken where any was asked for.
    package func start(on address: ListenAddress) throws(ServerError) -> ListenAddress {
        let socket = try ListeningSocket(address)
        var limits = limits
        limits.connections = min(limits.connections, raisedFileLimit(to: limits.connections * 2 + 200) - 200)
        guard let daemon = Daemon.start(core, socket: socket.descriptor, limits: limits, isLoopback: address.isLoopback)
        else {
            let code = errno
            close(socket.descriptor)
            throw .notStarted(reason: String(cString: strerror(code)))
        }
        let connections = core.connections
        // On a queue of its own, so that a handler that keeps all threads busy can't stop the watch.
        let watch = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "connections"))
        watch.schedule(deadline: .now() + .seconds(1), repeating: .seconds(1), leeway: .milliseconds(200))
        watch.setEventHandler { @Sendable in connections.hangUp() }
        watch.resume()
        running.withLock { $0 = Running(daemon: daemon, watch: watch) }
        return socket.address
    }

    /// Takes no new connections, lets the requests that run finish, then ends. What is not done after `seconds` gets a 503.
    package func stop(within seconds: Double = 10) async {
        guard let running = running.withLock({ $0.take() }) else { return }
        core.isStopping.store(true, ordering: .sequentiallyConsistent)
        let listening = MHD_quiesce_daemon(running.daemon)
        if listening >= 0 { close(listening) }
        await drain(until: milliseconds(after: seconds))
        for (exchange, wire) in core.running.withLock({ Array($0.values) }) { exchange.abandon(wire) }
        await drain(until: milliseconds(after: 1))
        running.watch.cancel()
        // It waits for the library's threads; those mustn't hold up one of ours.
        await withCheckedContinuation { done in
            DispatchQueue.global().async {
                Daemon.stop(running.daemon, self.core)
                done.resume()
            }
        }
    }

    /// What was answered since the start.
    package var metrics: Metrics { core.sites.traffic.metrics }

    var openConnections: Int { core.connections.count }

    var workingRequests: Int { core.running.withLock { $0.count } }

    private func drain(until deadline: Int) async {
        while core.connections.count > 0, milliseconds(after: 0) < deadline {
            core.connections.hangUp(idle: 100)
            try? await Task.sleep(for: .milliseconds(20))
        }
    }
}

package enum ServerError: Error, Equatable, Sendable, CustomStringConvertible {
    case addressInUse(ListenAddress)
    case addressRefused(ListenAddress, reason: String)
    case notStarted(reason: String)

    package var description: String {
        switch self {
        case .addressInUse(let address):
            "Something else is listening on \(address) already. Stop it, or set OUTCOMES_LISTEN to another port."
        case .addressRefused(let address, let reason):
            "The server can't listen on \(address): \(reason). Set OUTCOMES_LISTEN to an address of this machine."
        case .notStarted(let reason): "The server could not be started: \(reason)."
        }
    }
}

/// What the library's callbacks work on.
final class Core: Sendable {
    let sites: Sites
    let connections: Connections
    let isStopping = Atomic(false)
    /// The exchanges whose handler is at work.
    let running = Mutex<[ObjectIdentifier: (Exchange, Wire)]>([:])

    init(sites: Sites, patience: Connections.Patience) {
        self.sites = sites
        connections = Connections(patience: patience)
    }
}

/// A connection needs a descriptor, and so does a file that is sent. Where the system allows fewer, fewer connections are taken:
/// with none left over, no file could be opened.
///
/// - Returns: how many descriptors there may be, at least 400.
private func raisedFileLimit(to wanted: Int) -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 400 }
    if limit.rlim_cur < rlim_t(wanted) {
        limit.rlim_cur = min(rlim_t(wanted), limit.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
    return max(400, Int(min(limit.rlim_cur, rlim_t(wanted))))
}
