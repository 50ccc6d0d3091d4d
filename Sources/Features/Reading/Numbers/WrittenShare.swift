import FoundationEssentials

/// A share as people say it: `a third`, `half`, `two thirds`, `1 in 5`, `3 out of 4`, `1/3`.
///
/// Only columns of shares are read so: elsewhere `3 out of 4` is a score, and `half` may be half of anything.
enum WrittenShare {
    /// The share as a part of 1; nil for other texts, and where more than the whole is named.
    static func read(_ raw: String) -> Decimal? {
        guard raw.utf8.count <= 60 else { return nil }
        let plain = NumberWords.withoutBracketedWords(
            NumberWords.withoutApproximation(NumberWords.trimmed(raw.lowercased())))
        var words = plain.split { $0 == " " || $0 == "-" || $0 == "\u{2010}" || $0 == "\u{2011}" }.map(String.init)
        if let sign = plain.first, plain.count == 1, let (part, whole) = signs[sign] { return share(part, whole) }
        if words.count == 1, let slash = plain.firstIndex(of: "/") {
            return share(number(String(plain[..<slash])), number(String(plain[plain.index(after: slash)...])))
        }
        // `1 in 5`, `one in every five`, `3 out of 4`.
        words.removeAll { $0 == "every" || $0 == "out" }
        if words.count == 3, words[1] == "in" || words[1] == "of" {
            if let part = number(words[0]), let whole = number(words[2]) { return share(part, whole) }
        }
        if ["of", "them", "it", "people", "the", "time"].contains(words.last), words.count > 1 {
            words = Array(words.prefix { $0 != "of" })
        }
        guard let last = words.last, let whole = parts[last] else { return nil }
        switch words.count {
        case 1: return last == "half" || last == "hanner" ? share(1, whole) : nil
        case 2: return share(number(words[0]), whole)
        default: return nil
        }
    }

    private static func share(_ part: Int?, _ whole: Int?) -> Decimal? {
        guard let part, let whole, part >= 0, whole > 1, part <= whole else { return nil }
        return Decimal(part) / Decimal(whole)
    }

    private static func number(_ text: String) -> Int? {
        if let number = names[text] { return number }
        guard (1...4).contains(text.utf8.count), text.unicodeScalars.allSatisfy(isDigit) else { return nil }
        return Int(text)
    }

    private static let names = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "twenty": 20, "hundred": 100,
    ]

    private static let parts = [
        "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
        "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10, "hanner": 2,
    ]

    private static let signs: [Character: (Int, Int)] = [
        "\u{BD}": (1, 2), "\u{BC}": (1, 4), "\u{BE}": (3, 4), "\u{2153}": (1, 3), "\u{2154}": (2, 3),
        "\u{2155}": (1, 5),
    ]
}
