import Configuration
import FoundationEssentials
import HTML
import Testing
import Words

@testable import Places
@testable import Web

@Suite struct OwnerTests {
    private let owner: Owner
    private let frame: Frame

    init() {
        let key = OwnerKey(secret: Array(0..<32))
        owner = Owner(
            key: key,
            sessions: Sessions(key: key, isSecure: false, clock: { Date(timeIntervalSince1970: 1_800_000_000) }))
        frame = { title, _, content in Document(title: title, styleSheet: .link("/style.css")) { content } }
    }

    private func request(_ path: String, cookie: String? = nil) throws -> Request {
        let session = owner.sessions.read(cookie)
        return Request(
            id: "1", method: .get, target: try #require(RequestTarget(path.utf8)), headers: Headers([]), client: "",
            reader: session.reader, catalogue: .english, visit: session.visit)
    }

    private func answer(_ pattern: String, _ request: Request) async throws -> Reply {
        let route = try #require(owner.routes(frame: frame, home: "/").first { $0.pattern == pattern })
        return try await route.handler(request)
    }

    private func text(_ reply: Reply) -> String {
        if case .bytes(let bytes) = reply.body { String(decoding: bytes, as: UTF8.self) } else { "" }
    }

    @Test func `the printed link makes a browser the owner's and takes the key out of sight`() async throws {
        let link = owner.link(at: SiteAddress(.standard))
        #expect(link.hasPrefix("http://127.0.0.1:8080/owner?key="))
        let reply = try await answer("/owner", request(String(link.dropFirst("http://127.0.0.1:8080".count))))
        #expect(reply.status == 303)
        #expect(reply.headers.map(\.value) == ["/"])
        let cookie = try #require(reply.cookies.first)
        #expect(try request("/", cookie: "\(cookie.name)=\(cookie.value)").reader == .owner)
    }

    @Test(arguments: ["", "wrong", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"])
    func `a wrong key opens nothing`(key: String) async throws {
        let request = try request("/owner?key=\(key)")
        await #expect(throws: Problem.wrongOwnerLink) { try await answer("/owner", request) }
    }

    @Test func `without a key the page says who the browser belongs to`() async throws {
        let stranger = try await answer("/owner", request("/owner"))
        #expect(text(stranger).contains("Are you the owner?"))
        #expect(!text(stranger).contains("Sign out"))
        let cookie = owner.sessions.begin()
        let known = try await answer("/owner", request("/owner", cookie: "\(cookie.name)=\(cookie.value)"))
        #expect(text(known).contains("You are the owner"))
        #expect(text(known).contains("name=\"form-token\""))
        #expect(text(known).contains("Sign out"))
    }

    @Test func `signing out takes the cookie away, and only the owner can`() async throws {
        let reply = try await answer("/owner/sign-out", request("/"))
        #expect(reply.cookies.first?.maxAge == 0)
        #expect(owner.routes(frame: frame, home: "/").first { $0.pattern == OwnerPath.signOut.url }?.access == .owner)
    }

    @Test func `the handbook has the refusal's code`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOfFile: root.path + "/docs/error-codes.md", encoding: .utf8)
        #expect(page.contains("| \(Problem.wrongOwnerLink.code) |"))
    }
}
