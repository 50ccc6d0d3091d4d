/// The address of the server that mail goes out through. It may hold a password, so it is shown without one.
package struct MailServer: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// How the way there is kept from being read.
    package enum Encryption: Sendable, Equatable {
        /// It begins in the open and turns to TLS before anything is said; a server that can't is not used.
        case startTLS
        /// TLS from the first byte.
        case tls
        /// None: only to this very machine.
        case none
    }

    /// A name, or an IP address without brackets.
    package let host: String
    package let port: UInt16
    package let encryption: Encryption
    /// Nil where the server asks for no name.
    package let user: String?
    package let password: String?
    private let isIPv6: Bool

    /// Reads `smtp://user:password@mail.example.org:587` or `smtps://…:465`. Signs that mean something in an address are written
    /// as `%40`. Without encryption, `smtp://127.0.0.1:25?tls=off`, only to this machine.
    package init?(_ text: String) {
        guard text.utf8.count <= 2000, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        var rest: Substring
        let isTLS = text.hasPrefix("smtps://")
        if isTLS {
            rest = text.dropFirst(8)
        } else if text.hasPrefix("smtp://") {
            rest = text.dropFirst(7)
        } else {
            return nil
        }
        let isOpen = rest.hasSuffix("?tls=off") && !isTLS
        if isOpen { rest = rest.dropLast(8) }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        let sides = rest.split(separator: "@", omittingEmptySubsequences: false)
        guard let authority = sides.last, sides.count <= 2 else { return nil }
        if sides.count == 2 {
            let parts = sides[0].split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let user = Self.plain(parts[0]), let password = Self.plain(parts[1]) else {
                return nil
            }
            (self.user, self.password) = (user, password)
        } else {
            (user, password) = (nil, nil)
        }
        isIPv6 = authority.hasPrefix("[")
        guard let (host, port) = Self.hostAndPort(authority, otherwise: isTLS ? 465 : 587) else { return nil }
        (self.host, self.port) = (host, port)
        encryption = isTLS ? .tls : isOpen ? .none : .startTLS
        if isOpen, host != "localhost", ListenAddress(isIPv6 ? "[\(host)]:0" : "\(host):0")?.isLoopback != true {
            return nil
        }
    }

    private static func hostAndPort(_ authority: Substring, otherwise standard: UInt16) -> (String, UInt16)? {
        var host = authority
        var port: UInt16? = standard
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[authority.index(after: authority.startIndex)..<end]
            let rest = authority[authority.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
            if !rest.isEmpty { port = UInt16(rest.dropFirst()) }
            guard host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else { return nil }
        } else if let colon = authority.firstIndex(of: ":") {
            host = authority[..<colon]
            port = UInt16(authority[authority.index(after: colon)...])
        }
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:")
        guard let port, port > 0, !host.isEmpty, host.count <= 255, host.allSatisfy(allowed.contains) else {
            return nil
        }
        return (host.lowercased(), port)
    }

    /// A name or a password with its escapes undone; nil where one is malformed, or a sign is none that can be typed.
    private static func plain(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let digits = String(rest.prefix(2)), digits.count == 2, let value = UInt8(digits, radix: 16) else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard let plain = String(validating: bytes, as: UTF8.self), !plain.isEmpty,
            plain.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { return nil }
        return plain
    }

    /// The host and port as they stand in an address.
    package var authority: String { (isIPv6 ? "[\(host)]" : host) + ":\(port)" }

    /// With an ellipsis where the password stands.
    package var description: String {
        let scheme = encryption == .tls ? "smtps://" : "smtp://"
        let name = user.map { "\($0):…@" } ?? ""
        return scheme + name + authority + (encryption == .none ? "?tls=off" : "")
    }

    package var debugDescription: String { description }
}
