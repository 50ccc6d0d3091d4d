/// Reads one record after the other.
struct CSVReader {
    private let bytes: [UInt8]
    private let limits: CSVLimits
    private var position = 0
    private var line = 1

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let carriageReturn: UInt8 = 0x0D
    private static let lineFeed: UInt8 = 0x0A
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(_ bytes: [UInt8], limits: CSVLimits) {
        self.bytes = bytes
        self.limits = limits
        if bytes.starts(with: Self.mark) { position = Self.mark.count }
    }

    /// The next that has anything in it; nil at the end.
    mutating func record() throws(CSVProblem) -> CSVTable.Row? {
        while position < bytes.count {
            let first = line
            let cells = try cells()
            if cells != [""] { return CSVTable.Row(line: first, cells: cells) }
        }
        return nil
    }

    private mutating func cells() throws(CSVProblem) -> [String] {
        var cells: [String] = []
        while true {
            guard cells.count < limits.columns else { throw .tooManyColumns(line: line, limit: limits.columns) }
            let isQuoted = position < bytes.count && bytes[position] == Self.quote
            cells.append(isQuoted ? try quotedCell() : try plainCell())
            guard position < bytes.count else { return cells }
            if bytes[position] == Self.comma {
                position += 1
            } else {
                endLine()
                return cells
            }
        }
    }

    private mutating func plainCell() throws(CSVProblem) -> String {
        let start = position
        while position < bytes.count, !endsCell(bytes[position]) {
            guard bytes[position] != Self.quote else { throw .strayQuote(line: line) }
            position += 1
        }
        return try text(bytes[start..<position], line: line)
    }

    private mutating func quotedCell() throws(CSVProblem) -> String {
        let first = line
        position += 1
        var start = position
        var content: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Self.quote {
                content += bytes[start..<position]
                position += 1
                guard position < bytes.count, bytes[position] == Self.quote else {
                    guard position == bytes.count || endsCell(bytes[position]) else { throw .strayQuote(line: line) }
                    return try text(content[...], line: first)
                }
                start = position
            } else if byte == Self.lineFeed || (byte == Self.carriageReturn && !isLineFeed(at: position + 1)) {
                line += 1
            }
            position += 1
        }
        throw .openQuote(line: first)
    }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private func isLineFeed(at index: Int) -> Bool { index < bytes.count && bytes[index] == Self.lineFeed }

    private mutating func endLine() {
        if bytes[position] == Self.carriageReturn, isLineFeed(at: position + 1) { position += 1 }
        position += 1
        line += 1
    }

    private func text(_ content: ArraySlice<UInt8>, line: Int) throws(CSVProblem) -> String {
        guard content.count <= limits.cell else { throw .cellTooLong(line: line, limit: limits.cell) }
        guard let text = String(validating: content, as: UTF8.self) else { throw .notUTF8(line: line) }
        return text
    }
}
