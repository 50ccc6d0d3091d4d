import Testing

@testable import Web

@Suite struct RouterTests {
    private func route(_ method: Method, _ pattern: String, access: Access = .anyone) -> Route {
        Route(method, pattern, access: access) { _ in .html(Array(pattern.utf8)) }
    }

    private func match(_ router: Router, _ method: Method, _ path: String) -> String {
        guard let target = RequestTarget(path.utf8) else { return "refused" }
        return switch router.match(method, target.segments) {
        case .found(let route, let parameters):
            ([route.pattern] + parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }).joined(
                separator: " ")
        case .otherMethod(let allowed): "only " + allowed.map(\.rawValue).joined(separator: ", ")
        case .none: "none"
        }
    }

    @Test func `a request finds the route of its address and method`() throws {
        let router = try Router([
            route(.get, "/"), route(.get, "/accounts/:id"), route(.post, "/accounts/:id/publish"),
            route(.get, "/accounts/new"),
            route(.get, "/accounts/:id/files/:name"),
        ])
        #expect(match(router, .get, "/") == "/")
        #expect(match(router, .get, "/accounts/new") == "/accounts/new")
        #expect(match(router, .get, "/accounts/%C3%A9t%C3%A9") == "/accounts/:id id=été")
        #expect(match(router, .get, "/accounts/new/files/a.pdf") == "/accounts/:id/files/:name id=new name=a.pdf")
        #expect(match(router, .get, "/accounts/7/publish") == "only POST")
        #expect(match(router, .get, "/accounts") == "none")
        #expect(match(router, .get, "/accounts/7/8") == "none")
    }

    @Test func `two routes for one address are refused`() {
        #expect(throws: RouteConflict(method: .get, pattern: "/a/:id")) {
            try Router([route(.get, "/a/:id"), route(.get, "/a/:id")])
        }
        #expect(throws: RouteConflict(method: .get, pattern: "/a/:other/b")) {
            try Router([route(.get, "/a/:id"), route(.get, "/a/:other/b")])
        }
        #expect(throws: RouteConflict(method: .get, pattern: "a")) { try Router([route(.get, "a")]) }
    }

    @Test(arguments: [
        "", "a", "*", "http://a/", "//", "/a//b", "/.", "/../etc/passwd", "/%2e%2e/etc/passwd", "/a/%2E", "/%", "/%4",
        "/%zz",
        "/a%00b", "/a%0d%0aSet-Cookie:x", "/%ff", "/%c0%af", "/%ed%a0%80", "/a b", "/é", "/?a=%", "/?a=%ff", "/?a=%00",
    ])
    func `an address that isn't well formed is refused`(path: String) {
        #expect(RequestTarget(path.utf8) == nil)
    }

    @Test func `a query is decoded, and may repeat a name`() throws {
        let target = try #require(RequestTarget("/a/?x=1+2&x=%26&y&=z".utf8))
        #expect(target.hasTrailingSlash)
        #expect(target.segments == ["a"])
        #expect(target.query.all("x") == ["1 2", "&"])
        #expect(target.query["y"] == "")
        #expect(target.query[""] == "z")
    }

    @Test func `random bytes are taken or refused, never worse, and what is taken holds no control character`() {
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("/%?&=+.:;aF0\u{0}\r\n".utf8) + [0xC3, 0xA9, 0xFF, 0x7F]
        for _ in 0..<5000 {
            let bytes =
                [UInt8(ascii: "/")]
                + (0..<Int.random(in: 0...24, using: &random)).map { _ in alphabet.randomElement() ?? 0 }
            guard let target = RequestTarget(bytes) else { continue }
            #expect(
                target.segments.allSatisfy { piece in !piece.unicodeScalars.contains { $0.value < 32 } && piece != ".."
                })
        }
    }
}
