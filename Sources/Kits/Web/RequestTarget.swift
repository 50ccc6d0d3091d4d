/// The path and the query of a request, decoded strictly: what is not well formed is refused, never guessed.
package struct RequestTarget: Sendable, Equatable {
    package static let lengthLimit = 8_000

    /// The path as it was sent, for redirects and for the log.
    package let rawPath: String
    /// Decoded, without the empty piece before the first slash; the root has none.
    package let segments: [String]
    package let hasTrailingSlash: Bool
    package let rawQuery: String?
    package let query: Fields

    static let root = RequestTarget()

    private init() {
        rawPath = "/"
        segments = []
        hasTrailingSlash = false
        rawQuery = nil
        query = Fields()
    }

    /// - Returns: nil where the target is too long, holds a malformed escape, bytes that aren't UTF-8, control characters,
    ///   an empty segment, or `.` and `..`.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count <= Self.lengthLimit, bytes.first == UInt8(ascii: "/") else { return nil }
        let parts = bytes.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts.first, path.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        rawPath = String(decoding: path, as: UTF8.self)
        var pieces = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        hasTrailingSlash = pieces.count > 1 && pieces.last?.isEmpty == true
        if pieces.last?.isEmpty == true { pieces.removeLast() }
        var segments: [String] = []
        for piece in pieces {
            guard !piece.isEmpty, let segment = decodePercent(piece, plusIsSpace: false), segment != ".",
                segment != ".."
            else {
                return nil
            }
            segments.append(segment)
        }
        self.segments = segments
        guard parts.count == 2, let queryBytes = parts.last else {
            rawQuery = nil
            query = Fields()
            return
        }
        guard queryBytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        rawQuery = String(decoding: queryBytes, as: UTF8.self)
        guard let query = Fields(urlEncoded: queryBytes, limit: 100) else { return nil }
        self.query = query
    }
}

extension Fields {
    /// Reads `application/x-www-form-urlencoded`; nil where an escape is malformed, text isn't UTF-8 or there are too many fields.
    init?(urlEncoded bytes: some Collection<UInt8>, limit: Int) {
        self.init()
        for piece in bytes.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < limit else { return nil }
            let sides = piece.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = sides.first, let name = decodePercent(first, plusIsSpace: true, allowsLines: true),
                let value = sides.count == 2 ? decodePercent(sides[1], plusIsSpace: true, allowsLines: true) : ""
            else { return nil }
            append(name, value)
        }
    }
}

/// Percent-decodes to text; nil for a malformed escape, bytes that aren't UTF-8, or control characters (line ends and tabs
/// apart where `allowsLines`).
func decodePercent(_ bytes: some Collection<UInt8>, plusIsSpace: Bool, allowsLines: Bool = false) -> String? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
        switch byte {
        case UInt8(ascii: "%"):
            guard let high = rest.next().flatMap(hexDigit), let low = rest.next().flatMap(hexDigit) else { return nil }
            decoded.append(high << 4 | low)
        case UInt8(ascii: "+") where plusIsSpace: decoded.append(0x20)
        default: decoded.append(byte)
        }
    }
    return plainText(decoded, allowsLines: allowsLines)
}

/// Text from bytes; nil where they aren't UTF-8 or hold control characters.
func plainText(_ bytes: [UInt8], allowsLines: Bool) -> String? {
    let isPlain = bytes.allSatisfy { byte in
        (byte >= 0x20 && byte != 0x7F) || (allowsLines && (byte == 0x0A || byte == 0x0D || byte == 0x09))
    }
    return isPlain ? String(validating: bytes, as: UTF8.self) : nil
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
}
