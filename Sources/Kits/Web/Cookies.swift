/// A cookie to be set; always HttpOnly, SameSite=Lax and for the whole site.
package struct SetCookie: Sendable, Equatable {
    package let name: String
    package let value: String
    package let isSecure: Bool
    /// Seconds; nil lasts until the browser closes, 0 takes the cookie away.
    package let maxAge: Int?

    package init(name: String, value: String, isSecure: Bool, maxAge: Int?) {
        self.name = name
        self.value = value
        self.isSecure = isSecure
        self.maxAge = maxAge
    }

    var header: String {
        let age = maxAge.map { "; Max-Age=\($0)" } ?? ""
        return "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "") + age
    }
}

/// The value of one cookie in a `Cookie` header, the first where it comes twice.
func cookie(_ name: String, in header: String) -> String? {
    for piece in header.utf8.split(separator: UInt8(ascii: ";")) {
        let trimmed = piece.drop { $0 == UInt8(ascii: " ") }
        let rest = trimmed.dropFirst(name.utf8.count)
        if rest.first == UInt8(ascii: "="), trimmed.starts(with: name.utf8) { return String(rest.dropFirst()) }
    }
    return nil
}

extension Request {
    /// What the browser keeps for us under this name, if anything.
    package func remembered(_ name: String) -> String? { headers["Cookie"].flatMap { cookie(name, in: $0) } }
}
