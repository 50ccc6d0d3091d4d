import Glibc

/// Reads `multipart/form-data` (RFC 7578) as it arrives, in pieces of any size, holding back no more than a boundary's length.
struct MultipartParser {
    enum Event {
        case part(name: String, fileName: String?)
        /// Some of the part's content; valid during the call only.
        case content(UnsafeRawBufferPointer)
        case partEnd
    }

    static let headerLimit = 4096

    private enum State { case preamble, delimiter, headers, content, epilogue }

    private let delimiter: [UInt8]
    private var state = State.preamble
    private var pending: [UInt8] = Array("\r\n".utf8)

    /// - Returns: nil where the content type isn't multipart or names no boundary as RFC 2046 allows it.
    init?(contentType: String) {
        let header = HeaderValue(contentType)
        guard header.value == "multipart/form-data", let boundary = header.parameters["boundary"],
            (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    mutating func push(
        _ bytes: UnsafeRawBufferPointer, to receive: (Event) throws(FormProblem) -> Void
    ) throws(FormProblem) {
        if state == .epilogue { return }
        pending.append(contentsOf: bytes)
        var start = 0
        while let next = try step(from: start, to: receive) { start = next }
        pending.removeFirst(min(start + heldBack(from: start), pending.count))
    }

    /// The end of the body: the closing boundary must have come.
    func finish() throws(FormProblem) {
        guard state == .epilogue else { throw .malformed }
    }

    /// One move on from `start`: where the next begins, or nil where more bytes are needed.
    private mutating func step(
        from start: Int, to receive: (Event) throws(FormProblem) -> Void
    ) throws(FormProblem) -> Int? {
        switch state {
        case .preamble, .content:
            let isContent = state == .content
            guard let found = position(of: delimiter, from: start) else {
                if isContent {
                    try emit(start, pending.count - min(delimiter.count - 1, pending.count - start), receive)
                }
                return nil
            }
            if isContent {
                try emit(start, found, receive)
                try receive(.partEnd)
            }
            state = .delimiter
            return found + delimiter.count
        case .delimiter:
            guard pending.count >= start + 2 else { return nil }
            switch (pending[start], pending[start + 1]) {
            case (0x2D, 0x2D): state = .epilogue
            case (0x0D, 0x0A): state = .headers
            default: throw .malformed
            }
            return start + 2
        case .headers:
            guard let end = position(of: Array("\r\n\r\n".utf8), from: start) else {
                guard pending.count - start <= Self.headerLimit else { throw .malformed }
                return nil
            }
            guard end - start <= Self.headerLimit else { throw .malformed }
            try receive(try part(pending[start..<end]))
            state = .content
            return end + 4
        case .epilogue: return nil
        }
    }

    /// How many bytes from `start` on are done with, beyond those that a step moved over: content that was passed on.
    private func heldBack(from start: Int) -> Int {
        switch state {
        case .preamble, .content: max(0, pending.count - start - (delimiter.count - 1))
        case .epilogue: pending.count - start
        case .delimiter, .headers: 0
        }
    }

    private func emit(
        _ start: Int, _ end: Int, _ receive: (Event) throws(FormProblem) -> Void
    ) throws(FormProblem) {
        guard end > start else { return }
        let result = pending.withUnsafeBytes { bytes -> Result<Void, FormProblem> in
            do throws(FormProblem) {
                return .success(try receive(.content(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    private func position(of needle: [UInt8], from start: Int) -> Int? {
        pending.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress else { return nil }
            var index = start
            while index + needle.count <= bytes.count {
                // Every needle here begins with a carriage return.
                guard let hit = memchr(base + index, 0x0D, bytes.count - needle.count + 1 - index) else { return nil }
                if memcmp(hit, needle, needle.count) == 0 { return UnsafeRawPointer(hit) - base }
                index = UnsafeRawPointer(hit) - base + 1
            }
            return nil
        }
    }

    private func part(_ bytes: ArraySlice<UInt8>) throws(FormProblem) -> Event {
        for line in bytes.split(separator: 0x0A) {
            let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
            guard let colon = text.firstIndex(of: ":"), text[..<colon].lowercased() == "content-disposition" else {
                continue
            }
            let header = HeaderValue(String(text[text.index(after: colon)...]))
            guard header.value == "form-data", let name = header.parameters["name"], (1...200).contains(name.utf8.count)
            else {
                throw .malformed
            }
            return .part(name: name, fileName: header.parameters["filename"])
        }
        throw .malformed
    }
}

/// A header's value with its parameters: `form-data; name="a"`. Names are in small letters; of a name that comes twice the first counts.
struct HeaderValue {
    let value: String
    private(set) var parameters: [String: String] = [:]

    init(_ text: String) {
        var rest = Array(text.utf8.prefix(4096))[...]
        value = Self.word(&rest).lowercased()
        while rest.popFirst() != nil {
            let name = Self.word(&rest, until: UInt8(ascii: "=")).lowercased()
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst()
            let value = rest.first == UInt8(ascii: "\"") ? Self.quoted(&rest) : Self.word(&rest)
            if parameters[name] == nil { parameters[name] = value }
        }
    }

    /// Up to the next semicolon or other mark, without the spaces around it.
    private static func word(_ rest: inout ArraySlice<UInt8>, until mark: UInt8 = UInt8(ascii: ";")) -> String {
        let word = rest.prefix { $0 != mark && $0 != UInt8(ascii: ";") }
        rest = rest.dropFirst(word.count)
        let trimmed = word.drop { $0 == 0x20 || $0 == 0x09 }
        let end = trimmed.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? trimmed.startIndex
        return String(decoding: trimmed[..<end], as: UTF8.self)
    }

    /// A quoted text as browsers write it: a quotation mark inside is `%22`, line ends are `%0D` and `%0A`; some tools write `\"`.
    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> String {
        rest = rest.dropFirst()
        var bytes: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "\"") {
                bytes.append(UInt8(ascii: "\""))
                rest = rest.dropFirst()
            } else if byte == UInt8(ascii: "%"), rest.starts(with: Array("22".utf8)) {
                bytes.append(UInt8(ascii: "\""))
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        _ = word(&rest)
        return String(decoding: bytes, as: UTF8.self)
    }
}
