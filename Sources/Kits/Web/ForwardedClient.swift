import Glibc

/// Where a request comes from, for limits, sessions and the audit trail.
///
/// Behind a proxy on the same machine each connection comes from that machine. The proxy says in `X-Forwarded-For` who asked it, as the
/// administrator's guide sets it up; of several addresses the last one is its own word, the others are whatever the browser sent.
enum ForwardedClient {
    /// - Parameters:
    ///   - peer: the address of the connection.
    ///   - isBehindProxy: whether people reach the site through TLS, which it doesn't speak itself.
    static func address(_ peer: String, _ headers: Headers, isBehindProxy: Bool) -> String {
        guard isBehindProxy, isThisMachine(peer),
            let last = headers["X-Forwarded-For"]?.split(separator: ",").last
        else { return peer }
        let named = String(last.filter { $0 != " " && $0 != "\t" })
        return isAddress(named) ? named : peer
    }

    private static func isThisMachine(_ address: String) -> Bool {
        address == "::1" || address.hasPrefix("127.") || address.hasPrefix("::ffff:127.")
    }

    private static func isAddress(_ text: String) -> Bool {
        var room = in6_addr()
        return text.utf8.count <= 45 && (inet_pton(AF_INET, text, &room) == 1 || inet_pton(AF_INET6, text, &room) == 1)
    }
}
