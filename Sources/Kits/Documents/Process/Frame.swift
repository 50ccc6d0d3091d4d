import CanonicalJSON

/// What travels between us and the worker: a header in JSON and binary parts. `frames.py` is the other half.
struct Frame: Sendable {
    var header: [String: JSON]
    var parts: [[UInt8]]

    static let largestHeader = 64 << 20
    static let largestParts = 256 << 20

    init(_ header: [String: JSON], parts: [[UInt8]] = []) {
        self.header = header
        self.parts = parts
    }

    /// The length of the header and the header itself; the parts follow as they are.
    var start: [UInt8] {
        var header = header
        header["parts"] = .array(parts.map { .integer($0.count) })
        let text = JSON.object(header).canonical
        return littleEndian(UInt32(text.count)) + text
    }
}

private func littleEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}
