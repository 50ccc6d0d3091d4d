/// Finds words that no catalogue reaches in a page rendered in the pseudo-language.
///
/// Every phrase's letters carry accents there, and what people typed stands between ⟦ and ⟧. A plain letter in what a
/// person sees or hears (text, `alt`, `title`, `aria-label`, `placeholder`) was written past the catalogue.
package enum UnreachedWords {
    private static let heardAttributes: Set<String> = ["alt", "title", "aria-label", "placeholder", "aria-description"]
    private static let unseenElements = ["script", "style"]

    package static func find(inHTML html: String) -> [String] {
        var found: [String] = []
        var rest = html[...]
        var depth = 0
        while let start = rest.firstIndex(of: "<") {
            found += words(in: rest[..<start], depth: &depth)
            let tag = rest[start...]
            if tag.hasPrefix("<!--") {
                rest = after("-->", in: tag)
            } else {
                let end = endOfTag(tag)
                found += attributes(of: tag[..<end])
                rest = tag[end...].dropFirst()
                if let name = unseenElements.first(where: { tag.dropFirst().hasPrefix($0) }) {
                    rest = after("</\(name)", in: rest)
                    rest = rest.drop { $0 != ">" }.dropFirst()
                }
            }
        }
        return found + words(in: rest, depth: &depth)
    }

    private static func words(in text: Substring, depth: inout Int) -> [String] {
        var words: [String] = []
        var word = ""
        func isPlain(_ word: String) -> Bool { word.utf8.contains { (0x61...0x7A).contains($0 | 0x20) } }
        for character in decoded(text) {
            switch character {
            case PseudoText.open: depth += 1
            case PseudoText.close: depth = max(0, depth - 1)
            case _ where depth > 0: continue
            case _ where character.isLetter: word.append(character)
            default:
                if isPlain(word) { words.append(word) }
                word = ""
            }
        }
        if isPlain(word) { words.append(word) }
        return words
    }

    /// Letters matter here, not signs: an entity stands for no letter.
    private static func decoded(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start] + " "
            let entity = rest[start...].prefix(12)
            rest = entity.firstIndex(of: ";").map { rest[$0...].dropFirst() } ?? rest[start...].dropFirst()
        }
        return result + rest
    }

    private static func endOfTag(_ tag: Substring) -> String.Index {
        var quote: Character?
        for index in tag.indices {
            let character = tag[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                return index
            }
        }
        return tag.endIndex
    }

    private static func attributes(of tag: Substring) -> [String] {
        var found: [String] = []
        var rest = tag
        while let equals = rest.firstRange(of: "=\"") {
            let name = rest[..<equals.lowerBound].reversed().prefix { $0.isLetter || $0 == "-" }
            let value = rest[equals.upperBound...].prefix { $0 != "\"" }
            var depth = 0
            if heardAttributes.contains(String(String(name).reversed())) { found += words(in: value, depth: &depth) }
            rest = rest[value.endIndex...].dropFirst()
        }
        return found
    }

    private static func after(_ mark: String, in text: Substring) -> Substring {
        text.firstRange(of: mark).map { text[$0.upperBound...] } ?? ""
    }
}
