/// A sign in small letters, a Latin one without what stands above, below or across it: `ŵ` is `w`, `É` is `e`, `ﬁ` is `fi`.
///
/// The letter is read from the sign's name, which never changes: LATIN SMALL LETTER W WITH CIRCUMFLEX.
///
/// - Source: The Unicode Standard, chapter 4.8, and its stability policy for names.
func plainLetters(of scalar: Unicode.Scalar) -> String {
    var letters = ""
    for small in scalar.properties.lowercaseMapping.unicodeScalars where !small.isAccent {
        letters += special[small] ?? base(of: small) ?? String(small)
    }
    return letters
}

private let special: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i",
]

private func base(of scalar: Unicode.Scalar) -> String? {
    guard let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ")
    guard let start = words.firstIndex(of: "LATIN"), words.count > start + 3, words[start + 1] == "SMALL" else {
        return nil
    }
    let letters = words[start + 3]
    let isWhole = words.count == start + 4 || words[start + 4] == "WITH"
    switch words[start + 2] {
    case "LETTER" where letters.count == 1 && isWhole: return letters.lowercased()
    case "LIGATURE" where words.count == start + 4: return letters.lowercased()
    default: return nil
    }
}

extension Unicode.Scalar {
    /// A mark that stands above or below the letter before it.
    var isAccent: Bool { (0x300...0x36F).contains(value) }

    var isPartOfWord: Bool {
        if properties.isAlphabetic { return true }
        switch properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }
}
