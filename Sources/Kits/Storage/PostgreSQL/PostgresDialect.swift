/// Turns a script that was written for SQLite into what PostgreSQL calls the same things: whole numbers of 64 bits, bytes, and text that
/// sorts by its bytes whatever the language of the database. Text in quotes and remarks stay as they are.
enum PostgresDialect {
    private static let withoutRowNumbers = ", WITHOUT ROWID"

    static func render(_ script: String) -> String {
        var rest = Substring(script)
        var rendered = ""
        var previous = ""
        while let first = rest.first {
            let token = Self.token(at: rest, first)
            rest = rest[token.endIndex...]
            guard first.isLetter || first == "_" else {
                rendered += token
                if !first.isWhitespace, !token.hasPrefix("--"), !token.hasPrefix("/*") { previous = String(token) }
                continue
            }
            rendered += word(String(token), after: previous)
            previous = token.uppercased()
            // SQLite's own way of keeping rows goes with the word before it.
            if previous == "STRICT", rest.hasPrefix(withoutRowNumbers) {
                rest = rest.dropFirst(withoutRowNumbers.count)
            }
        }
        return rendered
    }

    private static func word(_ word: String, after previous: String) -> String {
        switch word.uppercased() {
        case "INTEGER": "BIGINT"
        case "BLOB": "BYTEA"
        // In a conversion a type stands alone.
        case "TEXT" where previous != "AS": "TEXT COLLATE \"C\""
        case "STRICT" where previous == ")" || previous == ",": ""
        default: word
        }
    }

    /// One word, one quoted text or name, one remark, or one other sign.
    private static func token(at text: Substring, _ first: Character) -> Substring {
        if first.isLetter || first == "_" {
            return text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
        }
        if first == "'" || first == "\"" {
            guard let end = text.dropFirst().firstIndex(of: first) else { return text }
            // A doubled quote within is read as two quoted texts next to each other, which comes to the same.
            return text[...end]
        }
        if text.hasPrefix("--") { return text.prefix { !$0.isNewline } }
        if text.hasPrefix("/*") {
            guard let end = text.dropFirst(2).firstRange(of: "*/") else { return text }
            return text[..<end.upperBound]
        }
        return text.prefix(1)
    }
}
