import Measurement

/// The steps of a question that people answer in words, such as from `Strongly disagree` to `Strongly agree`.
///
/// Answers are counted in steps from 1, as in their usual scoring; the questions of PHQ-9 and GAD-7 are scored from 0.
struct AnswerScale: Sendable, Equatable {
    private let steps: [[String]]
    private let first: Int

    /// The scale with the fewest steps that knows all of the answers; nil where there is none.
    static func of(_ texts: [String]) -> AnswerScale? {
        let answers = Set(texts.map(plain).filter { !NumberWords.missing.contains($0) })
        guard !answers.isEmpty, answers.count <= 12 else { return nil }
        return known.first { scale in answers.allSatisfy { scale.step(of: $0) != nil } }
    }

    /// - Parameter text: an answer, in any case of letters.
    func score(_ text: String) -> Double? { step(of: AnswerScale.plain(text)).map { Double($0 + first) } }

    /// Every step by its usual name. It says nothing of which answers were given.
    var answers: [ScoredAnswer] {
        steps.enumerated().compactMap { number, names in
            names.first.map { ScoredAnswer(text: $0, score: Double(number + first)) }
        }
    }

    private func step(of plain: String) -> Int? { steps.firstIndex { $0.contains(plain) } }

    private static func plain(_ text: String) -> String {
        let straight = text.lowercased().replacing("\u{2019}", with: "'")
        let words = straight.split { " /.!".contains($0) }
        return words.joined(separator: " ")
    }

    private init(_ steps: [String], from first: Int = 1) {
        self.steps = steps.map { $0.split(separator: "|").map(String.init) }
        self.first = first
    }

    private static let neither =
        "neither|neutral|neither agree nor disagree|neither agree or disagree|undecided|not sure|unsure"

    private static let known: [AnswerScale] = [
        AnswerScale(["hardly ever or never", "some of the time", "often"]),
        AnswerScale(["not at all", "several days", "more than half the days", "nearly every day"], from: 0),
        AnswerScale([
            "strongly disagree|disagree strongly|completely disagree", "disagree|tend to disagree", neither,
            "agree|tend to agree", "strongly agree|agree strongly|completely agree",
        ]),
        AnswerScale([
            "anghytuno'n gryf", "anghytuno", "ddim yn cytuno nac yn anghytuno|niwtral", "cytuno", "cytuno'n gryf",
        ]),
        AnswerScale(["none of the time", "rarely", "some of the time", "often", "all of the time"]),
        AnswerScale(["never", "hardly ever", "occasionally", "some of the time", "often always|often or always"]),
        AnswerScale([
            "never", "rarely|seldom|almost never", "sometimes|occasionally", "often|usually|very often", "always",
        ]),
        AnswerScale([
            "not at all", "a little|a little bit|slightly", "somewhat|moderately|to some extent",
            "very|very much|a lot",
            "extremely|completely",
        ]),
        AnswerScale([
            "not at all confident", "not very confident|slightly confident",
            "somewhat confident|fairly confident|quite confident|moderately confident", "very confident",
            "extremely confident|completely confident",
        ]),
        AnswerScale([
            "very dissatisfied", "dissatisfied|fairly dissatisfied|quite dissatisfied",
            "neither|neutral|neither satisfied nor dissatisfied", "satisfied|fairly satisfied|quite satisfied",
            "very satisfied",
        ]),
        AnswerScale([
            "very unlikely", "unlikely", "neither|neutral|neither likely nor unlikely|not sure", "likely",
            "very likely",
        ]),
        AnswerScale([
            "very poor|very bad", "poor|bad", "fair|ok|okay|average|neither good nor bad", "good", "very good",
        ]),
        AnswerScale(["poor", "fair", "good", "very good", "excellent"]),
        AnswerScale(["very low", "low", "medium|moderate|average", "high", "very high"]),
        AnswerScale([
            "strongly disagree", "disagree", "slightly disagree|somewhat disagree", neither,
            "slightly agree|somewhat agree", "agree", "strongly agree",
        ]),
    ]
}
