import Columns
import Documents
import HTML
import Words
import Workbooks

/// The questions that only a person can answer, each with its answers to choose from.
struct QuestionsView {
    let questions: [ImportProblem]

    @HTMLBuilder var body: HTML {
        if !questions.isEmpty {
            section(.id("questions")) {
                h2 { "Questions" }
                for (number, question) in questions.enumerated() { view(question, number) }
            }
        }
    }

    private func view(_ question: ImportProblem, _ number: Int) -> HTML {
        div(.classes("panel"), .id("question-\(number)")) {
            fieldset {
                legend { question.expected }
                p(.classes("hint")) {
                    "\(ProblemPlace.phrase(question)). There is: \(question.found)"
                }
                p { question.mend }
                div(.classes("choices")) {
                    for (index, take) in question.takes.enumerated() {
                        let id = "answer-\(number)-\(index)"
                        div(.classes("choice")) {
                            input(.type("radio"), .id(id), .name("answer-\(number)"), .value(take))
                            label(.for(id)) { AnswerText.phrase(take, among: question.takes) }
                        }
                    }
                }
            }
        }
    }
}

/// What an answer says, for a person.
enum AnswerText {
    static func phrase(_ take: String) -> Phrase {
        let answer = Take.answer(of: take)
        if let refinement = Refinement(answer) { return phrase(refinement) }
        // A list of inputs belongs to the value map.
        if answer == TakenSheet.Kind.valueMap.rawValue { return "A value map, or what was put in" }
        if let kind = TakenSheet.Kind(rawValue: answer) { return kind.name }
        guard let meaning = ColumnMeaning.all.first(where: { $0.code == answer }) else { return "\(answer)" }
        return "\(meaning.choice): \(meaning.explanation)"
    }

    /// Answers that say the same of different columns or sheets are told apart by their place.
    static func phrase(_ take: String, among takes: [String]) -> Phrase {
        let answer = Take.answer(of: take)
        guard takes.count(where: { Take.answer(of: $0) == answer }) > 1 else { return phrase(take) }
        let place = Take.place(of: take)
        guard let mark = place.firstIndex(of: "!") else { return "\(place): \(phrase(take))" }
        return "Column \(String(place[place.index(after: mark)...])): \(short(take))"
    }

    /// The same without its explanation.
    static func short(_ take: String) -> Phrase {
        let answer = Take.answer(of: take)
        return ColumnMeaning.all.first { $0.code == answer && Refinement(answer) == nil }?.choice ?? phrase(take)
    }

    static func phrase(_ refinement: Refinement) -> Phrase {
        switch refinement {
        case .share: "Shares: 1 means the whole"
        case .percent: "Percentages: 1 means 1%"
        case .years: "Years"
        case .months: "Months that make whole years"
        case .monthsUp: "Months, rounded up to whole years"
        case .monthsDown: "Months, rounded down to whole years"
        case .once: "It was put in one time"
        case .each: "It was put in on each row"
        case .decimalPoint: "The point is the decimal sign: 1.5 is one and a half"
        case .decimalComma: "The comma is the decimal sign: 1,5 is one and a half"
        case .perYear: "As it stands: it is for a year"
        case .perQuarter: "For a quarter: four times that for a year"
        case .perMonth: "For a month: twelve times that for a year"
        case .perWeek: "For a week: 52 times that for a year"
        case .income: "What came in counts"
        case .costs: "What was spent counts"
        case .higherIsBetter: "A higher score is better"
        case .lowerIsBetter: "A lower score is better"
        case .programme(let text): "“\(text)” means on the programme"
        case .missing(let text): "\(text) means that it is not known"
        case .counted(let text): "\(text) is a score like the others"
        }
    }
}

extension TakenSheet.Kind {
    var name: Phrase {
        switch self {
        case .valueMap: "A value map"
        case .participants: "Participants"
        case .ownWords: "The provider’s own words"
        case .about: "About this account"
        case .notUsed: "Not used"
        }
    }
}

/// Where a problem is, for a person.
enum ProblemPlace {
    static func phrase(_ problem: ImportProblem) -> Phrase {
        if let cell = problem.cell { return "Sheet \(cell.sheet), cell \(cell.address)" }
        if let sheet = problem.sheet { return "Sheet \(sheet)" }
        return "The whole workbook"
    }
}
