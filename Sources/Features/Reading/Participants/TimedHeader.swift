import Words
import Workbooks

/// A header of a score at one point of time: `Earnings 1975` is the score `Earnings` in the year 1975.
struct TimedHeader: Sendable, Equatable {
    /// A point of time within one way of naming them.
    enum Point: Sendable, Equatable {
        /// Before is below 0, a number of months is itself, after is above all months.
        case stage(Int)
        case year(Int)
        /// Year * 12 + month.
        case month(Int)
        case order(Int)

        var rank: Int {
            switch self {
            case .stage(let rank), .year(let rank), .month(let rank), .order(let rank): rank
            }
        }

        func isLike(_ other: Point) -> Bool {
            switch (self, other) {
            case (.stage, .stage), (.year, .year), (.month, .month), (.order, .order): true
            default: false
            }
        }

        var isStage: Bool { if case .stage = self { true } else { false } }

        static let before = Point.stage(-1)
        static let after = Point.stage(10_000)
    }

    let point: Point
    /// The score's name as it was typed, without the point of time; empty where nothing else stands in the header.
    let stem: String

    var key: String { HeaderText(stem).fullKey }

    init?(_ text: String) {
        guard text.utf8.count <= 300 else { return nil }
        let words = TimedHeader.words(of: text)
        guard let (range, point) = TimedHeader.marker(in: words, of: text) ?? TimedHeader.glued(words, in: text) else {
            return nil
        }
        self.point = point
        let kept = text[..<range.lowerBound] + " " + text[range.upperBound...]
        stem = TimedHeader.tidied(String(kept))
    }

    private typealias Word = (text: String, range: Range<String.Index>)

    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var start: String.Index?
        for index in text.indices {
            let isPart = text[index].isLetter || text[index].isNumber
            if isPart, start == nil { start = index }
            if !isPart, let from = start {
                words.append((text[from..<index].lowercased(), from..<index))
                start = nil
            }
        }
        if let from = start { words.append((text[from...].lowercased(), from..<text.endIndex)) }
        return words
    }

    private static func marker(in words: [Word], of text: String) -> (Range<String.Index>, Point)? {
        for (word, next) in zip(words, words.dropFirst()) {
            if let number = Int(word.text), (0...120).contains(number), months.contains(next.text) {
                return (word.range.lowerBound..<next.range.upperBound, .stage(number))
            }
        }
        for (word, next) in zip(words, words.dropFirst()) {
            if let month = CivilDate.month(named: word.text), let year = Int(next.text), year > 0,
                next.text.count == 2 || (1950...2099).contains(year)
            {
                let full = next.text.count == 2 ? 2000 + year : year
                return (word.range.lowerBound..<next.range.upperBound, .month(full * 12 + month))
            }
        }
        for (index, word) in words.enumerated() {
            let next = index + 1 < words.count ? words[index + 1] : nil
            if let next, let number = Int(next.text), (0...20).contains(number), counted.contains(word.text),
                // `Score 2 before`: the number belongs to the name.
                !(word.text == "score" && words.contains { befores.contains($0.text) || afters.contains($0.text) })
            {
                return (word.range.lowerBound..<next.range.upperBound, .order(number))
            }
            if let next, word.text == "follow", next.text == "up" {
                return (word.range.lowerBound..<next.range.upperBound, .after)
            }
            if let next, word.text == "ar", next.text == "ôl" || next.text == "ol" {
                return (word.range.lowerBound..<next.range.upperBound, .after)
            }
            if let rest = word.text.first.flatMap({ "tw".contains($0) ? word.text.dropFirst() : nil }), rest.count == 1,
                let number = Int(rest)
            {
                return (word.range, .order(number))
            }
        }
        for word in words where befores.contains(word.text) { return (word.range, .before) }
        for word in words where afters.contains(word.text) { return (word.range, .after) }
        for (index, word) in words.enumerated() {
            guard word.text.utf8.count == 4, let year = Int(word.text), (1900...2100).contains(year) else { continue }
            // `2023/24`: the second half is the end of the same year.
            let next = index + 1 < words.count ? words[index + 1] : nil
            if let next, [2, 4].contains(next.text.utf8.count), let end = Int(next.text), end % 100 == (year + 1) % 100
            {
                return (word.range.lowerBound..<next.range.upperBound, .year(year))
            }
            return (word.range, .year(year))
        }
        // `Pain at admission`, `Pain (admission)`: an event that begins something, and stands for that only here.
        for (index, word) in words.enumerated() where beginnings.contains(word.text) && index == words.count - 1 {
            let isBracketed =
                word.range.lowerBound > text.startIndex
                && "([-\u{2013}:".contains(text[..<word.range.lowerBound].last { $0 != " " } ?? " ")
            if isBracketed || index > 0 && ["at", "on"].contains(words[index - 1].text) {
                return (word.range, .before)
            }
        }
        return nil
    }

    /// `re75`: letters and the last two or all four digits of a year.
    private static func glued(_ words: [Word], in text: String) -> (Range<String.Index>, Point)? {
        guard words.count == 1, let word = words.first else { return nil }
        let digits = word.text.reversed().prefix { $0.isNumber }.count
        guard digits == 2 || digits == 4, digits < word.text.count, let number = Int(word.text.suffix(digits)) else {
            return nil
        }
        let year = digits == 4 ? number : number < 50 ? 2000 + number : 1900 + number
        guard (1950...2049).contains(year) else { return nil }
        return (text.index(word.range.upperBound, offsetBy: -digits)..<word.range.upperBound, .year(year))
    }

    private static let months: Set<String> = ["month", "months", "mth", "mths", "mis"]
    private static let counted: Set<String> = [
        "time", "wave", "assessment", "survey", "point", "review", "round", "timepoint", "score",
    ]
    private static let befores: Set<String> = [
        "before", "baseline", "pre", "start", "beginning", "entry", "intake", "initial", "opening", "cyn", "dechrau",
        "first",
        "starting", "joining", "arrival",
    ]
    private static let afters: Set<String> = [
        "after", "followup", "post", "end", "exit", "final", "endline", "closing", "latest", "last", "leaving",
        "discharge",
        "wedyn", "diwedd", "now", "completion", "ending", "current",
    ]

    private static let beginnings: Set<String> = [
        "admission", "enrolment", "enrollment", "induction", "registration", "referral",
    ]

    private static let dangling: Set<String> = ["at", "on", "in", "the", "of", "and", "to", "from", "for"]

    private static func tidied(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init).filter { word in
            word.contains { $0.isLetter || $0.isNumber }
        }
        while let last = words.last, dangling.contains(last.lowercased()) { words.removeLast() }
        let joined = words.joined(separator: " ")
        let outer: Set<Character> = [
            " ", "-", "\u{2013}", "\u{2014}", ":", ",", ";", "_", "/", ".", "?", "(", ")", "[", "]",
        ]
        var rest = Substring(joined)
        while let first = rest.first, outer.contains(first) { rest.removeFirst() }
        while let last = rest.last, outer.contains(last), !(last == ")" && rest.contains("(")) { rest.removeLast() }
        return String(rest)
    }
}
