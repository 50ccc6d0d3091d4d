import CCurl

/// One use of libcurl: set up, performed once, and gone. Errors of setting an option count as those of performing.
struct Curl: ~Copyable {
    /// So long may the way to a server take, in seconds.
    private static let longestConnecting = 10
    private static let isReady = io_curl_global_init() == CURLE_OK

    private let handle: OpaquePointer
    private let message: UnsafeMutablePointer<CChar>
    private var lists: [OpaqueList] = []
    private var fault: CURLcode = CURLE_OK

    private struct OpaqueList { let head: UnsafeMutablePointer<curl_slist> }

    /// - Parameters:
    ///   - longest: how long all of it may take, in seconds.
    ///   - certificates: a file of the authorities that are trusted; the system's where nil.
    init(_ address: String, protocols: String, longest: Int, certificates: String?) throws(TransferError) {
        guard Self.isReady, let raw = curl_easy_init() else { throw TransferError(reason: "libcurl can’t start") }
        handle = OpaquePointer(raw)
        message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        text(CURLOPT_URL, address)
        text(CURLOPT_PROTOCOLS_STR, protocols)
        pointer(CURLOPT_ERRORBUFFER, message)
        // No signals: they belong to the whole program.
        number(CURLOPT_NOSIGNAL, 1)
        number(CURLOPT_CONNECTTIMEOUT, Self.longestConnecting)
        number(CURLOPT_TIMEOUT, longest)
        number(CURLOPT_SSLVERSION, io_CURL_SSLVERSION_TLSv1_2)
        if let certificates { text(CURLOPT_CAINFO, certificates) }
    }

    deinit {
        curl_easy_cleanup(UnsafeMutableRawPointer(handle))
        for list in lists { curl_slist_free_all(list.head) }
        message.deallocate()
    }

    mutating func number(_ option: CURLoption, _ value: Int) {
        note(io_curl_set_number(UnsafeMutableRawPointer(handle), option, value))
    }

    /// libcurl copies the text.
    mutating func text(_ option: CURLoption, _ value: String) {
        note(io_curl_set_text(UnsafeMutableRawPointer(handle), option, value))
    }

    mutating func pointer(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) {
        note(io_curl_set_pointer(UnsafeMutableRawPointer(handle), option, value))
    }

    mutating func callback(_ option: CURLoption, _ value: curl_read_callback) {
        note(io_curl_set_callback(UnsafeMutableRawPointer(handle), option, value))
    }

    mutating func list(_ option: CURLoption, _ values: [String]) {
        var head: UnsafeMutablePointer<curl_slist>?
        for value in values {
            guard let longer = curl_slist_append(head, value) else {
                curl_slist_free_all(head)
                return note(CURLE_OUT_OF_MEMORY)
            }
            head = longer
        }
        if let head { lists.append(OpaqueList(head: head)) }
        note(io_curl_set_list(UnsafeMutableRawPointer(handle), option, head))
    }

    private mutating func note(_ code: CURLcode) { if fault == CURLE_OK { fault = code } }

    /// Does it, and waits: call it where a thread may wait.
    ///
    /// - Returns: the server's last answer, as a number of its protocol.
    func perform() throws(TransferError) -> Int {
        let code = fault == CURLE_OK ? curl_easy_perform(UnsafeMutableRawPointer(handle)) : fault
        let answer = io_curl_response_code(UnsafeMutableRawPointer(handle))
        guard code != CURLE_OK else { return answer }
        let said = String(cString: message)
        throw TransferError(reason: said.isEmpty ? String(cString: curl_easy_strerror(code)) : said, answer: answer)
    }
}

/// Why something did not reach a server, or did not come from it.
package struct TransferError: Error, Equatable, Sendable, CustomStringConvertible {
    /// In libcurl's words; it holds no password, and nothing of what was to be sent.
    package let reason: String
    /// The server's last answer, as a number of its protocol; 0 where it gave none.
    package let answer: Int

    package init(reason: String, answer: Int = 0) {
        self.reason = reason
        self.answer = answer
    }

    package var description: String { reason }
}

/// The version of libcurl that is in use, for the administrator's check.
package var transferLibraryVersion: String { String(cString: io_curl_version()) }
