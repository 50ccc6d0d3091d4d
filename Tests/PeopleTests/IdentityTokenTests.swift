import CanonicalJSON
import FoundationEssentials
import Testing

@testable import People

/// The tokens and keys of the fixture were made with `openssl genrsa` and `openssl dgst -sha256 -sign`.
@Suite struct IdentityTokenTests {
    private let fixture: JSON

    init() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().path + "/Fixtures/tokens.json"
        fixture = try JSON(parsing: [UInt8](Data(contentsOf: URL(filePath: path))))
    }

    private func read(_ name: String) throws(IdentityToken.Refusal) -> IdentityToken {
        let expected = IdentityToken.Expected(
            issuer: "https://id.example.org", client: "outcomes", nonce: "the nonce",
            now: Date(timeIntervalSince1970: 1_800_000_000))
        let keys = fixture["keys"]?.arrayValue ?? []
        return try IdentityToken(fixture["tokens"]?[name]?.stringValue ?? "", keys: keys, expected)
    }

    @Test(arguments: ["right", "right for several"])
    func `a token that fits says who it is`(name: String) throws {
        let token = try read(name)
        #expect(token.subject == "s-1" && token.email?.text == "ben@example.org" && token.name == "Ben")
    }

    @Test(arguments: ["unverified", "verified in words"])
    func `an address counts only where the provider has made sure of it`(name: String) throws {
        #expect(try read(name).email == nil)
    }

    @Test(arguments: [
        ("changed", IdentityToken.Refusal.signature), ("unsigned", .algorithm),
        ("signed with the public key", .algorithm), ("signed by another of the keys", .signature), ("weak key", .key),
        ("unknown key", .key), ("other nonce", .nonce), ("no nonce", .nonce), ("other issuer", .issuer),
        ("other audience", .audience), ("several without a party", .audience), ("another party", .audience),
        ("over", .time), ("from the future", .time), ("no end", .time), ("no subject", .malformed),
        ("cut short", .malformed), ("none of these", .malformed),
    ])
    func `every other token is refused`(name: String, refusal: IdentityToken.Refusal) {
        #expect(throws: refusal) { try read(name) }
    }
}
