import Crypto
import FoundationEssentials
import Web

/// A sign-in of which the password was right and the code is still to come. It travels, sealed, in the form that asks for the code: no
/// session exists until that is right too.
struct HalfSignIn: Sendable, Equatable {
    /// Ten minutes, in seconds.
    static let lifetime: TimeInterval = 600

    let person: String
    /// Of what was kept of the password then: a new one ends it.
    let stamp: String
    let expires: Date

    init(person: String, passwordHash: String?, at now: Date) {
        self.person = person
        stamp = Self.stamp(of: passwordHash)
        expires = now.addingTimeInterval(Self.lifetime)
    }

    /// Nil where it wasn't sealed by us, or its time is over.
    init?(_ text: String, _ key: OwnerKey, at now: Date) {
        guard let sealed = bytes(base64URL: text), let opened = Sealing.open(sealed, key: Self.key(key)) else {
            return nil
        }
        let parts = String(decoding: opened, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, let seconds = Int(parts[2]) else { return nil }
        (person, stamp) = (String(parts[0]), String(parts[1]))
        expires = Date(timeIntervalSince1970: Double(seconds))
        guard expires > now else { return nil }
    }

    func sealed(_ key: OwnerKey) -> String {
        let text = "\(person) \(stamp) \(Int(expires.timeIntervalSince1970))"
        return base64URL(Sealing.seal(Array(text.utf8), key: Self.key(key)))
    }

    func isStill(_ passwordHash: String?) -> Bool { stamp == Self.stamp(of: passwordHash) }

    private static func stamp(of passwordHash: String?) -> String { hex(sha256(Array((passwordHash ?? "").utf8))) }
    private static func key(_ key: OwnerKey) -> [UInt8] { key.derived(for: "half a sign-in") }
}
