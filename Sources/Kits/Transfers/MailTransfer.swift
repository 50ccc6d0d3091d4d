import CCurl
package import Configuration
import Storage

/// The way to a mail server, one message at a time.
package actor MailTransfer {
    /// So long may one message take, in seconds.
    private static let longest = 60

    private let server: MailServer
    private let certificates: String?
    private let queue = QueueExecutor(label: "mail")

    /// - Parameter certificates: a file of the authorities that are trusted; the system's where nil.
    package init(_ server: MailServer, certificates: String?) {
        self.server = server
        self.certificates = certificates
    }

    /// libcurl waits for the network, so it does so on a thread of its own.
    nonisolated package var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// Hands a whole message over.
    ///
    /// - Parameters:
    ///   - message: its header and text, with CRLF at the end of each line.
    ///   - sender: an address without a name; no sign in it may end a line or the address.
    package func send(_ message: [UInt8], from sender: String, to receiver: String) throws(TransferError) {
        var curl = try connection()
        curl.text(CURLOPT_MAIL_FROM, "<\(sender)>")
        curl.list(CURLOPT_MAIL_RCPT, ["<\(receiver)>"])
        curl.number(CURLOPT_UPLOAD, 1)
        let source = Unmanaged.passRetained(Source(message))
        defer { source.release() }
        curl.pointer(CURLOPT_READDATA, source.toOpaque())
        curl.callback(CURLOPT_READFUNCTION) { room, size, count, pointer in
            guard let room, let pointer else { return 0 }
            let source = Unmanaged<Source>.fromOpaque(pointer).takeUnretainedValue()
            return source.read(into: UnsafeMutableRawBufferPointer(start: room, count: size * count))
        }
        _ = try curl.perform()
    }

    /// Connects, turns to TLS and gives name and password where the address says so, and goes again.
    package func check() throws(TransferError) {
        var curl = try connection()
        curl.number(CURLOPT_CONNECT_ONLY, 1)
        _ = try curl.perform()
    }

    private func connection() throws(TransferError) -> Curl {
        let scheme = server.encryption == .tls ? "smtps" : "smtp"
        var curl = try Curl(
            "\(scheme)://\(server.authority)", protocols: scheme, longest: Self.longest, certificates: certificates)
        // A proxy for web pages takes no mail.
        curl.text(CURLOPT_PROXY, "")
        if server.encryption == .startTLS { curl.number(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
        if let user = server.user, let password = server.password {
            curl.text(CURLOPT_USERNAME, user)
            curl.text(CURLOPT_PASSWORD, password)
        }
        return curl
    }
}

/// What is being sent, and how much of it has gone.
private final class Source {
    private let bytes: [UInt8]
    private var sent = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into room: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(room.count, bytes.count - sent)
        room.copyBytes(from: bytes[sent..<sent + count])
        sent += count
        return count
    }
}
