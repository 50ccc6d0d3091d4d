import Configuration
import Drivers
import FoundationEssentials
import Jobs
import StandIns
import Synchronization

@testable import InsideOutcomes
@testable import Web

/// An installation in a folder and a database of its own, of the kind that the test at hand is to use, asked as a browser asks, without the sockets between.
final class Visitor: Sendable {
    let installation: Installation
    let worker: StubWorker
    private let store: StoreUnderTest
    private let log = Lines()

    /// - Parameter earlier: whose data folder is used again, as after a restart; it must be closed.
    init(_ worker: StubWorker = StubWorker(.map()), after earlier: Visitor? = nil) async throws {
        self.worker = worker
        store = try earlier?.store ?? StoreUnderTest(.current)
        let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let settings = try Settings(environment: [
            "OUTCOMES_DATA": store.folder, "OUTCOMES_HOME": home, "OUTCOMES_LISTEN": "127.0.0.1:0",
            "OUTCOMES_DATABASE": store.address, "OUTCOMES_DATABASE_OWNER": store.ownerAddress,
        ])
        let clock = Clock()
        installation = try await Installation(
            settings, isEmpty: true, clock: { clock.now }, worker: worker, write: { [log] in log.append($0) })
        self.clock = clock
        try await installation.services.jobs.start()
    }

    let clock: Clock

    var folder: String { store.folder }

    /// What the log holds.
    var logged: String { log.text }

    /// The names of the uploaded files that are there.
    var files: [String] {
        ["scratch", "uploads"].flatMap { name in
            (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)")) ?? []
        }
    }

    func close() async { await installation.stop() }

    struct Answer {
        let status: Int
        let headers: [(name: String, value: String)]
        let text: String

        subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
        var location: String { self["Location"] ?? "" }
    }

    /// - Parameter form: the fields of a POST, sent with the token that the page's form would carry.
    func ask(
        _ method: String, _ path: String, isOwner: Bool = true, form: [String: String]? = nil, file: String? = nil,
        hasToken: Bool = true
    ) async throws -> Answer {
        let site = installation.site
        let cookie = installation.services.sessions.begin()
        var headers = isOwner ? [("Cookie", "\(cookie.name)=\(cookie.value)")] : []
        var body: [UInt8] = []
        if let form {
            var form = form
            if hasToken { form["form-token"] = site.sessions.read("\(cookie.name)=\(cookie.value)").visit.token() }
            let parts = form.map { name, value in
                "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
            }
            let upload = file.map {
                "--b\r\nContent-Disposition: form-data; name=\"workbook\"; filename=\"\($0)\"\r\nContent-Type: text/plain\r\n\r\nbytes\r\n"
            }
            body = Array((parts.joined() + (upload ?? "") + "--b--\r\n").utf8)
            headers += [("Content-Type", "multipart/form-data; boundary=b"), ("Content-Length", "\(body.count)")]
        }
        let head = RequestHead(method: method, rawTarget: Array(path.utf8), headers: Headers(headers), client: "test")
        switch site.open(head) {
        case .reply(let outgoing, _): return answer(outgoing)
        case .run(let route, let request): return answer(await site.answer(route, request))
        case .read(let route, let request, var reader, _):
            do {
                try body.withUnsafeBytes { try reader.push($0) }
                return answer(await site.answer(route, try site.accept(try reader.finish(), for: request)))
            } catch let problem as Problem {
                return answer(site.outgoing(problem, to: request))
            }
        }
    }

    private func answer(_ outgoing: Outgoing) -> Answer {
        let bytes: [UInt8] =
            switch outgoing.body {
            case .bytes(let bytes): bytes
            case .shared(let shared): shared.bytes
            default: []
            }
        return Answer(
            status: outgoing.status, headers: outgoing.headers, text: String(decoding: bytes, as: UTF8.self))
    }

    /// Uploads a workbook and gives the address of its import.
    func upload(_ name: String = "map.xlsx", _ form: [String: String] = [:]) async throws -> String {
        try await ask("POST", "/imports/new", form: form, file: name).location
    }

    /// Loads a page again until it is as wanted; at most 20 s.
    func wait(for path: String, until isRight: (Answer) -> Bool) async throws -> Answer {
        for _ in 0..<2000 {
            let page = try await ask("GET", path)
            if isRight(page) { return page }
            try await Task.sleep(for: .milliseconds(10))
        }
        return try await ask("GET", path)
    }

    /// Makes the account of an import and gives the address where it can be read.
    func makeAccount(of importPath: String, language: String = "en") async throws -> String {
        var path = try await ask("POST", "\(importPath)/account", form: ["language": language]).location
        for _ in 0..<500 where path.hasPrefix("/jobs/") {
            let page = try await ask("GET", path)
            if page.status == 303 {
                path = page.location
            } else {
                if page["Refresh"] == nil { return path }
                try await Task.sleep(for: .milliseconds(10))
            }
        }
        return path
    }
}

extension Visitor {
    /// Publishes a small account and gives its address.
    func published() async throws -> String {
        let account = try await makeAccount(of: try await upload())
        _ = try await ask("POST", account + "/publish", form: ["edition": "1"])
        return account
    }
}

/// Lines as they were written.
private final class Lines: Sendable {
    private let held = Mutex<[String]>([])

    var text: String { held.withLock { $0.joined(separator: "\n") } }

    func append(_ line: String) { held.withLock { $0.append(line) } }
}

/// A clock that a test can put forward.
final class Clock: Sendable {
    private let held = Mutex(Date(timeIntervalSince1970: 1_800_000_000))

    var now: Date { held.withLock { $0 } }

    func pass(days: Double) { held.withLock { $0 += days * 86_400 } }
}
