/// Makes a style sheet light for sending: without comments, blanks at the ends of lines and the ends of lines themselves.
package enum StyleSheet {
    package static func compact(_ css: String) -> String {
        var result = ""
        for line in withoutComments(css).split(whereSeparator: \.isNewline) {
            let text = line.trimmingBlanks
            guard !text.isEmpty else { continue }
            // After these a blank means nothing; elsewhere, as between two selectors, it does.
            if let last = result.last, !"{};,".contains(last) { result += " " }
            result += text
        }
        return result
    }

    /// What looks like a comment within quotation marks stays.
    private static func withoutComments(_ css: String) -> String {
        var result = ""
        var rest = css[...]
        var quote: Character?
        while let character = rest.first {
            if quote == nil, rest.hasPrefix("/*") {
                let end = rest.dropFirst(2).firstRange(of: "*/")?.upperBound ?? rest.endIndex
                rest = rest[end...]
                continue
            }
            if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
            }
            result.append(character)
            rest.removeFirst()
        }
        return result
    }
}

extension Substring {
    fileprivate var trimmingBlanks: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return start[...last]
    }
}
