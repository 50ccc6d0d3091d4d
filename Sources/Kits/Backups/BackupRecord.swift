import CanonicalJSON
import Crypto
import Storage

/// One record of a backup. docs/backup-format.md describes the form for whoever reads one without this program.
///
/// - Shape: a letter, the length of what follows as four bytes, the highest first, and so many bytes.
enum BackupRecord: UInt8, Sendable {
    /// When, by which program, and the migrations that made the tables.
    case header = 0x48  // H
    /// The name of a file of the data folder; its pieces follow, then its sums.
    case file = 0x46  // F
    case piece = 0x50  // P
    /// The name and the columns of a table; its rows follow, then its sums.
    case table = 0x54  // T
    case row = 0x52  // R
    /// How many rows or bytes there were, and their hash.
    case sums = 0x45  // E
    /// How much there is in all, and the hash of everything before.
    case end = 0x5A  // Z

    static let firstLine = Array("inside-outcomes backup 1\n".utf8)
    static let firstSealedLine = Array("inside-outcomes sealed backup 1\n".utf8)
    /// What all versions of the form begin with.
    static let beginnings = ["inside-outcomes backup ", "inside-outcomes sealed backup "].map { Array($0.utf8) }

    /// In bytes.
    var most: Int {
        switch self {
        case .row: 1 << 30
        case .piece: 1 << 20
        default: 1 << 20
        }
    }
}

/// The rows of a table, or the bytes of a file: how many, and what they come to.
struct Sums: Sendable, Equatable {
    private(set) var count = 0
    private var hash = SHA256()

    mutating func add(row: [UInt8]) {
        count += 1
        // With its length, so that no two tables have the same sums by where a row ends.
        hash.update(bigEndian(UInt32(row.count)))
        hash.update(row)
    }

    mutating func add(bytes: [UInt8]) {
        count += bytes.count
        hash.update(bytes)
    }

    var digest: String { hex(hash.finish()) }

    var json: JSON { ["count": .integer(count), "sha256": .string(digest)] }

    static func == (one: Sums, other: Sums) -> Bool { one.count == other.count && one.digest == other.digest }
}

func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }

/// The bytes of a row: each value is a letter (n, i, t, b), then nothing, eight bytes, or a length of four bytes and so many bytes.
enum RowBytes {
    static func bytes(of row: Row) -> [UInt8] {
        var bytes: [UInt8] = []
        for value in row.values {
            switch value {
            case .null: bytes.append(UInt8(ascii: "n"))
            case .integer(let number):
                bytes.append(UInt8(ascii: "i"))
                bytes += bigEndian(number)
            case .text(let text):
                bytes.append(UInt8(ascii: "t"))
                bytes += bigEndian(UInt32(text.utf8.count))
                bytes += text.utf8
            case .bytes(let blob):
                bytes.append(UInt8(ascii: "b"))
                bytes += bigEndian(UInt32(blob.count))
                bytes += blob
            }
        }
        return bytes
    }

    /// Nil for anything that ``bytes(of:)`` would not have written.
    static func row(_ bytes: [UInt8]) -> Row? {
        var rest = bytes[...]
        func take(_ count: Int) -> ArraySlice<UInt8>? {
            guard rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
        func sized() -> ArraySlice<UInt8>? {
            guard let size = take(4) else { return nil }
            return take(Int(size.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }))
        }
        var values: [SQL.Value] = []
        while let letter = rest.popFirst() {
            switch letter {
            case UInt8(ascii: "n"): values.append(.null)
            case UInt8(ascii: "i"):
                guard let number = take(8) else { return nil }
                values.append(.integer(Int64(bitPattern: number.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })))
            case UInt8(ascii: "t"):
                guard let bytes = sized(), let text = String(validating: bytes, as: UTF8.self) else { return nil }
                values.append(.text(text))
            case UInt8(ascii: "b"):
                guard let bytes = sized() else { return nil }
                values.append(.bytes(Array(bytes)))
            default: return nil
            }
        }
        return Row(values: values)
    }
}
