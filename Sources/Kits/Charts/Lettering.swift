/// How wide words are in DejaVu Sans, about: a specification must know it, and only the worker has the letters themselves.
enum Lettering {
    /// The size of all words in a chart. A chart on the narrowest phone is shown at 0.85 of its size.
    static let size = 12.0
    static let lineHeight = 15.0

    static func width(of text: String, isBold: Bool = false) -> Double {
        let ems = text.reduce(0.0) { $0 + width(of: $1) }
        return ems * size * (isBold ? 1.12 : 1)
    }

    /// A text in lines that fit into a width, broken at spaces, and within a word where it is longer than a line.
    /// Beyond `most` lines it ends with dots.
    static func wrapped(_ text: String, to room: Double, most: Int = 3) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            for piece in pieces(of: word, room) {
                let longer = line.isEmpty ? piece : line + " " + piece
                if width(of: longer) <= room || line.isEmpty {
                    line = longer
                } else {
                    lines.append(line)
                    line = piece
                }
            }
            if lines.count > most { break }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines }
        var last = lines[most - 1]
        while !last.isEmpty, width(of: last + " …") > room { last.removeLast() }
        return lines.prefix(most - 1) + [last + " …"]
    }

    private static func pieces(of word: Substring, _ room: Double) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for letter in word {
            if !piece.isEmpty, width(of: piece + String(letter)) > room {
                pieces.append(piece)
                piece = ""
            }
            piece.append(letter)
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    /// In parts of the size of the letters.
    private static func width(of letter: Character) -> Double {
        switch letter {
        case "i", "j", "l", "I", "J", ".", ",", ":", ";", "'", "’", "|", "!", " ": 0.33
        case "f", "r", "t", "(", ")", "-": 0.41
        case "m", "w", "M", "W", "%", "@", "—": 0.97
        case "A"..."Z": 0.72
        default: letter.utf8.count < 3 ? 0.63 : 1
        }
    }
}
