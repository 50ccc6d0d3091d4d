import Configuration
import Crypto
import FoundationEssentials
import HTML
import Synchronization
import Words

@testable import Web

/// A server on a free port with a few routes, in a folder of its own.
final class RunningSite: Sendable {
    let site: Site
    let server: Server
    let address: ListenAddress
    let folder: String
    let key = OwnerKey(secret: Array(0..<32))
    let lines = Lines()

    init(
        _ routes: [Route] = [], environment: [String: String] = [:], log: Settings.LogLevel = .debug,
        catalogues: Catalogues = .englishOnly,
        patience: Connections.Patience? = nil, limits: Server.Limits = Server.Limits()
    ) throws {
        folder = FileManager.default.temporaryDirectory.path + "/web-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let given = ["OUTCOMES_HOME": folder, "OUTCOMES_DATA": folder, "OUTCOMES_LISTEN": "127.0.0.1:0"]
        let settings = try Settings(environment: environment.merging(given) { mine, _ in mine })
        let lines = lines
        let sessions = Sessions(key: key, isSecure: settings.address.isSecure)
        site = try Site(
            settings: settings, sessions: sessions, gatekeeper: OneKey(), catalogues: catalogues,
            log: Log(level: log, clock: { Date() }, write: { lines.append($0) }),
            traffic: Traffic(randomness: { randomBytes($0) }),
            routes: routes + Self.routes, frame: plainFrame)
        var limits = limits
        if let patience { limits.patience = patience }
        server = Server(site, limits: limits)
        address = try server.start(on: settings.listen)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Of the one who may open what is closed.
    var keyHolder: String {
        let cookie = site.sessions.begin(OneKey.token)
        return "\(cookie.name)=\(cookie.value)"
    }

    /// The cookie and the token of the key holder's forms.
    var form: (cookie: String, token: String) {
        let cookie = keyHolder
        return (cookie, site.sessions.read(cookie).visit.token())
    }

    /// One request on a connection of its own.
    func ask(_ method: String, _ path: String, _ headers: [String] = [], body: [UInt8] = []) async -> HTTPAnswer? {
        let address = address
        return await apart {
            let client = HTTPClient(address)
            client.write(head(method, path, headers + (method == "POST" ? ["Content-Length: \(body.count)"] : [])))
            client.write(body)
            return client.read(isHead: method == "HEAD")
        }
    }

    static let routes = [
        Route(.get, "/", access: .anyone) { _ in .html(Array("<p>first page</p>".utf8)) },
        Route(
            .get, "/public", access: .anyone,
            immediate: { _ in
                Reply(
                    contentType: "text/plain", body: .shared(SharedBytes(Array("hot".utf8))),
                    caching: .revalidated(tag: "t1"))
            }
        ) { _ in throw Problem.notFound },
        Route(.get, "/mine", access: .may(.open)) { _ in .html(Array("secret".utf8)) },
        Route(.get, "/fails", access: .anyone) { _ in throw RouteConflict(method: .get, pattern: "a secret path") },
        Route(.get, "/slow", access: .anyone) { _ in
            try await Task.sleep(for: .milliseconds(1500))
            return .html(Array("slow but sure".utf8))
        },
        Route(.get, "/form", access: .anyone) { request in
            request.page(plainFrame("A form", request, request.formTokenField))
        },
        Route(.post, "/form", access: .anyone) { request in
            .html(Array("thank you, \(request.form["who"] ?? "nobody")".utf8))
        },
        Route(.get, "/away", access: .anyone) { request in .redirect(to: request.query["to"] ?? "/") },
        Route(.post, "/upload", access: .may(.open), body: .upload) { request in
            guard let file = request.form.file("workbook") else { return .html(Array("no file".utf8)) }
            let size = try FileManager.default.attributesOfItem(atPath: file.scratch.path)[.size] as? Int ?? -1
            return .html(Array("\(file.name) \(file.size) \(size) \(request.form["service"] ?? "")".utf8))
        },
    ]
}

extension Permission {
    static let open = Permission("open")
    static let other = Permission("other")
}

/// Knows two people: one who may open what is closed, and one who may not. For a third token it breaks down.
struct OneKey: Gatekeeper {
    static let token = String(repeating: "k", count: 43)
    static let others = String(repeating: "o", count: 43)
    static let broken = String(repeating: "b", count: 43)

    struct Breakdown: Error {}

    func person(holding token: String) async throws -> SignedIn? {
        switch token {
        case Self.token:
            SignedIn(id: "1", name: "Ann", session: "s1", organisation: nil, permissions: [.open])
        case Self.others:
            SignedIn(id: "2", name: "Ben", session: "s2", organisation: nil, permissions: [.other])
        case Self.broken: throw Breakdown()
        default: nil
        }
    }

    func program(holding token: String, from client: String) async throws -> TokenBearer? {
        switch token {
        case Self.token:
            TokenBearer(
                id: "t1", name: "Upload", organisation: SignedIn.Organisation(id: "1", name: "One"),
                permissions: [.open])
        case Self.others:
            TokenBearer(
                id: "t2", name: "Read", organisation: SignedIn.Organisation(id: "1", name: "One"),
                permissions: [.other])
        case Self.broken: throw Breakdown()
        case "often": throw Problem.tooManyTokens
        default: nil
        }
    }
}

func head(_ method: String, _ path: String, _ headers: [String] = []) -> String {
    "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n" + headers.map { $0 + "\r\n" }.joined() + "\r\n"
}

let plainFrame: Frame = { title, _, content in
    Document(title: title, styleSheet: .link("/style.css")) { content }
}

/// What was logged.
final class Lines: Sendable {
    private let held = Mutex<[String]>([])

    func append(_ line: String) { held.withLock { $0.append(line) } }

    var all: [String] { held.withLock { $0 } }
}
