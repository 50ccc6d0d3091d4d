/// Where the words of a text begin, by their first letters: an expression that says how its words begin is tried there alone.
struct WordBeginnings: Sendable {
    private struct Entry {
        let code: Int32
        let offset: Int32
        /// The entry before it in the same part of the table.
        let previous: Int32
    }

    private var entries: [Entry] = []
    /// The last entry of each part; -1 where there is none.
    private var last = [Int32](repeating: -1, count: parts)

    private static let parts = 1 << 12
    private static let fewest = 3
    /// More letters would not fit into a code, and tell hardly more.
    private static let most = 6

    /// Of every run of letters in a text, whatever stands before it.
    init(of text: [UInt8]) {
        var length = 0
        var code = 0
        for (index, byte) in text.enumerated() {
            guard let letter = Self.letter(byte) else {
                length = 0
                continue
            }
            length += 1
            guard length <= Self.most else { continue }
            code = length == 1 ? letter : code << 5 | letter
            if length >= Self.fewest { add(code, at: index + 1 - length) }
        }
    }

    private mutating func add(_ code: Int, at offset: Int) {
        let part = Self.part(of: code)
        entries.append(Entry(code: Int32(code), offset: Int32(offset), previous: last[part]))
        last[part] = Int32(entries.count - 1)
    }

    /// Where words begin in one of these ways, in order, each once.
    func offsets(of beginnings: [Int]) -> [Int] {
        var found: [Int] = []
        for code in beginnings {
            var next = last[Self.part(of: code)]
            while next >= 0 {
                let entry = entries[Int(next)]
                if entry.code == code { found.append(Int(entry.offset)) }
                next = entry.previous
            }
        }
        guard found.count > 1 else { return found }
        found.sort()
        var end = 1
        for offset in found.dropFirst() where offset != found[end - 1] {
            found[end] = offset
            end += 1
        }
        return Array(found.prefix(end))
    }

    /// The multiplier is that of Fibonacci hashing.
    private static func part(of code: Int) -> Int { Int(truncatingIfNeeded: (UInt32(code) &* 0x9E37_79B1) >> 20) }

    /// The beginnings of which a text needs one, so that a pattern can match; nil where the pattern doesn't say.
    ///
    /// Only patterns like `\b(cats?|felines?)\b` say: each of their alternatives begins with three letters or more, at the beginning of
    /// a word.
    static func needed(by pattern: String) -> [Int]? {
        let bytes = Array(pattern.utf8)
        let opening = Array("\\b(".utf8)
        let closings = [")\\b", ")"].map { Array($0.utf8) }
        guard bytes.starts(with: opening),
            let closing = closings.first(where: { bytes.suffix($0.count).elementsEqual($0) }),
            bytes.count > opening.count + closing.count
        else { return nil }
        let inner = Array(bytes[opening.count..<bytes.count - closing.count])
        guard let alternatives = alternatives(of: inner) else { return nil }
        var needed: Set<Int> = []
        for alternative in alternatives {
            guard let beginning = beginning(of: alternative) else { return nil }
            needed.insert(beginning)
        }
        return needed.sorted()
    }

    private static func letter(_ byte: UInt8) -> Int? {
        let small = byte | 0x20
        return (0x61...0x7A).contains(small) ? Int(small - 0x60) : nil
    }

    /// Divided at the bars that stand in no bracket; nil where the brackets don't close.
    private static func alternatives(of pattern: [UInt8]) -> [ArraySlice<UInt8>]? {
        var found: [ArraySlice<UInt8>] = []
        var start = 0
        var depth = 0
        var index = 0
        while index < pattern.count {
            switch pattern[index] {
            case UInt8(ascii: "\\"): index += 1
            // Brackets within a set of signs have rules of their own.
            case UInt8(ascii: "["):
                guard let end = pattern[index...].firstIndex(of: UInt8(ascii: "]")), end > index + 1,
                    !pattern[index..<end].contains(UInt8(ascii: "\\")),
                    !pattern[(index + 1)..<end].contains(UInt8(ascii: "["))
                else { return nil }
                index = end
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                // The first bracket closed before the end: it doesn't hold the whole.
                if depth < 0 { return nil }
            case UInt8(ascii: "|") where depth == 0:
                found.append(pattern[start..<index])
                start = index + 1
            default: break
            }
            index += 1
        }
        return depth == 0 && index == pattern.count ? found + [pattern[start...]] : nil
    }

    private static func beginning(of alternative: ArraySlice<UInt8>) -> Int? {
        var letters = alternative.prefix(most).map { letter($0) }.prefix { $0 != nil }.compactMap { $0 }
        // The last letter may be missing where one of these follows it.
        let next = alternative.dropFirst(letters.count).first
        if let next, [UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "{")].contains(next) { _ = letters.popLast() }
        guard letters.count >= fewest else { return nil }
        return letters.reduce(0) { $0 << 5 | $1 }
    }
}
