import Configuration
import Glibc
import Jobs
import Storage

/// The figures of a running server, for Prometheus. They stand on an address of their own, which people don't reach.
package struct MetricsRoute: Sendable {
    package static let address = "/metrics"

    private let server: Server
    private let services: Services

    package init(_ server: Server, _ services: Services) {
        self.server = server
        self.services = services
    }

    package var route: Route {
        Route(.get, Self.address, access: .anyone) { _ in
            Reply(contentType: MetricsText.contentType, body: .bytes(Array(await text().utf8)))
        }
    }

    private func text() async -> String {
        var text = MetricsText()
        text.add("outcomes_build_info", "gauge", "The version that runs.", [([("version", Version.current)], 1)])
        text.add(requests: server.metrics.all)
        text.add(
            "outcomes_connections", "gauge", "Connections of browsers and proxies that are open.",
            [([], Double(server.openConnections))])
        // No jobs can be counted while the database is away; the figure below says that it is.
        let jobs = try? await services.jobs.counts()
        text.add(
            "outcomes_database_up", "gauge", "Whether the database answered just now.", [([], jobs == nil ? 0 : 1)])
        text.add(
            "outcomes_jobs", "gauge", "Long work that is in the store, by its state.",
            (jobs ?? []).map { ([("kind", $0.kind), ("state", $0.state.rawValue)], Double($0.count)) })
        let pools = services.database.pools
        text.add(
            "outcomes_database_connections", "gauge", "Connections to the database, by what they are for.",
            pools.flatMap { pool in
                [
                    ([("role", pool.role), ("state", "busy")], Double(pool.lent)),
                    ([("role", pool.role), ("state", "free")], Double(pool.free)),
                ]
            })
        text.add(
            "outcomes_database_waiting", "gauge", "Pieces of work that wait for a connection.",
            pools.map { ([("role", $0.role)], Double($0.waiting)) })
        text.add(
            "process_resident_memory_bytes", "gauge", "Memory of the server's own process.",
            [([], Double(Self.residentMemory))])
        text.add(
            "process_cpu_seconds_total", "counter", "Processor time of the server's own process.", [([], Self.seconds)])
        return text.text
    }

    private static var residentMemory: Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 200)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
            separator: " ")
        return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * sysconf(Int32(_SC_PAGESIZE))
    }

    private static var seconds: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
}
