/// A period as people write it within a line: `April 2023 to March 2024`, `2023/24`, `FY 23-24`, `year ending 31 March 2025`.
enum PeriodText {
    /// The part of the line that says it, as it was typed; nil where there is none. A single year or day says when a line was
    /// written as often as what it is about, and is none.
    static func within(_ line: String) -> String? {
        let words = words(of: line)
        for start in words.indices {
            if let end = span(words, from: start) {
                return String(line[words[start].range.lowerBound..<words[end].range.upperBound])
            }
        }
        return nil
    }

    private typealias Word = (text: String, range: Range<String.Index>)

    /// Words and numbers, and each sign that joins two of them.
    private static func words(of line: String) -> [Word] {
        var words: [Word] = []
        var start: String.Index?
        func close(_ end: String.Index) {
            if let from = start { words.append((line[from..<end].lowercased(), from..<end)) }
            start = nil
        }
        for index in line.indices {
            let letter = line[index]
            if letter.isLetter || letter.isNumber {
                // `FY23` is two words.
                if let from = start, letter.isNumber, line[from].isLetter { close(index) }
                if start == nil { start = index }
            } else {
                close(index)
                if "-\u{2013}\u{2014}/".contains(letter) {
                    words.append((String(letter), index..<line.index(after: index)))
                }
            }
        }
        close(line.endIndex)
        return words
    }

    /// The last word of the period that begins at a word.
    private static func span(_ words: [Word], from start: Int) -> Int? {
        var index = start
        let isNamed = word(words, index) == "fy"
        if isNamed { index += 1 }
        if word(words, index) == "year", ["ending", "ended", "to", "end"].contains(word(words, index + 1)) {
            return date(words, from: index + 2).map { $0 - 1 }
        }
        if let years = years(words, from: index) { return years }
        if isNamed { return year(word(words, index)) || short(word(words, index)) ? index : nil }
        guard let middle = date(words, from: index), joins.contains(word(words, middle)),
            let end = date(words, from: middle + 1)
        else { return nil }
        // "From March to June" is of no year, and may be of every one.
        return words[end - 1].text.contains(where: \.isNumber) ? end - 1 : nil
    }

    /// `2023/24`, `2023 to 2024`, `23-24` where the second follows the first.
    private static func years(_ words: [Word], from start: Int) -> Int? {
        guard joins.contains(word(words, start + 1)), let first = number(word(words, start)),
            let last = number(word(words, start + 2))
        else { return nil }
        let (one, other) = (word(words, start).count, word(words, start + 2).count)
        switch (one, other) {
        case (4, 4): return year(word(words, start)) && (first + 1...first + 10).contains(last) ? start + 2 : nil
        case (4, 2): return year(word(words, start)) && (first + 1) % 100 == last ? start + 2 : nil
        case (2, 2): return first + 1 == last && isAlone(words, start, start + 2) ? start + 2 : nil
        default: return nil
        }
    }

    /// `23-24` within `01-23-24` is part of a date.
    private static func isAlone(_ words: [Word], _ start: Int, _ end: Int) -> Bool {
        !(start > 0 && joins.contains(word(words, start - 1))) && !joins.contains(word(words, end + 1))
    }

    /// The word after a date that begins at a word: `1 April 2024`, `April 24`, `Apr`, `01/04/2024`.
    private static func date(_ words: [Word], from start: Int) -> Int? {
        var index = start
        if let day = number(word(words, index)), (1...31).contains(day), month(word(words, index + 1)) { index += 1 }
        if let day = number(ordinal(word(words, index))), (1...31).contains(day), month(word(words, index + 1)) {
            index += 1
        }
        if month(word(words, index)) {
            let next = word(words, index + 1)
            return year(next) || short(next) ? index + 2 : index + 1
        }
        if number(word(words, index)) != nil, word(words, index + 1) == "/", number(word(words, index + 2)) != nil,
            word(words, index + 3) == "/", year(word(words, index + 4)) || short(word(words, index + 4))
        {
            return index + 5
        }
        return nil
    }

    private static func word(_ words: [Word], _ index: Int) -> String {
        words.indices.contains(index) ? words[index].text : ""
    }
    private static func number(_ word: String) -> Int? { word.utf8.count <= 4 ? Int(word) : nil }
    private static func year(_ word: String) -> Bool {
        word.utf8.count == 4 && number(word).map { (1950...2099).contains($0) } ?? false
    }
    private static func short(_ word: String) -> Bool { word.utf8.count == 2 && number(word) != nil }
    private static func ordinal(_ word: String) -> String {
        ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) } ? String(word.dropLast(2)) : word
    }
    private static func month(_ word: String) -> Bool {
        word.count >= 3 && months.contains { $0.hasPrefix(word) } || word == "sept"
    }

    private static let joins: Set<String> = ["-", "\u{2013}", "\u{2014}", "/", "to", "until", "i", "hyd"]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi", "hydref",
        "tachwedd", "rhagfyr",
    ]
}
