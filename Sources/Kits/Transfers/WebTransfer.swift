import CCurl
import Storage

/// Asks other web servers, one at a time, on a thread of its own. It follows no redirection, and reads no more than it must.
package actor WebTransfer {
    /// So long may one question take, in seconds, and so long may an answer be, in bytes.
    private static let longest = 10
    private static let mostBytes = 256 << 10

    private let certificates: String?
    private let queue = QueueExecutor(label: "web")

    /// - Parameter certificates: a file of the authorities that are trusted; the system's where nil.
    package init(certificates: String?) { self.certificates = certificates }

    nonisolated package var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - address: of https, or of http on this very machine; the caller sees to it.
    ///   - form: what is sent by POST, encoded; GET where nil.
    /// - Returns: the body of an answer of status 200.
    package func ask(
        _ address: String, form: String? = nil, headers: [String] = []
    ) throws(TransferError) -> [UInt8] {
        let isSecure = address.hasPrefix("https://")
        var curl = try Curl(
            address, protocols: isSecure ? "https" : "http", longest: Self.longest, certificates: certificates)
        if !isSecure { curl.text(CURLOPT_PROXY, "") }
        curl.list(CURLOPT_HTTPHEADER, ["Accept: application/json"] + headers)
        if let form { curl.text(CURLOPT_COPYPOSTFIELDS, form) }
        let answer = Answer(most: Self.mostBytes)
        let held = Unmanaged.passRetained(answer)
        defer { held.release() }
        curl.pointer(CURLOPT_WRITEDATA, held.toOpaque())
        curl.callback(CURLOPT_WRITEFUNCTION) { bytes, size, count, pointer in
            guard let bytes, let pointer else { return 0 }
            let answer = Unmanaged<Answer>.fromOpaque(pointer).takeUnretainedValue()
            return answer.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        let status = try curl.perform()
        guard status == 200 else { throw TransferError(reason: "the server answered \(status)", answer: status) }
        return answer.bytes
    }
}

/// What has come of an answer.
private final class Answer {
    private let most: Int
    private(set) var bytes: [UInt8] = []

    init(most: Int) { self.most = most }

    /// How much was taken; less than came ends the transfer.
    func take(_ piece: UnsafeRawBufferPointer) -> Int {
        guard bytes.count + piece.count <= most else { return 0 }
        bytes += piece
        return piece.count
    }
}
