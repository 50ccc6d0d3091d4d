/// A text as it is compared with others: small letters without accents, and words with one space between them.
///
/// "Men's Sheds" becomes `mens sheds`, "Llŷn & V.C.S." becomes `llyn and vcs`.
package struct NormalForm: Sendable, Hashable {
    /// How many Unicode scalars of a text count; what comes after them is not compared.
    package static let longest = 300

    /// UTF-8.
    package let bytes: [UInt8]

    package init(_ text: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(48)
        Self.write(text, to: &bytes)
        self.bytes = bytes
    }

    /// Writes the normal form of a text behind what is there.
    static func write(_ text: String, to bytes: inout [UInt8]) {
        var writer = NormalWriter(after: bytes.count)
        // Most texts hold nothing but ASCII, which needs no decoding.
        let isWritten = text.utf8.withContiguousStorageIfAvailable { letters in
            guard letters.prefix(longest).allSatisfy({ $0 < 0x80 }) else { return false }
            for letter in letters.prefix(longest) { writer.take(Unicode.Scalar(letter), &bytes) }
            return true
        }
        if isWritten == true { return }
        for scalar in text.unicodeScalars.prefix(longest) { writer.take(scalar, &bytes) }
    }

    /// Of words that have a normal form already.
    init(joining words: some Sequence<Word>) {
        bytes = Array(words.map(\.text).joined(separator: " ").utf8)
    }

    package var words: [Word] {
        bytes.split(separator: UInt8(ascii: " ")).map { Word(normal: String(decoding: $0, as: UTF8.self)) }
    }

    /// The whole without spaces: "well being" and "wellbeing" are the same here.
    package var compact: Word {
        Word(normal: String(decoding: bytes.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self))
    }
}

/// One word of a normal form.
package struct Word: Sendable, Hashable {
    package let text: String
    /// Its Unicode scalars.
    let letters: [Unicode.Scalar]

    init(normal text: String) {
        self.text = text
        letters = Array(text.unicodeScalars)
    }

    init(_ letters: some Sequence<Unicode.Scalar>) {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        self.text = String(text)
        self.letters = Array(letters)
    }

    package static func == (one: Word, other: Word) -> Bool { one.text == other.text }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// Writes a normal form, sign by sign.
private struct NormalWriter {
    /// Where it begins.
    private let start: Int
    private var awaitsSpace = false
    /// How many letters came since the word or its last dot began: one letter with a dot is a part of an abbreviation.
    private var run = 0

    init(after start: Int) { self.start = start }

    mutating func take(_ scalar: Unicode.Scalar, _ bytes: inout [UInt8]) {
        switch scalar {
        case "a"..."z", "0"..."9": write(UInt8(truncatingIfNeeded: scalar.value), &bytes)
        case "A"..."Z": write(UInt8(truncatingIfNeeded: scalar.value) | 0x20, &bytes)
        case " ": endWord()
        case "'", "’", "‘", "ʼ", "`", "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}": break
        case ".":
            if run == 1 { run = 0 } else { endWord() }
        case "&":
            endWord()
            for byte in "and".utf8 { write(byte, &bytes) }
            endWord()
        default:
            if scalar.isASCII { endWord() } else { takeOther(scalar, &bytes) }
        }
    }

    private mutating func takeOther(_ scalar: Unicode.Scalar, _ bytes: inout [UInt8]) {
        guard !scalar.isAccent else { return }
        guard scalar.isPartOfWord else { return endWord() }
        for byte in plainLetters(of: scalar).utf8 { write(byte, &bytes) }
    }

    private mutating func write(_ byte: UInt8, _ bytes: inout [UInt8]) {
        if awaitsSpace, bytes.count > start { bytes.append(UInt8(ascii: " ")) }
        awaitsSpace = false
        run += 1
        bytes.append(byte)
    }

    private mutating func endWord() {
        awaitsSpace = true
        run = 0
    }
}
