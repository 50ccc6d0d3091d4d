import Configuration
import Glibc

/// Runs blocking work on a thread of its own: on a shared one it would hold up the handlers under test.
func apart<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { done in
        let box = Box { done.resume(returning: work()) }
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { held in
                held.map { Unmanaged<Box>.fromOpaque($0).takeRetainedValue() }?.work()
                return nil
            }, Unmanaged.passRetained(box).toOpaque())
        pthread_detach(thread)
    }
}

private final class Box {
    let work: () -> Void

    init(_ work: @escaping () -> Void) { self.work = work }
}

/// One connection to a server, byte by byte.
final class HTTPClient: Sendable {
    let socket: Int32

    init(_ address: ListenAddress, receiveSeconds: Int = 10) {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = address.port.bigEndian
        inet_pton(AF_INET, address.host, &place.sin_addr)
        var wait = timeval(tv_sec: receiveSeconds, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        _ = withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    deinit { close(socket) }

    /// False where the other side has hung up.
    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(socket, $0.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    /// The next answer; nil where the connection was closed or nothing came in time.
    func read(isHead: Bool = false) -> HTTPAnswer? {
        var head: [UInt8] = []
        while !head.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) {
            guard let byte = receive(1), head.count < 100_000 else { return nil }
            head += byte
        }
        var answer = HTTPAnswer(head: String(decoding: head, as: UTF8.self))
        guard !isHead, answer.status != 304, answer.status != 100 else { return answer }
        guard let length = answer["Content-Length"].flatMap({ Int($0) }), let body = receive(length) else {
            return answer
        }
        answer.body = body
        return answer
    }

    /// Whether the other side has hung up.
    func isClosed() -> Bool {
        var byte: UInt8 = 0
        let count = recv(socket, &byte, 1, 0)
        return count == 0 || (count < 0 && errno == ECONNRESET)
    }

    private func receive(_ wanted: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: wanted)
        var filled = 0
        while filled < wanted {
            let count = bytes.withUnsafeMutableBytes {
                recv(socket, $0.baseAddress.map { $0 + filled }, wanted - filled, 0)
            }
            guard count > 0 else { return nil }
            filled += count
        }
        return bytes
    }
}

struct HTTPAnswer: Sendable {
    let status: Int
    let fields: [(name: String, value: String)]
    var body: [UInt8] = []

    init(head: String) {
        let lines = head.split(separator: "\r\n").map(String.init)
        status = lines.first.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
        fields = lines.dropFirst().map { line in
            let sides = line.split(separator: ":", maxSplits: 1)
            return (String(sides[0]).lowercased(), sides.count > 1 ? String(sides[1].drop { $0 == " " }) : "")
        }
    }

    subscript(name: String) -> String? { fields.first { $0.name == name.lowercased() }?.value }

    var text: String { String(decoding: body, as: UTF8.self) }

    /// `name=value` of each cookie that was set.
    var cookies: [String] {
        fields.filter { $0.name == "set-cookie" }.map { String($0.value.prefix { $0 != ";" }) }
    }
}
