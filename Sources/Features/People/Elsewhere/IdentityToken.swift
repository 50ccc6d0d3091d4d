import CanonicalJSON
import Crypto
import FoundationEssentials

/// Who somebody is, as another provider says and signs (OpenID Connect Core 1.0, section 3.1.3.7). Only RS256 is taken, whatever the
/// token asks for.
struct IdentityToken: Sendable, Equatable {
    /// Why a token is not taken: for the log, never for the page.
    enum Refusal: String, Error {
        case malformed, algorithm, key, signature, issuer, audience, nonce, time
    }

    /// Clocks may differ by so much, in seconds.
    private static let tolerance = 120.0

    let subject: String
    /// Nil unless the provider says that it has made sure of it.
    let email: EmailAddress?
    let name: String?

    /// What a token is compared with.
    struct Expected: Sendable {
        let issuer: String
        let client: String
        let nonce: String
        let now: Date
    }

    /// - Parameter keys: the provider's, as JSON Web Keys.
    init(_ token: String, keys: [JSON], _ expected: Expected) throws(Refusal) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, token.utf8.count < 20_000, let head = Self.json(parts[0]),
            let claims = Self.json(parts[1]), let signature = bytes(base64URL: parts[2])
        else { throw .malformed }
        guard head["alg"]?.stringValue == "RS256" else { throw .algorithm }
        let key = try Self.key(named: head["kid"]?.stringValue, among: keys)
        guard key.verifies(signature, of: Array("\(parts[0]).\(parts[1])".utf8)) else { throw .signature }
        try Self.check(claims, expected)
        guard let subject = claims["sub"]?.stringValue, !subject.isEmpty, subject.utf8.count <= 255 else {
            throw .malformed
        }
        self.subject = subject
        email = claims["email_verified"] == .bool(true) ? claims["email"]?.stringValue.flatMap(EmailAddress.init) : nil
        name = claims["name"]?.stringValue
    }

    private static func check(_ claims: JSON, _ expected: Expected) throws(Refusal) {
        guard claims["iss"]?.stringValue == expected.issuer else { throw .issuer }
        let audience = claims["aud"]?.stringValue.map { [$0] } ?? claims["aud"]?.arrayValue?.compactMap(\.stringValue)
        guard let audience, audience.contains(expected.client) else { throw .audience }
        if let party = claims["azp"]?.stringValue, party != expected.client { throw .audience }
        guard audience.count == 1 || claims["azp"] != nil else { throw .audience }
        let nonce = claims["nonce"]?.stringValue ?? ""
        guard equalInConstantTime(Array(nonce.utf8), Array(expected.nonce.utf8)) else { throw .nonce }
        let now = expected.now.timeIntervalSince1970
        guard let ends = claims["exp"]?.numberValue, ends > now - tolerance,
            let made = claims["iat"]?.numberValue, made < now + tolerance
        else { throw .time }
    }

    private static func key(named name: String?, among keys: [JSON]) throws(Refusal) -> RSAKey {
        let fitting = keys.filter { key in
            key["kty"]?.stringValue == "RSA" && (key["use"] ?? "sig") == "sig"
                && (name == nil || key["kid"]?.stringValue == name)
        }
        // Without a name there must be no choice.
        guard fitting.count == 1, let modulus = fitting[0]["n"]?.stringValue.flatMap(bytes(base64URL:)),
            let exponent = fitting[0]["e"]?.stringValue.flatMap(bytes(base64URL:)),
            let key = RSAKey(modulus: modulus, exponent: exponent)
        else { throw .key }
        return key
    }

    private static func json(_ part: String) -> JSON? {
        guard let bytes = bytes(base64URL: part) else { return nil }
        return try? JSON(parsing: bytes)
    }
}
