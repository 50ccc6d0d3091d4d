import Glibc

/// Says that a server works with a data folder, as long as it does: also where it is killed, the mark goes with it.
final class ServingMark: Sendable {
    private let descriptor: Int32

    private static func path(in data: String) -> String { data + "/serving" }

    /// - Returns: nil where the mark can't be made.
    init?(in data: String) {
        descriptor = open(Self.path(in: data), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return nil }
        flock(descriptor, LOCK_SH | LOCK_NB)
    }

    deinit { close(descriptor) }

    /// Whether a server works with a data folder now.
    static func isServed(_ data: String) -> Bool {
        let descriptor = open(path(in: data), O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }
}
