import Crypto
import FoundationEssentials
import Web

/// What is remembered of a browser that we send to another provider, in a sealed cookie of its own: so that only that browser can come
/// back, once, within ten minutes, with an answer to the question that it was sent with.
struct Handover: Sendable, Equatable {
    private static let lifetime = 600

    let state: String
    let nonce: String
    let verifier: String
    let then: String
    private let ends: Int

    init(then: String, at now: Date, _ randomness: Randomness) {
        state = RandomIdentifier.secret(from: randomness)
        nonce = RandomIdentifier.secret(from: randomness)
        verifier = RandomIdentifier.secret(from: randomness)
        self.then = String(then.prefix(1_500))
        ends = Int(now.timeIntervalSince1970) + Self.lifetime
    }

    /// Nil where there is no such cookie, it wasn't sealed by us, or its time is over.
    init?(_ request: Request, isSecure: Bool, _ key: OwnerKey, at now: Date) {
        let name = Self.cookieName(isSecure) + "="
        let cookies = (request.headers["Cookie"] ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
        guard let value = cookies.first(where: { $0.hasPrefix(name) })?.dropFirst(name.count),
            let sealed = bytes(base64URL: String(value)), let opened = Sealing.open(sealed, key: Self.key(key))
        else { return nil }
        let parts = String(decoding: opened, as: UTF8.self).split(
            separator: "\n", maxSplits: 4, omittingEmptySubsequences: false
        ).map(String.init)
        guard parts.count == 5, let ends = Int(parts[3]), Double(ends) > now.timeIntervalSince1970 else { return nil }
        (state, nonce, verifier, then) = (parts[0], parts[1], parts[2], parts[4])
        self.ends = ends
    }

    func cookie(isSecure: Bool, _ key: OwnerKey) -> SetCookie {
        let text = [state, nonce, verifier, "\(ends)", then].joined(separator: "\n")
        return SetCookie(
            name: Self.cookieName(isSecure), value: base64URL(Sealing.seal(Array(text.utf8), key: Self.key(key))),
            isSecure: isSecure, maxAge: Self.lifetime)
    }

    static func end(isSecure: Bool) -> SetCookie {
        SetCookie(name: cookieName(isSecure), value: "", isSecure: isSecure, maxAge: 0)
    }

    func admits(_ state: String) -> Bool { equalInConstantTime(Array(state.utf8), Array(self.state.utf8)) }

    private static func cookieName(_ isSecure: Bool) -> String { isSecure ? "__Host-io-handover" : "io-handover" }
    private static func key(_ key: OwnerKey) -> [UInt8] { key.derived(for: "handover") }
}
