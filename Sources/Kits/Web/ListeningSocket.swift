import Configuration
import Glibc

/// A socket that listens, made here and not by the library, so that a failure says why.
struct ListeningSocket {
    let descriptor: Int32
    let address: ListenAddress

    init(_ wanted: ListenAddress) throws(ServerError) {
        let family = wanted.isIPv6 ? AF_INET6 : AF_INET
        descriptor = socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { throw .notStarted(reason: String(cString: strerror(errno))) }
        // A restart must not wait until the old connections are forgotten.
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard Self.bind(descriptor, wanted), listen(descriptor, 1024) == 0 else {
            let code = errno
            close(descriptor)
            throw code == EADDRINUSE
                ? .addressInUse(wanted) : .addressRefused(wanted, reason: String(cString: strerror(code)))
        }
        address = wanted.with(port: Self.port(descriptor, isIPv6: wanted.isIPv6))
    }

    private static func bind(_ descriptor: Int32, _ address: ListenAddress) -> Bool {
        if address.isIPv6 {
            var place = sockaddr_in6()
            place.sin6_family = sa_family_t(AF_INET6)
            place.sin6_port = address.port.bigEndian
            inet_pton(AF_INET6, address.host, &place.sin6_addr)
            return withRaw(&place) { Glibc.bind(descriptor, $0, $1) } == 0
        }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = address.port.bigEndian
        inet_pton(AF_INET, address.host, &place.sin_addr)
        return withRaw(&place) { Glibc.bind(descriptor, $0, $1) } == 0
    }

    /// The port stands at the same place in both kinds of address.
    private static func port(_ descriptor: Int32, isIPv6: Bool) -> UInt16 {
        var place = sockaddr_in6()
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        _ = withRaw(&place) { address, _ in getsockname(descriptor, UnsafeMutablePointer(mutating: address), &length) }
        return UInt16(bigEndian: place.sin6_port)
    }

    private static func withRaw<Place, Value>(
        _ place: inout Place, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
    ) -> Value {
        withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<Place>.size)) }
        }
    }
}
