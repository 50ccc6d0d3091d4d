/// The words, pairs of words and four-letter pieces of a text, each as a number.
///
/// A piece keeps to one word and counts the spaces around it: "sport" has ` spo`, `spor`, `port` and `ort `.
struct TermKeys: Sendable {
    /// A number and how often it stands there, in the order of the numbers.
    private(set) var counts: [(key: UInt64, count: Int32)]

    /// Set in the number of a piece.
    private static let pieceBit: UInt64 = 1 << 63

    static func isPiece(_ key: UInt64) -> Bool { key & pieceBit != 0 }

    init(_ text: String) {
        var keys: [UInt64] = []
        var previous: UInt64?
        for word in Self.words(text) {
            let key = Self.key(of: word)
            keys.append(key)
            if let previous { keys.append((previous &* 31 &+ key) & ~Self.pieceBit) }
            previous = key
            Self.addPieces(of: word, to: &keys)
        }
        keys.sort()
        counts = []
        counts.reserveCapacity(keys.count)
        for key in keys {
            if counts.last?.key == key {
                counts[counts.count - 1].count += 1
            } else {
                counts.append((key, 1))
            }
        }
    }

    static func key(of word: some Sequence<UInt8>) -> UInt64 {
        word.reduce(Digest.start) { Digest.taking($1, $0) } & ~pieceBit
    }

    /// In small letters, as UTF-8.
    static func words(_ text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        var skip = 0
        for byte in text.lowercased().utf8 {
            if skip > 0 {
                skip -= 1
                continue
            }
            // Quotes, dashes and blanks outside ASCII begin with these bytes.
            if byte == 0xE2 { skip = 2 } else if byte == 0xC2 { skip = 1 }
            let isPart = skip == 0 && (byte >= 0x80 || isLetterOrDigit(byte))
            if isPart {
                word.append(byte)
            } else if !word.isEmpty {
                words.append(word)
                word = []
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    private static func addPieces(of word: [UInt8], to keys: inout [UInt64]) {
        var window: UInt32 = 0x20
        for (index, byte) in (word + [0x20]).enumerated() {
            window = window << 8 | UInt32(byte)
            if index >= 2 { keys.append(pieceBit | UInt64(window)) }
        }
        if word.count == 1 { keys.append(pieceBit | UInt64(window)) }
    }
}
