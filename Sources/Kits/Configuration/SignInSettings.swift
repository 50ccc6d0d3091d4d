/// Another provider that people may sign in with, by OpenID Connect.
package struct SignInSettings: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// As it names itself: an address without a slash at its end.
    package let issuer: String
    package let client: String
    /// Nil where it knows us by the name alone.
    package let secret: String?

    package init(issuer: String, client: String, secret: String?) {
        self.issuer = issuer
        self.client = client
        self.secret = secret
    }

    /// What the provider's site is called, for people.
    package var host: String {
        String(issuer.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" && $0 != ":" })
    }

    /// Whether what is sent to an address can be read on the way by nobody: https, or http to this very machine.
    package static func isPrivate(_ address: String) -> Bool {
        guard address.utf8.count <= 2000, address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
        let pieces = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard pieces.count >= 3, pieces[1].isEmpty, !pieces[2].contains("@"), !pieces[2].contains("?") else {
            return false
        }
        return SiteAddress("\(pieces[0])//\(pieces[2])")?.isPrivate ?? false
    }

    package var description: String { "\(issuer) as \(client)" }
    package var debugDescription: String { description }
}

/// The address by which a provider names itself; nil for one that others could read on the way.
func issuer(_ text: String) -> String? {
    let plain = text.hasSuffix("/") ? String(text.dropLast()) : text
    return SignInSettings.isPrivate(plain) && !plain.contains("?") && !plain.contains("#") ? plain : nil
}

/// A name or a secret of signs that can be typed; nil for anything else.
func plainWord(_ text: String) -> String? {
    text.utf8.count <= 500 && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? text : nil
}
