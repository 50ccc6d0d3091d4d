import Documents

/// Scores in words: yes and no, the steps of a scale, or a number with its words beside it.
struct ScoreText: Sendable {
    private let scale: AnswerScale?
    private let isLabelled: Bool

    /// What the columns of one score hold, before and after together, so that both are read by the same scale.
    init(_ cells: Cells, columns: [Int], rows: Range<Int>) {
        let texts = columns.flatMap { DistinctTexts(cells, $0, rows: rows).texts }
        scale = AnswerScale.of(texts)
        isLabelled = texts.count > 1 && texts.allSatisfy { ScoreText.labelled($0) != nil || ScoreText.isMissing($0) }
    }

    /// Whether the words are scores: of one scale, or each with its number.
    var isKnown: Bool { scale != nil || isLabelled }

    func score(_ text: String) -> Double? {
        ScoreText.yesNo(text) ?? scale?.score(text) ?? (isLabelled ? ScoreText.labelled(text) : nil)
    }

    /// Yes and no as 1 and 0, so that their mean is the share of yes.
    static func yesNo(_ text: String) -> Double? {
        switch text.lowercased() {
        case "yes", "y", "true", "ie", "oes", "ydy": 1
        case "no", "n", "false", "nac oes", "nac ydy": 0
        default: nil
        }
    }

    private static func isMissing(_ text: String) -> Bool { NumberWords.missing.contains(text.lowercased()) }

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
