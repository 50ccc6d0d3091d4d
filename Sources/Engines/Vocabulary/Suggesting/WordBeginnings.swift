/// The first three letters of words, as a quick way to know that an expression can't find anything in a text.
struct WordBeginnings: Sendable {
    /// A bit for each three letters of the alphabet.
    private var bits = [UInt64](repeating: 0, count: 32 * 32 * 32 / 64)

    /// Of every run of letters in a text, whatever stands before it.
    init(of text: [UInt8]) {
        var length = 0
        var code = 0
        for byte in text {
            guard let letter = Self.letter(byte) else {
                length = 0
                continue
            }
            length += 1
            code = length == 1 ? letter : code << 5 | letter
            if length == 3 { bits[code >> 6] |= 1 << UInt64(code & 63) }
        }
    }

    func hasAny(of beginnings: [Int]) -> Bool {
        beginnings.contains { bits[$0 >> 6] & (1 << UInt64($0 & 63)) != 0 }
    }

    /// The beginnings of which a text needs one, so that a pattern can match; nil where the pattern doesn't say.
    ///
    /// Only patterns like `\b(cats?|felines?)\b` say: each of their alternatives begins with three letters, at the beginning of a word.
    static func needed(by pattern: String) -> [Int]? {
        let bytes = Array(pattern.utf8)
        let opening = Array("\\b(".utf8)
        let closing = Array(")\\b".utf8)
        guard bytes.count > opening.count + closing.count, bytes.starts(with: opening),
            bytes.suffix(closing.count).elementsEqual(closing)
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
        let letters = alternative.prefix(4).map { letter($0) }
        guard letters.count >= 3, let one = letters[0], let two = letters[1], let three = letters[2] else { return nil }
        let next = alternative.dropFirst(3).first
        // The third letter may be missing where one of these follows it.
        if let next, [UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "{")].contains(next) { return nil }
        return (one << 5 | two) << 5 | three
    }
}
