/// The address that people type: scheme, host and port, without a path.
package struct SiteAddress: Equatable, Sendable, CustomStringConvertible {
    package let isSecure: Bool
    /// Host and, where it isn't the scheme's own, port; in small letters, as browsers send it in `Host`.
    package let authority: String
    /// Whether what is sent there can be read on the way by nobody: it is encrypted, or never leaves this machine.
    package let isPrivate: Bool

    package init(_ listen: ListenAddress) {
        isSecure = false
        authority = listen.port == 80 ? String(listen.description.dropLast(3)) : listen.description
        isPrivate = Self.isHere(authority)
    }

    /// Reads `https://outcomes.example.org` or `http://10.0.0.5:8080`; nil for anything with a path, a user or odd characters.
    package init?(_ text: String) {
        let lowered = text.lowercased()
        var rest: Substring
        if lowered.hasPrefix("https://") {
            isSecure = true
            rest = lowered.dropFirst(8)
        } else if lowered.hasPrefix("http://") {
            isSecure = false
            rest = lowered.dropFirst(7)
        } else {
            return nil
        }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        let own = isSecure ? ":443" : ":80"
        if rest.hasSuffix(own) { rest = rest.dropLast(own.count) }
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789.-:[]")
        guard !rest.isEmpty, rest.count <= 260, rest.allSatisfy(allowed.contains) else { return nil }
        authority = String(rest)
        isPrivate = isSecure || Self.isHere(authority)
    }

    private static func isHere(_ authority: String) -> Bool {
        let host = authority.hasPrefix("[") ? "\(authority.prefix { $0 != "]" })]" : "\(authority.prefix { $0 != ":" })"
        // Names below it never leave the machine either (RFC 6761, section 6.3).
        let isOurs = host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]"
        return isOurs || ListenAddress(host + ":0")?.isLoopback == true
    }

    package var description: String { (isSecure ? "https://" : "http://") + authority }
}
