import FoundationEssentials
import Glibc
import Synchronization
import Testing

@testable import Web

@Suite struct SessionTests {
    private let key = OwnerKey(secret: Array(0..<32))

    private func sessions(_ key: OwnerKey? = nil, isSecure: Bool = false) -> Sessions {
        Sessions(key: key ?? self.key, isSecure: isSecure)
    }

    private func header(_ cookie: SetCookie) -> String { "other=1; \(cookie.name)=\(cookie.value); io-session2=x" }

    private func begin() -> SetCookie { sessions().begin(sessions().newToken()) }

    @Test func `the cookie carries the token and can't be read by scripts or sent from elsewhere`() {
        let token = sessions().newToken()
        #expect(sessions().newToken() != token)
        let cookie = sessions().begin(token)
        #expect(sessions().read(header(cookie)).token == token)
        #expect(cookie.header.contains("; HttpOnly; SameSite=Lax"))
        #expect(!cookie.header.contains("Secure"))
        let secure = sessions(isSecure: true).begin(token)
        #expect(secure.header.hasPrefix("__Host-io-session=\(token); Path=/;"))
        #expect(secure.header.contains("; Secure"))
        #expect(sessions(isSecure: true).read(header(cookie)).token == nil)
    }

    @Test(arguments: ["", ".", "short", String(repeating: "a", count: 42), String(repeating: "a", count: 44)])
    func `what can't be a token is none`(value: String) {
        #expect(sessions().read("io-session=\(value)").token == nil)
        #expect(sessions().read(nil).token == nil)
    }

    @Test func `a form's token belongs to one browser`() {
        let owner = header(begin())
        let token = sessions().read(owner).visit.token()
        #expect(!sessions(OwnerKey(secret: Array(1...32))).read(owner).visit.admits(token))
        #expect(sessions().read(owner).visit.admits(token))
        #expect(!sessions().read(owner).visit.admits(nil))
        #expect(!sessions().read(owner).visit.admits(""))
        #expect(!sessions().read(header(begin())).visit.admits(token))
        #expect(!sessions().read(nil).visit.admits(token))
    }

    @Test func `a stranger gets a cookie with the first form, and only then`() throws {
        let visit = sessions().read(nil).visit
        #expect(visit.newCookie == nil)
        let token = visit.token()
        #expect(visit.token() == token)
        let cookie = try #require(visit.newCookie)
        let next = sessions().read("\(cookie.name)=\(cookie.value)").visit
        #expect(next.admits(token))
        #expect(next.token() == token)
        #expect(next.newCookie == nil)
    }

    @Test func `the owner's key is made once, for this user's eyes, and read again`() throws {
        let path = FileManager.default.temporaryDirectory.path + "/owner-\(UInt64.random(in: 0 ... .max)).key"
        defer { unlink(path) }
        let made = try OwnerKey(keptAt: path)
        #expect(try OwnerKey(keptAt: path).linkKey == made.linkKey)
        #expect(made.linkKey.count == 43)
        #expect(made.admits(linkKey: made.linkKey))
        #expect(!made.admits(linkKey: ""))
        #expect(!made.admits(linkKey: String(made.linkKey.dropLast())))
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        chmod(path, 0o644)
        #expect(throws: OwnerKeyError.openToOthers(path: path)) { try OwnerKey(keptAt: path) }
        chmod(path, 0o600)
        try "short".write(toFile: path, atomically: false, encoding: .utf8)
        #expect(throws: OwnerKeyError.damaged(path: path)) { try OwnerKey(keptAt: path) }
        #expect(throws: OwnerKeyError.unwritable(path: "/nowhere/owner.key")) {
            try OwnerKey(keptAt: "/nowhere/owner.key")
        }
    }

    @Test func `two starts at once make one key`() async throws {
        let path = FileManager.default.temporaryDirectory.path + "/owner-\(UInt64.random(in: 0 ... .max)).key"
        defer { unlink(path) }
        let keys = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<8 { group.addTask { try OwnerKey(keptAt: path).linkKey } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(keys.count == 1)
    }
}
