import Words

/// Text from a cell without what can't be shown: control characters and marks that turn the direction of writing.
struct CleanText: Sendable {
    /// Trimmed, with every run of white space as one space; nil where nothing is left.
    let oneLine: String?
    /// Trimmed, lines kept; nil where nothing is left.
    let paragraphs: String?
    /// How many characters were left out.
    let dropped: Int

    init(_ raw: String) {
        if let plain = CleanText.asItIs(raw) {
            oneLine = plain.isEmpty ? nil : plain
            paragraphs = oneLine
            dropped = 0
            return
        }
        var kept = String.UnicodeScalarView()
        var dropped = 0
        for scalar in raw.unicodeScalars {
            switch scalar {
            case "\r": continue
            case "\n": kept.append(scalar)
            case "\t", "\u{00A0}", "\u{202F}", "\u{2007}", "\u{2009}": kept.append(" ")
            case _ where scalar.isUnshowable: dropped += 1
            default: kept.append(scalar)
            }
        }
        let lines = String(kept).split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: " ").joined(separator: " ")
        }
        let joined = lines.filter { !$0.isEmpty }.joined(separator: " ")
        oneLine = joined.isEmpty ? nil : joined
        let body = lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
        paragraphs = joined.isEmpty ? nil : body.joined(separator: "\n")
        self.dropped = dropped
    }

    /// The text itself where it is plain ASCII in one line without outer or double spaces, which nearly all cells are.
    private static func asItIs(_ raw: String) -> String? {
        var previousIsSpace = true
        for byte in raw.utf8 {
            guard byte >= 0x20, byte < 0x7F else { return nil }
            let isSpace = byte == 0x20
            if isSpace && previousIsSpace { return nil }
            previousIsSpace = isSpace
        }
        return previousIsSpace && !raw.isEmpty ? nil : raw
    }
}
