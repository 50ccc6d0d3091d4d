import CanonicalJSON
import Crypto
import FoundationEssentials

/// A person wants another e-mail address. What is asked for travels in the link to the new address, sealed: nothing of it is kept, and the
/// link is good for as long as the person has the address and the password that they had when they asked.
struct AddressChange: Sendable, Equatable {
    /// A day, in seconds.
    static let lifetime: TimeInterval = 86_400

    let person: String
    let earlier: EmailAddress
    let new: EmailAddress
    /// SHA-256 of what is kept of the password.
    let password: String
    let asked: Date

    init(person: Person, new: EmailAddress, hash: String?, asked: Date) {
        self.person = person.id
        earlier = person.email
        self.new = new
        password = Self.digest(hash)
        self.asked = asked
    }

    /// The key of a link; nil for anything that ``key(_:randomness:)`` didn't make, or that is too old.
    init?(key text: String, _ key: [UInt8], at now: Date) {
        guard let sealed = bytes(base64URL: text), let opened = Sealing.open(sealed, key: key),
            let json = try? JSON(parsing: opened), let person = json["person"]?.stringValue,
            let earlier = json["earlier"]?.stringValue.flatMap(EmailAddress.init),
            let new = json["new"]?.stringValue.flatMap(EmailAddress.init),
            let password = json["password"]?.stringValue, let asked = json["asked"]?.numberValue
        else { return nil }
        self.person = person
        self.earlier = earlier
        self.new = new
        self.password = password
        self.asked = Date(timeIntervalSince1970: asked)
        guard abs(now.timeIntervalSince(self.asked)) < Self.lifetime else { return nil }
    }

    func key(_ key: [UInt8], randomness: Randomness) -> String {
        let json: JSON = [
            "person": .string(person), "earlier": .string(earlier.text), "new": .string(new.text),
            "password": .string(password), "asked": .number(asked.timeIntervalSince1970),
        ]
        return base64URL(Sealing.seal(json.canonical, key: key, randomness: randomness))
    }

    func isOf(_ person: Person, hash: String?) -> Bool {
        person.id == self.person && person.email == earlier && Self.digest(hash) == password
    }

    private static func digest(_ hash: String?) -> String { hex(sha256(Array((hash ?? "").utf8))) }
}
