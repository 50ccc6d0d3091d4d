package import Crypto
package import FoundationEssentials

/// Knows the owner's browser by its cookie, and makes the tokens that tie a form to the browser that it was shown in.
///
/// A cookie is `expiry.random.mac`: the server keeps nothing, and nobody can make one without the owner's key.
package struct Sessions: Sendable {
    /// 90 days, in seconds.
    package static let lifetime = 90 * 86_400

    package let cookieName: String
    let visitCookieName: String
    let isSecure: Bool
    private let sessionKey: [UInt8]
    private let formKey: [UInt8]
    private let clock: @Sendable () -> Date
    private let randomness: Randomness

    /// - Parameter isSecure: whether people reach us through TLS. The cookie's name then binds it to this very host.
    package init(
        key: OwnerKey, isSecure: Bool, clock: @escaping @Sendable () -> Date,
        randomness: @escaping Randomness = randomBytes
    ) {
        self.isSecure = isSecure
        cookieName = isSecure ? "__Host-io-session" : "io-session"
        visitCookieName = isSecure ? "__Host-io-visit" : "io-visit"
        sessionKey = key.derived(for: "session")
        formKey = key.derived(for: "form")
        self.clock = clock
        self.randomness = randomness
    }

    /// The cookie that makes a browser the owner's.
    package func begin() -> SetCookie {
        let body = "\(now + Self.lifetime).\(base64URL(randomness(16)))"
        return SetCookie(
            name: cookieName, value: "\(body).\(mac(body, sessionKey))", isSecure: isSecure, maxAge: Self.lifetime)
    }

    /// The cookie that makes it a stranger's again.
    package func end() -> SetCookie { SetCookie(name: cookieName, value: "", isSecure: isSecure, maxAge: 0) }

    /// Who asks, by the `Cookie` header, and the visit that their forms belong to.
    func read(_ header: String?) -> (reader: Reader, visit: Visit) {
        guard let header else { return (.stranger, Visit(secret: nil, sessions: self)) }
        if let session = cookie(cookieName, in: header), isValid(session) {
            return (.owner, Visit(secret: session, sessions: self))
        }
        let secret = cookie(visitCookieName, in: header).flatMap { $0.utf8.count == 43 ? $0 : nil }
        return (.stranger, Visit(secret: secret, sessions: self))
    }

    func formToken(_ secret: String) -> String { mac(secret, formKey) }

    func newVisit() -> String { base64URL(randomness(32)) }

    private var now: Int { Int(clock().timeIntervalSince1970) }

    private func isValid(_ session: String) -> Bool {
        let pieces = session.split(separator: ".", omittingEmptySubsequences: false)
        guard pieces.count == 3, session.utf8.count <= 120, let expiry = Int(pieces[0]) else { return false }
        let expected = mac("\(pieces[0]).\(pieces[1])", sessionKey)
        return equalInConstantTime(Array(pieces[2].utf8), Array(expected.utf8)) && now < expiry
    }

    private func mac(_ text: String, _ key: [UInt8]) -> String { base64URL(keyedHash(Array(text.utf8), key: key)) }
}
