import Crypto

/// A value of a row as the trail looks at it: long ones by their length and digest.
enum SeenValue: Equatable {
    case short(SQL.Value)
    case long(kind: String, bytes: Int, digest: String)

    init(_ value: SQL.Value) {
        switch value {
        case .text(let text) where text.utf8.count > AuditRule.longest:
            self = .long(kind: "t", bytes: text.utf8.count, digest: hex(sha256(Array(text.utf8))))
        case .bytes(let bytes):
            self = .long(kind: "b", bytes: bytes.count, digest: hex(sha256(bytes)))
        default: self = .short(value)
        }
    }

    /// Unlike that of any other value.
    fileprivate var line: String {
        switch self {
        case .short(.null): "-"
        case .short(.integer(let number)): "i\(number)"
        case .short(.text(let text)): "t\(text.utf8.count):\(text)"
        case .short(.bytes(let bytes)): "b\(bytes.count):\(hex(bytes))"
        case .long(let kind, let bytes, let digest): "\(kind)\(bytes):\(digest)"
        }
    }
}

/// What a row comes to: equal where all of its columns hold the same, whatever order they stand in.
enum RowDigest {
    /// SHA-256 in hexadecimal over the columns in the order of their names.
    static func of(_ values: [(column: String, value: SeenValue)]) -> String {
        let lines = values.sorted { $0.column < $1.column }.map { "\($0.column)=\($0.value.line)\n" }
        return hex(sha256(Array(lines.joined().utf8)))
    }
}
