import Glibc

/// A moment by the clock that never jumps, after which a wait is given up.
struct Deadline: Sendable {
    private let nanoseconds: UInt64

    init(seconds: Double) {
        nanoseconds = Deadline.now + UInt64(max(0, seconds) * 1e9)
    }

    var isOver: Bool { Deadline.now >= nanoseconds }

    /// Milliseconds until then, at most `most`.
    func milliseconds(most: Int32) -> Int32 {
        let now = Deadline.now
        guard nanoseconds > now else { return 0 }
        return Int32(min(UInt64(most), (nanoseconds - now) / 1_000_000 + 1))
    }

    private static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
