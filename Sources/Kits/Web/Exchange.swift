import Configuration
import CMicrohttpd
import Glibc
import Synchronization

/// One request on its way through the server, from its first line to the end of its answer.
///
/// The library calls from the connection's own thread; only ``finish(with:)`` comes from elsewhere. The answer is never given from
/// there: the connection is set aside while the handler works, woken, and asked again.
final class Exchange: Sendable {
    private enum Phase {
        case new
        /// Whose browser it is, is being looked up.
        case identifying(RequestHead)
        case identified(RequestHead, Result<Reader, Problem>)
        case reading(Route, Request, FormReader, Turnstile.Pass?, refused: FormProblem?, extra: Int)
        case ready(Route, Request)
        case working(Request, Task<Void, Never>?)
        case answered(Outgoing)
        case sending
    }

    /// After a body that is too large, so much more is read and thrown away, so that a browser gets to see the answer.
    private static let tolerance = 2_000_000

    private let server: Core
    private let rawTarget: [UInt8]
    private let start: Int
    private let phase = Mutex(Phase.new)
    private let record: Mutex<Record>

    /// For the log.
    private struct Record {
        /// The main one until the header has been read.
        var site: Site
        var request: Request?
        var status = 0
        var isQuiet = false
    }

    init(server: Core, rawTarget: [UInt8]) {
        self.server = server
        self.rawTarget = rawTarget
        record = Mutex(Record(site: server.sites.main))
        start = milliseconds(after: 0)
    }

    private var site: Site { record.withLock { $0.site } }

    /// One call of the library: the first with the header, then the body's pieces, then one without bytes.
    func advance(
        _ wire: Wire, method: UnsafePointer<CChar>?, bytes: UnsafePointer<CChar>?, count: UnsafeMutablePointer<Int>
    ) -> MHD_Result {
        phase.withLock { phase in
            switch phase {
            case .new:
                let headers = wire.headers()
                let site = server.sites.site(at: headers["Host"])
                record.withLock { $0.site = site }
                let head = RequestHead(
                    method: method.map { String(cString: $0) } ?? "", rawTarget: rawTarget, headers: headers,
                    client: ForwardedClient.address(
                        wire.record?.client ?? "", headers, isBehindProxy: site.settings.address.isSecure))
                guard site.needsReader(head) else { return begin(wire, head, .success(.stranger), &phase) }
                identify(wire, head, &phase)
                return .YES
            case .identifying: return .YES
            case .identified(let head, let reader):
                return begin(wire, head, reader, &phase)
            case .reading:
                if count.pointee > 0 {
                    let piece = UnsafeRawBufferPointer(start: bytes, count: count.pointee)
                    count.pointee = 0
                    return take(piece, &phase)
                }
                return endOfBody(wire, &phase)
            case .ready(let route, let request):
                // A body that was not announced is none of ours.
                guard count.pointee == 0 else { return .NO }
                run(wire, route, request, &phase)
                return .YES
            case .answered(let outgoing):
                count.pointee = 0
                return send(wire, outgoing, &phase)
            case .working: return .YES
            case .sending: return .NO
            }
        }
    }

    /// Sets the connection aside until it is known who asks: before a body is read, and so that no thread waits for the store.
    private func identify(_ wire: Wire, _ head: RequestHead, _ phase: inout Phase) {
        if let connection = wire.record { server.connections.work(connection) }
        MHD_suspend_connection(wire.connection)
        server.running.withLock { $0[ObjectIdentifier(self)] = (self, wire) }
        phase = .identifying(head)
        Task {
            do throws(Problem) {
                identified(wire, .success(try await site.reader(head)))
            } catch {
                identified(wire, .failure(error))
            }
        }
    }

