import CSpawn
import Glibc

/// One end of a pipe that is ours: it never blocks without a deadline, and closes itself.
struct Pipe: ~Copyable {
    let descriptor: Int32

    /// Takes a descriptor over.
    init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Two ends of a new pipe: what is written to the second comes out of the first. Neither passes to other programs.
    static func both() throws(WorkerProblem) -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [-1, -1]
        guard io_pipe2(&ends, O_CLOEXEC) == 0 else { throw .unavailable("pipe: \(systemError())") }
        return (ends[0], ends[1])
    }

    /// Whether nobody holds the other end any more.
    var isHungUp: Bool {
        var look = pollfd(fd: descriptor, events: 0, revents: 0)
        return poll(&look, 1, 0) > 0 && look.revents & Int16(POLLHUP | POLLERR) != 0
    }

    func neverBlock() {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        // A larger buffer spares switches between the processes; a kernel may refuse it.
        _ = fcntl(descriptor, io_F_SETPIPE_SZ, 1 << 20)
    }
}

/// What ends a wait before its data come.
enum WaitEnd: Error {
    case closed
    case late
    case cancelled
    case tooLarge
    case overworked
}

/// Waits on a pipe in short slices and looks around in between.
struct PipeWait {
    let deadline: Deadline
    /// Called about ten times a second; throws where the wait shall end.
    let lookAround: () throws(WaitEnd) -> Void

    func write(_ bytes: [UInt8], to pipe: borrowing Pipe) throws(WaitEnd) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(pipe.descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            }
            if count > 0 {
                done += count
            } else {
                try waitOrEnd(on: pipe.descriptor, for: POLLOUT)
            }
        }
    }

    /// Exactly so many bytes.
    func read(_ count: Int, from pipe: borrowing Pipe) throws(WaitEnd) -> [UInt8] {
        guard count <= Frame.largestParts else { throw .tooLarge }
        // The memory is asked for as the bytes come: a length alone can't make us take it.
        var bytes: [UInt8] = []
        let piece = 4 << 20
        while bytes.count < count {
            let wanted = min(piece, count - bytes.count)
            var done = 0
            let descriptor = pipe.descriptor
            var end: WaitEnd?
            let fresh = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
                while done < wanted, end == nil {
                    let found = Glibc.read(descriptor, buffer.baseAddress.map { $0 + done }, wanted - done)
                    if found > 0 {
                        done += found
                    } else if found == 0 {
                        end = .closed
                    } else {
                        do throws(WaitEnd) { try waitOrEnd(on: descriptor, for: POLLIN) } catch { end = error }
                    }
                }
                filled = done
            }
            if let end { throw end }
            if bytes.isEmpty { bytes = fresh } else { bytes += fresh }
        }
        return bytes
    }

    private func waitOrEnd(on descriptor: Int32, for events: Int32) throws(WaitEnd) {
        guard errno == EAGAIN || errno == EINTR else { throw .closed }
        try lookAround()
        guard !deadline.isOver else { throw .late }
        var wait = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        _ = poll(&wait, 1, deadline.milliseconds(most: 100))
    }
}

/// The system's words for the last error.
func systemError(_ number: Int32 = errno) -> String {
    String(cString: strerror(number))
}
