/// Puts values one after another into bytes.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    mutating func integer(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// A number that is not negative, in as many bytes as it needs (LEB128).
    mutating func count(_ value: Int) {
        var rest = UInt(bitPattern: max(0, value))
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func counts(_ values: [Int]) {
        count(values.count)
        for value in values { count(value) }
    }

    mutating func text(_ text: String) {
        count(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }
}

/// Takes values out of bytes again. Every length is checked before it is believed.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var remaining: Int { bytes.count - position }
    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() throws(WorkbookBytes.Fault) -> UInt8 {
        guard position < bytes.count else { throw .damaged }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func integer<Value: FixedWidthInteger & UnsignedInteger>() throws(WorkbookBytes.Fault) -> Value {
        var value: Value = 0
        for place in 0..<(Value.bitWidth / 8) { value |= Value(try byte()) << Value(8 * place) }
        return value
    }

    mutating func count() throws(WorkbookBytes.Fault) -> Int {
        var value: UInt = 0
        for place in 0..<9 {
            let next = try byte()
            value |= UInt(next & 0x7F) << UInt(7 * place)
            if next & 0x80 == 0 { return Int(value) }
        }
        throw .damaged
    }

    /// A number of things that take at least a byte each.
    private mutating func length() throws(WorkbookBytes.Fault) -> Int {
        let length = try count()
        guard length <= remaining else { throw .damaged }
        return length
    }

    mutating func counts() throws(WorkbookBytes.Fault) -> [Int] {
        var values: [Int] = []
        for _ in 0..<(try length()) { values.append(try count()) }
        return values
    }

    mutating func text() throws(WorkbookBytes.Fault) -> String {
        let length = try length()
        guard let text = String(validating: bytes[position..<(position + length)], as: UTF8.self) else {
            throw .damaged
        }
        position += length
        return text
    }

    mutating func texts() throws(WorkbookBytes.Fault) -> [String] {
        var values: [String] = []
        for _ in 0..<(try length()) { values.append(try text()) }
        return values
    }
}
