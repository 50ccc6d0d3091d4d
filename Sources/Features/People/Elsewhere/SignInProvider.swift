import CanonicalJSON
import Configuration
import Crypto
import FoundationEssentials
import Transfers
import Web

/// Another provider that people may sign in with, by OpenID Connect: what it says of itself is asked for once an hour.
actor SignInProvider {
    /// In seconds.
    private static let longestKnown: TimeInterval = 3600
    /// Its keys are asked for again no sooner than this, whoever names an unknown one.
    private static let shortestKnown: TimeInterval = 60

    enum Refusal: Error, Equatable {
        case unreachable(String)
        /// It says of itself what it may not, or what we can't use.
        case unsuitable(String)
        case token(IdentityToken.Refusal)
    }

    private struct Known {
        let authorize: String
        let token: String
        let keysAddress: String
        var keys: [JSON]
        let since: Date
        var keysSince: Date
    }

    nonisolated let settings: SignInSettings
    private let transfer: WebTransfer
    private let clock: @Sendable () -> Date
    private var known: Known?

    init(_ settings: SignInSettings, certificates: String?, clock: @escaping @Sendable () -> Date) {
        self.settings = settings
        transfer = WebTransfer(certificates: certificates)
        self.clock = clock
    }

    /// Where a browser is sent, with what it carries there.
    func address(for handover: Handover, back: String) async throws(Refusal) -> String {
        let known = try await discovered()
        let fields = [
            ("response_type", "code"), ("client_id", settings.client), ("redirect_uri", back),
            ("scope", "openid email profile"), ("state", handover.state), ("nonce", handover.nonce),
            ("code_challenge", base64URL(sha256(Array(handover.verifier.utf8)))), ("code_challenge_method", "S256"),
        ]
        return known.authorize + (known.authorize.contains("?") ? "&" : "?") + encoded(fields)
    }

    /// Exchanges the code that a browser brought back for the provider's word on who it is.
    func person(for code: String, _ handover: Handover, back: String) async throws(Refusal) -> IdentityToken {
        let known = try await discovered()
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", back),
            ("client_id", settings.client), ("code_verifier", handover.verifier),
        ]
        var headers: [String] = []
        if let secret = settings.secret {
            fields.removeAll { $0.0 == "client_id" }
            let pair = "\(settings.client.percentEncoded):\(secret.percentEncoded)"
            headers = ["Authorization: Basic \(Data(pair.utf8).base64EncodedString())"]
        }
        let answer = try await ask(known.token, form: encoded(fields), headers: headers)
        guard let token = answer["id_token"]?.stringValue else { throw .unsuitable("no id_token") }
        let expected = IdentityToken.Expected(
            issuer: settings.issuer, client: settings.client, nonce: handover.nonce, now: clock())
        do throws(IdentityToken.Refusal) {
            return try IdentityToken(token, keys: known.keys, expected)
        } catch {
            guard error == .key, clock().timeIntervalSince(known.keysSince) > Self.shortestKnown else {
                throw .token(error)
            }
        }
        // It may have new keys since.
        let keys = try await keys(at: known.keysAddress)
        self.known?.keys = keys
        self.known?.keysSince = clock()
        do { return try IdentityToken(token, keys: keys, expected) } catch { throw .token(error) }
    }

    private func discovered() async throws(Refusal) -> Known {
        let now = clock()
        if let known, now.timeIntervalSince(known.since) < Self.longestKnown { return known }
        let about = try await ask(settings.issuer + "/.well-known/openid-configuration")
        guard about["issuer"]?.stringValue == settings.issuer else { throw .unsuitable("another issuer") }
        guard let authorize = about["authorization_endpoint"]?.stringValue,
            let token = about["token_endpoint"]?.stringValue,
            let keysAddress = about["jwks_uri"]?.stringValue,
            [authorize, token, keysAddress].allSatisfy(SignInSettings.isPrivate)
        else { throw .unsuitable("an address that is missing or not private") }
        let found = Known(
            authorize: authorize, token: token, keysAddress: keysAddress, keys: try await keys(at: keysAddress),
            since: now, keysSince: now)
        known = found
        return found
    }

    private func keys(at address: String) async throws(Refusal) -> [JSON] {
        guard let keys = try await ask(address)["keys"]?.arrayValue, keys.count <= 50 else {
            throw .unsuitable("no keys")
        }
        return keys
    }

    private func ask(_ address: String, form: String? = nil, headers: [String] = []) async throws(Refusal) -> JSON {
        let bytes: [UInt8]
        do { bytes = try await transfer.ask(address, form: form, headers: headers) } catch {
            throw .unreachable(error.reason)
        }
        do { return try JSON(parsing: bytes) } catch { throw .unsuitable("an answer that is no JSON") }
    }
}

private func encoded(_ fields: [(String, String)]) -> String {
    fields.map { "\($0.percentEncoded)=\($1.percentEncoded)" }.joined(separator: "&")
}
