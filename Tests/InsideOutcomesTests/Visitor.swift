import Configuration
import Drivers
import FoundationEssentials
import Imports
import Jobs
import Places
import StandIns
import Storage
import Synchronization
import Testing
import Words

@testable import InsideOutcomes
@testable import People
@testable import Web

/// An installation in a folder and a database of its own, of the kind that the test at hand is to use, asked as a browser asks, without the sockets between.
final class Visitor: Sendable {
    let installation: Installation
    let worker: StubWorker
    private let store: StoreUnderTest
    private let earlier: Visitor?
    private let log = Lines()

    /// - Parameter earlier: whose data folder is used again, as after a restart; it must be closed.
    /// - Parameter address: what people type to get here, where it is something else than what is listened on.
    /// - Parameter provider: the address of another site that people sign in with too.
    /// - Parameter other: one that is open, whose database a second server with a data folder of its own is to share. On a file
    ///   there is one folder for both.
    init(
        _ worker: StubWorker = StubWorker(.map()), after earlier: Visitor? = nil, beside other: Visitor? = nil,
        address: String? = nil, mail: String? = nil, provider: String? = nil, isReadOnly: Bool = false
    ) async throws {
        self.worker = worker
        self.earlier = earlier ?? other
        store = try self.earlier?.store ?? StoreUnderTest(.current)
        folder = other == nil || store.driver == .sqlite ? store.folder : store.folder + "/second"
        let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        var environment = [
            "OUTCOMES_DATA": folder, "OUTCOMES_HOME": home, "OUTCOMES_LISTEN": "127.0.0.1:0",
            "OUTCOMES_DATABASE": store.address, "OUTCOMES_DATABASE_OWNER": store.ownerAddress,
        ]
        environment["OUTCOMES_ADDRESS"] = address
        if other != nil { environment["OUTCOMES_KEY"] = store.folder + "/owner.key" }
        environment["OUTCOMES_MAIL"] = mail
        environment["OUTCOMES_SIGN_IN"] = provider
        environment["OUTCOMES_SIGN_IN_CLIENT"] = provider.map { _ in "inside-outcomes" }
        let settings = try Settings(environment: environment)
        let clock = Clock()
        installation = try await Installation(
            settings, isEmpty: true, isReadOnly: isReadOnly, clock: { clock.now }, worker: worker,
            write: { [log] in log.append($0) })
        self.clock = clock
        if !isReadOnly { await installation.services.jobs.start() }
    }

    let clock: Clock
    /// The token of whoever founded the place; its first organisation is the one that is asked for unless another is named.
    private let founder = Mutex<String?>(nil)

    let folder: String

    /// What the log holds.
    var logged: String { log.text }

    /// The names of the uploaded files that are there, in folders and in the store.
    var files: [String] {
        get async throws {
            let database = installation.services.database
            let kept = try await database.rows("SELECT job FROM job_file WHERE name = 'upload'") {
                try $0.column(0, as: String.self)
            }
            return kept
                + ["scratch", "uploads"].flatMap { name in
                    (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)")) ?? []
                }
        }
    }

    /// At most 20 s.
    func waitUntilNoFileIsLeft() async throws {
        for _ in 0..<2000 where try await files != [] { try await Task.sleep(for: .milliseconds(10)) }
        #expect(try await files == [])
    }

    /// How many uploaded files wait in the store.
    var waitingFiles: Int {
        get async throws {
            let place = installation.place.id
            return try await installation.services.files.count(
                "upload", place: place, in: installation.services.database)
        }
    }

    /// Leaves a file in the store that no job waits for.
    func leaveFile(of job: String) async throws {
        let services = installation.services
        try await services.files.keep(
            [1], as: "upload", of: job, place: installation.place.id, at: clock.now, in: services.database)
    }

    var copies: MarkedCopies { MarkedCopies(installation.services, place: installation.place.id) }

    func close() async { await installation.stop() }

    struct Answer {
        let status: Int
        let headers: [(name: String, value: String)]
        let text: String

        subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
        var location: String { self["Location"] ?? "" }
        /// The session that it begins.
        var sessionToken: String? {
            let parts = (self["Set-Cookie"] ?? "").split(separator: "=", maxSplits: 1)
            guard parts.count == 2, ["io-session", "__Host-io-session"].contains(parts[0]) else { return nil }
            return String(parts[1].prefix(43))
        }
    }