    private func identified(_ wire: Wire, _ reader: Result<Reader, Problem>) {
        phase.withLock { phase in
            guard case .identifying(let head) = phase else { return }
            phase = .identified(head, reader)
            server.running.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(self)) }
            MHD_resume_connection(wire.connection)
        }
    }

    /// The handler's answer; the first counts, and one that comes after the end is dropped.
    func finish(with outgoing: Outgoing, _ wire: Wire) {
        phase.withLock { phase in
            guard case .working = phase else { return }
            phase = .answered(outgoing)
            server.running.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(self)) }
            MHD_resume_connection(wire.connection)
        }
    }

    /// The server stops before the handler is done.
    func abandon(_ wire: Wire) {
        identified(wire, .failure(.stopping))
        let working = phase.withLock { phase -> (Request, Task<Void, Never>?)? in
            if case .working(let request, let task) = phase { (request, task) } else { nil }
        }
        guard let (request, task) = working else { return }
        finish(with: site.outgoing(.stopping, to: request), wire)
        task?.cancel()
    }

    /// The answer has been sent, or the connection has gone.
    func complete(_ wire: Wire, isWhole: Bool) {
        if let connection = wire.record { server.connections.awaitHeader(connection) }
        let record = record.withLock { $0 }
        guard let request = record.request else { return }
        let taken = milliseconds(after: 0) - start
        server.sites.traffic.metrics.note(
            request.method.rawValue, request.route, status: record.status, milliseconds: taken)
        let values = [
            ("request", request.id), ("method", request.method.rawValue), ("path", request.path),
            ("status", String(record.status)), ("ms", String(taken)),
            ("whole", String(isWhole)),
        ]
        if record.isQuiet { record.site.log.detail("request", values) } else { record.site.log.note("request", values) }
    }

    private func begin(
        _ wire: Wire, _ head: RequestHead, _ reader: Result<Reader, Problem>, _ phase: inout Phase
    ) -> MHD_Result {
        let opening =
            switch reader {
            case .success(let reader): site.open(head, as: reader)
            case .failure(let problem): site.refusal(problem, head)
            }
        switch opening {
        case .reply(let outgoing, let request):
            record.withLock {
                $0.request = request
                $0.isQuiet = outgoing.status < 400
            }
            // An answer in this first call closes the connection: right where a body would follow that nobody wants.
            if head.announcesBody { return send(wire, outgoing, &phase) }
            phase = .answered(outgoing)
        case .run(let route, let request):
            record.withLock { $0.request = request }
            if let connection = wire.record { server.connections.work(connection) }
            phase = .ready(route, request)
        case .read(let route, let request, let reader, let pass):
            record.withLock { $0.request = request }
            if let connection = wire.record {
                server.connections.awaitBody(connection, hasFiles: reader.limits.files > 0)
            }
            phase = .reading(route, request, reader, pass, refused: nil, extra: 0)
        }
        return .YES
    }

    private func take(_ piece: UnsafeRawBufferPointer, _ phase: inout Phase) -> MHD_Result {
        guard case .reading(let route, let request, var reader, let pass, var refused, var extra) = phase else {
            return .NO
        }
        // Let go of the other holder of the reader's buffers, so that they grow in place.
        phase = .new
        if refused == nil {
            do throws(FormProblem) { try reader.push(piece) } catch { refused = error }
        } else {
            extra += piece.count
        }
        phase = .reading(route, request, reader, pass, refused: refused, extra: extra)
        return extra <= Self.tolerance ? .YES : .NO
    }

    private func endOfBody(_ wire: Wire, _ phase: inout Phase) -> MHD_Result {
        guard case .reading(let route, let request, var reader, _, let refused, _) = phase else { return .NO }
        if let connection = wire.record { server.connections.work(connection) }
        do throws(Problem) {
            if let refused { throw Problem(refused) }
            let form: Form
            do throws(FormProblem) { form = try reader.finish() } catch { throw Problem(error) }
            run(wire, route, try site.accept(form, for: request), &phase)
            return .YES
        } catch {
            return send(wire, site.outgoing(error, to: request), &phase)
        }
    }

    private func run(_ wire: Wire, _ route: Route, _ request: Request, _ phase: inout Phase) {
        MHD_suspend_connection(wire.connection)
        server.running.withLock { $0[ObjectIdentifier(self)] = (self, wire) }
        // The task waits at the lock that is held here until it is noted.
        let task = Task { finish(with: await site.answer(route, request), wire) }
        phase = .working(request, task)
    }

    private func send(_ wire: Wire, _ outgoing: Outgoing, _ phase: inout Phase) -> MHD_Result {
        phase = .sending
        if let connection = wire.record { server.connections.awaitReading(connection) }
        let isLast = server.isStopping.load(ordering: .relaxed)
        let request = record.withLock { record in
            record.status = outgoing.status
            return record.request
        }
        if wire.queue(outgoing, isLast: isLast) == .YES { return .YES }
        // The file that was to be sent isn't there any more.
        guard let request, case .file(let path) = outgoing.body else { return .NO }
        site.log.failure("file", [("request", request.id), ("file", path)])
        record.withLock { $0.status = 500 }
        return wire.queue(site.outgoing(.failed(request: request.id), to: request), isLast: isLast)
    }
}
