import Glibc

/// An IP address and a port to listen on.
package struct ListenAddress: Equatable, Sendable, CustomStringConvertible {
    package let host: String
    package let port: UInt16
    package let isIPv6: Bool

    package static let standard = ListenAddress(host: "127.0.0.1", port: 8080, isIPv6: false)

    private init(host: String, port: UInt16, isIPv6: Bool) {
        self.host = host
        self.port = port
        self.isIPv6 = isIPv6
    }

    /// Reads `127.0.0.1:8080`, `[::1]:8080` or `localhost:8080`; nil for anything else.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"),
            let port = wholeNumber(String(text[text.index(after: colon)...]), in: 0...65535)
        else { return nil }
        var host = String(text[..<colon])
        if host == "localhost" { host = "127.0.0.1" }
        let isIPv6 = host.hasPrefix("[") && host.hasSuffix("]")
        if isIPv6 { host = String(host.dropFirst().dropLast()) }
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(isIPv6 ? AF_INET6 : AF_INET, host, &bytes) == 1 else { return nil }
        self.init(host: host, port: UInt16(port), isIPv6: isIPv6)
    }

    package func with(port: UInt16) -> ListenAddress { ListenAddress(host: host, port: port, isIPv6: isIPv6) }

    /// Whether only this machine can connect.
    package var isLoopback: Bool { host.hasPrefix("127.") || host == "::1" }

    package var description: String { isIPv6 ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
