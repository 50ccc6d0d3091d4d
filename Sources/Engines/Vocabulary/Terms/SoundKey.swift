/// How an English word sounds, roughly: words that sound alike have the same key. Nil for what isn't written in plain letters.
///
/// - Source: Philips, L., "Hanging on the Metaphone", Computer Language 7 (12), 1990.
func soundKey(of word: Word) -> String? {
    let letters = Array(word.text.utf8)
    guard !letters.isEmpty, letters.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains) else { return nil }
    var writer = SoundWriter(letters)
    writer.write()
    return String(decoding: writer.key, as: UTF8.self)
}

private struct SoundWriter {
    private let letters: [UInt8]
    private var at = 0
    private(set) var key: [UInt8] = []

    init(_ letters: [UInt8]) {
        // Double letters sound as one, but for cc.
        var single: [UInt8] = []
        for letter in letters where letter != single.last || letter == UInt8(ascii: "c") { single.append(letter) }
        self.letters = single
    }

    mutating func write() {
        begin()
        while at < letters.count {
            writeLetter()
            at += 1
        }
    }

    /// Beginnings of which a letter isn't heard.
    private mutating func begin() {
        let start = String(decoding: letters.prefix(2), as: UTF8.self)
        switch start {
        case "kn", "gn", "pn", "ae", "wr": at = 1
        case "wh":
            add("W")
            at = 2
        default:
            if letter(0) == "x" {
                add("S")
                at = 1
            }
        }
    }

    private mutating func writeLetter() {
        switch letter(0) {
        case "a", "e", "i", "o", "u": if at == 0 { key.append(letters[at] & 0xDF) }
        case "b": if !(letter(-1) == "m" && at == letters.count - 1) { add("B") }
        case "c": writeC()
        case "d": writeD()
        case "g": writeG()
        case "h": if isVowel(1) && !isOne(of: "cgpst", -1) || at == 0 { add("H") }
        case "k": if letter(-1) != "c" { add("K") }
        case "p": add(letter(1) == "h" ? "F" : "P")
        case "q": add("K")
        case "s": writeS()
        case "t": writeT()
        case "v": add("F")
        case "w", "y": if isVowel(1) { key.append(letters[at] & 0xDF) }
        case "x": add("KS")
        case "z": add("S")
        default: key.append(letters[at] & 0xDF)
        }
    }

    private mutating func writeC() {
        if letter(1) == "h" {
            add(letter(-1) == "s" ? "K" : "X")
        } else if letter(1) == "i" && letter(2) == "a" {
            add("X")
        } else if isOne(of: "iey", 1) {
            if letter(-1) != "s" { add("S") }
        } else {
            add("K")
        }
    }

    private mutating func writeD() {
        guard letter(1) == "g", isOne(of: "eiy", 2) else { return add("T") }
        add("J")
        at += 1
    }

    private mutating func writeG() {
        if letter(1) == "h" {
            // Heard before a vowel and silent otherwise: "ghost", but "night".
            if isVowel(2) { add("K") }
        } else if letter(1) == "n" {
            let end = letters[(at + 1)...]
            if !(end.elementsEqual("n".utf8) || end.elementsEqual("ned".utf8)) { add("K") }
        } else {
            add(isOne(of: "eiy", 1) ? "J" : "K")
        }
    }

    private mutating func writeS() {
        if letter(1) == "h" || letter(1) == "i" && isOne(of: "oa", 2) {
            add("X")
        } else {
            add("S")
        }
        if letter(1) == "h" { at += 1 }
    }

    private mutating func writeT() {
        if letter(1) == "i" && isOne(of: "oa", 2) {
            add("X")
        } else if letter(1) == "h" {
            add("0")
            at += 1
        } else if !(letter(1) == "c" && letter(2) == "h") {
            add("T")
        }
    }

    private mutating func add(_ sounds: StaticString) {
        sounds.withUTF8Buffer { key.append(contentsOf: $0) }
    }

    /// The letter some places from here; a space before the word and after it.
    private func letter(_ offset: Int) -> Unicode.Scalar {
        let place = at + offset
        return letters.indices.contains(place) ? Unicode.Scalar(letters[place]) : " "
    }

    private func isVowel(_ offset: Int) -> Bool { isOne(of: "aeiou", offset) }

    private func isOne(of letters: StaticString, _ offset: Int) -> Bool {
        letters.withUTF8Buffer { $0.contains(UInt8(ascii: letter(offset))) }
    }
}
