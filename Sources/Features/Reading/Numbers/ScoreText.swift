import Documents
import Measurement

/// Scores in words: yes and no, the steps of a scale, a number with its words beside it, or points out of the most there are.
struct ScoreText: Sendable {
    /// What answers in words are counted as, each step of the scale; empty for numbers and for yes and no.
    let answers: [ScoredAnswer]
    private let kind: Kind?

    private enum Kind { case steps(AnswerScale), labels, points, ticks }

    /// What the columns of one score hold, before and after together, so that both are read by the same scale.
    init(_ cells: Cells, columns: [Int], rows: Range<Int>) {
        var seen: Set<String> = []
        let texts = columns.flatMap { DistinctTexts(cells, $0, rows: rows).texts }.filter {
            !NumberWords.missing.contains($0.lowercased()) && seen.insert($0.lowercased()).inserted
        }
        kind = ScoreText.kind(texts)
        if case .steps(let scale)? = kind { answers = scale.answers } else { answers = [] }
    }

    private static func kind(_ texts: [String]) -> Kind? {
        if let scale = AnswerScale.of(texts) { return .steps(scale) }
        guard !texts.isEmpty else { return nil }
        if texts.allSatisfy(isTick) { return .ticks }
        if texts.allSatisfy({ labelled($0) != nil }) { return .labels }
        let points = texts.compactMap(outOf)
        return points.count == texts.count && Set(points.map(\.most)).count == 1 ? .points : nil
    }

    /// Whether the words are scores: of one scale, or each with its number.
    var isKnown: Bool { kind != nil }

    /// Whether the words are ticks, beside which an empty box is a no.
    var areTicks: Bool { if case .ticks? = kind { true } else { false } }

    func score(_ text: String) -> Double? {
        if let answer = ScoreText.yesNo(text) { return answer }
        switch kind {
        case .steps(let scale)?: return scale.score(text)
        case .labels?: return ScoreText.labelled(text)
        case .points?: return ScoreText.outOf(text).map { Double($0.points) }
        case .ticks?: return ScoreText.isTick(text) ? 1 : nil
        case nil: return nil
        }
    }

    private static func isTick(_ text: String) -> Bool { ticks.contains(text.lowercased()) }

    private static let ticks: Set<String> = [
        "x", "xx", "\u{D7}", "\u{2713}", "\u{2714}", "\u{2611}", "\u{2612}", "tick", "ticked",
    ]

    /// `28/35`, `7 out of 10`.
    private static func outOf(_ text: String) -> (points: Int, most: Int)? {
        let parts = text.lowercased().replacing("out of", with: "/").split(separator: "/").map {
            $0.filter { !$0.isWhitespace }
        }
        guard parts.count == 2, parts.allSatisfy({ (1...3).contains($0.utf8.count) }), let points = Int(parts[0]),
            let most = Int(parts[1]), (0...most).contains(points)
        else { return nil }
        return (points, most)
    }

    /// Yes and no as 1 and 0, so that their mean is the share of yes.
    static func yesNo(_ text: String) -> Double? {
        switch text.lowercased() {
        case "yes", "y", "true", "ie", "oes", "ydy", "\u{2713}", "\u{2714}", "\u{2611}", "ticked": 1
        case "no", "n", "false", "nac oes", "nac ydy", "\u{2717}", "\u{2718}", "\u{2610}", "not ticked", "unticked": 0
        default: nil
        }
    }

    /// The number of `4 - Agree`, `4: Agree` or `Agree (4)`.
    private static func labelled(_ text: String) -> Double? {
        let digits = text.unicodeScalars.filter(isDigit)
        guard (1...2).contains(digits.count), let number = Int(String(String.UnicodeScalarView(digits))) else {
            return nil
        }
        let isLast = text.hasSuffix("(\(number))")
        let rest = text.drop { $0.isNumber || $0.isWhitespace }
        let isFirst =
            text.hasPrefix("\(number)") && rest.contains { $0.isLetter }
            && rest.first.map { marks.contains($0) } ?? false
        return isFirst || isLast ? Double(number) : nil
    }

    private static let marks: Set<Character> = ["-", "\u{2013}", "\u{2014}", "=", ":", ".", ")"]
}
