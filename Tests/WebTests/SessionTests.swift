import FoundationEssentials
import Glibc
import Synchronization
import Testing

@testable import Web

@Suite struct SessionTests {
    private let key = OwnerKey(secret: Array(0..<32))

    private func sessions(_ key: OwnerKey? = nil, now: Double = 1_800_000_000) -> Sessions {
        Sessions(key: key ?? self.key, isSecure: false, clock: { Date(timeIntervalSince1970: now) })
    }

    private func header(_ cookie: SetCookie) -> String { "other=1; \(cookie.name)=\(cookie.value); io-session2=x" }

    @Test func `the browser that was given the cookie is the owner's, until it runs out`() {
        let cookie = sessions().begin()
        #expect(sessions().read(header(cookie)).reader == .owner)
        let lifetime = Double(Sessions.lifetime)
        #expect(sessions(now: 1_800_000_000 + lifetime - 1).read(header(cookie)).reader == .owner)
        #expect(sessions(now: 1_800_000_000 + lifetime).read(header(cookie)).reader == .stranger)
        #expect(cookie.header.contains("; HttpOnly; SameSite=Lax"))
    }

    @Test func `a cookie that is changed, cut or made with another key is a stranger's`() {
        let cookie = sessions().begin()
        for index in cookie.value.indices {
            var value = cookie.value
            value.replaceSubrange(index...index, with: value[index] == "A" ? "B" : "A")
            #expect(sessions().read("io-session=\(value)").reader == .stranger)
            #expect(sessions().read("io-session=\(cookie.value[..<index])").reader == .stranger)
        }
        #expect(sessions(OwnerKey(secret: Array(1...32))).read(header(cookie)).reader == .stranger)
        for value in ["", ".", "..", "...", "9999999999..", "9999999999999999999999.a.b", "-1.a.b"] {
            #expect(sessions().read("io-session=\(value)").reader == .stranger)
        }
        #expect(sessions().read(nil).reader == .stranger)
    }

    @Test func `a form's token belongs to one browser`() {
        let owner = header(sessions().begin())
        let token = sessions().read(owner).visit.token()
        #expect(sessions().read(owner).visit.admits(token))
        #expect(!sessions().read(owner).visit.admits(nil))
        #expect(!sessions().read(owner).visit.admits(""))
        #expect(!sessions().read(header(sessions().begin())).visit.admits(token))
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
