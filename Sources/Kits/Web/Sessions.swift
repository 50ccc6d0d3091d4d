package import Crypto

/// The cookies by which a browser is known, and the tokens that tie a form to the browser that it was shown in.
///
/// A session's cookie holds a random token and nothing else: what it opens, and until when, is the gatekeeper's to say.
package struct Sessions: Sendable {
    /// 90 days, in seconds.
    package static let lifetime = 90 * 86_400
    /// 32 random bytes as base64url.
    private static let tokenLength = 43

    package let cookieName: String
    let visitCookieName: String
    let isSecure: Bool
    private let formKey: [UInt8]
    private let randomness: Randomness

    /// - Parameter isSecure: whether people reach us through TLS. The cookie's name then binds it to this very host.
    package init(key: OwnerKey, isSecure: Bool, randomness: @escaping Randomness = randomBytes) {
        self.isSecure = isSecure
        cookieName = isSecure ? "__Host-io-session" : "io-session"
        visitCookieName = isSecure ? "__Host-io-visit" : "io-visit"
        formKey = key.derived(for: "form")
        self.randomness = randomness
    }

    /// A secret for a new session.
    package func newToken() -> String { base64URL(randomness(32)) }

    /// The cookie that carries a session's token.
    package func begin(_ token: String) -> SetCookie {
        SetCookie(name: cookieName, value: token, isSecure: isSecure, maxAge: Self.lifetime)
    }

    /// The cookie that makes the browser a stranger's again.
    package func end() -> SetCookie { SetCookie(name: cookieName, value: "", isSecure: isSecure, maxAge: 0) }

    /// The session's token in the `Cookie` header, if it holds anything that could be one, and the visit that the
    /// browser's forms belong to.
    package func read(_ header: String?) -> (token: String?, visit: Visit) {
        guard let header else { return (nil, Visit(secret: nil, sessions: self)) }
        if let token = secret(cookieName, in: header) { return (token, Visit(secret: token, sessions: self)) }
        return (nil, Visit(secret: secret(visitCookieName, in: header), sessions: self))
    }

    func formToken(_ secret: String) -> String { base64URL(keyedHash(Array(secret.utf8), key: formKey)) }

    private func secret(_ name: String, in header: String) -> String? {
        cookie(name, in: header).flatMap { $0.utf8.count == Self.tokenLength ? $0 : nil }
    }
}