    /// - Parameters:
    ///   - form: the fields of a POST, sent with the token that the page's form would carry.
    ///   - type: of the body that is sent to an address for programs, and `text` that body.
    ///   - cookie: what the browser of a stranger keeps besides.
    ///   - host: under which name the site is asked for, where it isn't that of the first place.
    func ask(
        _ method: String, _ path: String, as who: Who = .founder, form: [String: String]? = nil, file: String? = nil,
        more: [(name: String, value: String)] = [], hasToken: Bool = true, type: String? = nil, text: String? = nil,
        host: String? = nil, remembering cookie: String? = nil
    ) async throws -> Answer {
        let site = installation.places.sites.site(at: host)
        // A stranger's visit is a cookie too, once they are shown a form.
        let secret = try await token(of: who) ?? String(repeating: "v", count: 43)
        let name = who == .stranger ? site.sessions.visitCookieName : site.sessions.cookieName
        // A browser sends all that it keeps in one line.
        let cookies = (who != .stranger || form != nil ? ["\(name)=\(secret)"] : []) + [cookie].compactMap { $0 }
        var headers = cookies.isEmpty ? [] : [("Cookie", cookies.joined(separator: "; "))]
        if case .program(let token) = who { headers = [("Authorization", "Bearer \(token)")] }
        var body: [UInt8] = []
        if path.hasPrefix("/api/"), method != "GET" {
            if hasToken, who != .stranger {
                headers.append(("Form-Token", site.sessions.read("\(name)=\(secret)").visit.token()))
            }
            if let type { headers.append(("Content-Type", type)) }
            body = Array((text ?? "").utf8)
            headers.append(("Content-Length", "\(body.count)"))
        } else if let form {
            var form = form
            if hasToken { form["form-token"] = site.sessions.read("\(name)=\(secret)").visit.token() }
            let parts = (form.map { (name: $0, value: $1) } + more).map { name, value in
                "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
            }
            let upload = file.map {
                "--b\r\nContent-Disposition: form-data; name=\"workbook\"; filename=\"\($0)\"\r\nContent-Type: text/plain\r\n\r\nbytes\r\n"
            }
            body = Array((parts.joined() + (upload ?? "") + "--b--\r\n").utf8)
            headers += [("Content-Type", "multipart/form-data; boundary=b"), ("Content-Length", "\(body.count)")]
        }
        let head = RequestHead(method: method, rawTarget: Array(path.utf8), headers: Headers(headers), client: "test")
        let opening: Opening
        do throws(Problem) {
            opening = site.open(head, as: try await site.reader(head))
        } catch {
            opening = site.refusal(error, head)
        }
        switch opening {
        case .reply(let outgoing, _): return answer(outgoing)
        case .run(let route, let request): return answer(await site.answer(route, request))
        case .read(let route, let request, var reader, _):
            do {
                try body.withUnsafeBytes { try reader.push($0) }
                return answer(await site.answer(route, try site.accept(try reader.finish(), for: request)))
            } catch let problem as FormProblem {
                return answer(site.outgoing(Problem(problem), to: request))
            } catch let problem as Problem {
                return answer(site.outgoing(problem, to: request))
            }
        }
    }

    /// Who asks.
    enum Who: Sendable, Equatable {
        case stranger
        case founder
        /// Whoever holds the token of a session.
        case holder(String)
        /// A program with its token.
        case program(String)
    }

    private func token(of who: Who) async throws -> String? {
        switch who {
        case .stranger, .program: return nil
        case .holder(let token): return token
        case .founder:
            if let token = founder.withLock({ $0 }) { return token }
            if let earlier { return try await earlier.token(of: .founder) }
            let token = try await found()
            founder.withLock { $0 = token }
            return token
        }
    }

    /// Founds the place, and gives the token of the founder's session. Without the form and its password, which would take most
    /// of the time of most tests; the browser's tests go through them.
    private func found() async throws -> String {
        let (services, people) = (installation.services, PeopleStore(place: installation.place.id))
        let person = try await FoundPlace(
            name: "Ann Founder", email: try #require(EmailAddress("ann@example.org")),
            organisation: Self.organisation, password: NewPassword(hash: "")
        ).run(in: people, services)
        return try await session(of: person)
    }

    /// Begins a session for somebody, and gives its token.
    func session(of person: Person) async throws -> String {
        let services = installation.services
        let request = Request(
            id: "1", method: .get, target: .root, headers: Headers([]), client: "test", reader: .stranger,
            catalogue: .english, visit: services.sessions.read(nil).visit)
        let begun = try await BegunSession(
            for: person, actingFor: nil, request, services, people: PeopleStore(place: installation.place.id),
            in: services.database)
        return begun.cookie.value
    }

    static let organisation = "First Aid for Gardens"
    static let password = "my dog is called bess"

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

    /// The identifier of the founder's organisation.
    func organisation() async throws -> String {
        _ = try await token(of: .founder)
        let all = try await OrganisationStore(place: installation.place.id).all(in: installation.services.database)
        return try #require(all.first { $0.name == Self.organisation }).id
    }

    /// The imports of the founder's organisation.
    func imports() async throws -> ImportStore {
        ImportStore(
            installation.services.database, place: installation.place.id, organisation: try await organisation())
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

/// Lines as they were written.
private final class Lines: Sendable {
    private let held = Mutex<[String]>([])

    var text: String { held.withLock { $0.joined(separator: "\n") } }

    func append(_ line: String) { held.withLock { $0.append(line) } }
}
