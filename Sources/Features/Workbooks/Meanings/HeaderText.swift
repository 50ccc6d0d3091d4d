/// A header as it can be compared: without case, punctuation, plurals and small words, with what its brackets and signs say.
///
/// `"No. of people (high)"` has the key `number people` and the bound `high`; `"Drop-off %"` and `"drop off"` share a key.
package struct HeaderText: Sendable, Equatable {
    package enum Bound: Sendable, Equatable { case low, high }

    /// The words outside brackets, joined by spaces. Where there are none outside, those inside.
    package let key: String
    /// All words, those in brackets too.
    package let fullKey: String
    package let words: [String]
    package let bound: Bound?
    package let namesMonths: Bool
    package let namesYears: Bool
    /// The names on either side of a stroke or a line break between them, where there are two.
    package let parts: [String]

    package init(_ raw: String) {
        var outside: [String] = []
        var inside: [String] = []
        var word = String.UnicodeScalarView()
        var depth = 0
        func close() {
            guard !word.isEmpty else { return }
            let text = String(word)
            word = String.UnicodeScalarView()
            if depth > 0 { inside.append(text) } else { outside.append(text) }
        }
        for scalar in raw.unicodeScalars.prefix(HeaderText.longest) {
            switch scalar {
            case "(", "[":
                close()
                depth += 1
            case ")", "]":
                close()
                depth = max(0, depth - 1)
            case "'", "\u{2019}", "\u{2018}", "`":
                continue
            default:
                // Soft hyphens, zero-width spaces and their kind part no word.
                if scalar.properties.isDefaultIgnorableCodePoint { continue }
                let plain = HeaderText.plain(scalar)
                if plain.properties.isAlphabetic || plain.properties.numericType != nil {
                    word.append(contentsOf: plain.properties.lowercaseMapping.unicodeScalars)
                } else {
                    if plain == "#" { word.append(contentsOf: "number".unicodeScalars) }
                    close()
                }
            }
        }
        close()
        parts = HeaderText.parted(raw)
        let all = outside + inside
        bound = all.lazy.compactMap { HeaderText.bounds[$0] }.first
        namesMonths = all.contains { $0 == "month" || $0 == "months" || $0 == "mths" || $0 == "mis" || $0 == "misoedd" }
        namesYears = all.contains { $0 == "year" || $0 == "years" || $0 == "yrs" || $0 == "blynyddoedd" }
        let outer = HeaderText.stemmed(outside)
        words = HeaderText.stemmed(all)
        fullKey = words.joined(separator: " ")
        key = outer.isEmpty ? fullKey : outer.joined(separator: " ")
    }

    private static func parted(_ raw: String) -> [String] {
        guard raw.utf8.count <= longest, raw.utf8.contains(where: { $0 == 0x2F || $0 == 0x7C || $0 == 0x0A }) else {
            return []
        }
        let parts = raw.split { $0 == "\n" || $0 == "\r\n" || $0 == "|" || $0 == "/" }.map(String.init)
            .filter { $0.contains(where: \.isLetter) }
        return parts.count == 2 ? parts : []
    }

    /// Longer texts are not headers; what comes after is not looked at.
    private static let longest = 300

    private static let bounds: [String: Bound] = [
        "low": .low, "lower": .low, "lowest": .low, "min": .low, "minimum": .low, "worst": .low, "pessimistic": .low,
        "isel": .low, "high": .high, "higher": .high, "highest": .high, "upper": .high, "max": .high,
        "maximum": .high, "best": .high, "optimistic": .high, "uchel": .high,
    ]

    private static func stemmed(_ words: [String]) -> [String] {
        words.compactMap { word in
            if small.contains(word) || bounds[word] != nil { return nil }
            return stem(same[word] ?? word)
        }
    }

    /// Words that carry no meaning of their own in a header.
    private static let small: Set<String> = [
        "the", "a", "an", "of", "for", "in", "on", "at", "is", "are", "was", "were", "do", "does", "did", "you",
        "your", "it", "its", "they", "their", "them", "this", "that", "will", "would", "have", "has", "had", "been",
        "be", "and", "or", "with", "there", "per", "cent", "percent", "percentage", "pc", "gbp", "by", "if", "any",
        "please", "000", "000s", "thousand", "thousands", "million", "millions", "estimate", "estimated", "y", "yr",
        "o",
    ]

    /// Words that stand for one another.
    private static let same: [String: String] = [
        "no": "number", "nr": "number", "num": "number", "nos": "number", "we": "us", "our": "us",
        "program": "programme",
        "program's": "programme", "mths": "months", "yrs": "years", "learnt": "learned", "organization": "organisation",
        "persons": "people", "individuals": "people", "ids": "id", "identifier": "id", "avg": "average",
    ]

    /// A light stem: the same for `change`, `changes`, `changed` and `changing`.
    private static func stem(_ word: String) -> String {
        var letters = Substring(word)
        if letters.count > 4, letters.hasSuffix("s"), !letters.hasSuffix("ss") { letters.removeLast() }
        if letters.count > 5, letters.hasSuffix("ing") {
            letters.removeLast(3)
        } else if letters.count > 4, letters.hasSuffix("ed") {
            letters.removeLast(2)
        }
        if letters.count > 4, letters.hasSuffix("e") { letters.removeLast() }
        return String(letters)
    }

    /// Accented letters as their plain ones, so that Welsh typed without its circumflexes is met.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "á", "à", "â", "ä", "Á", "À", "Â", "Ä": "a"
        case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": "e"
        case "í", "ì", "î", "ï", "Í", "Ì", "Î", "Ï": "i"
        case "ó", "ò", "ô", "ö", "Ó", "Ò", "Ô", "Ö": "o"
        case "ú", "ù", "û", "ü", "Ú", "Ù", "Û", "Ü": "u"
        case "ŵ", "Ŵ": "w"
        case "ŷ", "Ŷ", "ý", "ÿ": "y"
        default: scalar
        }
    }
}
