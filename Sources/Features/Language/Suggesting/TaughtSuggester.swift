import FoundationEssentials
import Vocabulary

/// A suggester and the lessons that it knows.
struct TaughtSuggester: Sendable {
    private(set) var suggester: Suggester
    private var known: [Lesson]
    private var plan: LearningPlan
    /// What stands for the concepts that it was made of.
    private let vocabulary: String

    /// - Parameter suggester: one that knows none of the lessons.
    init(
        _ suggester: Suggester, of vocabulary: String, _ lessons: [Lesson], at now: Date, few: Int = LearningPlan.few
    ) {
        self.suggester = suggester
        self.suggester.learn(lessons.map(\.text))
        known = lessons
        plan = LearningPlan(together: lessons.count, at: now, few: few)
        self.vocabulary = vocabulary
    }

    /// Learns what was added.
    ///
    /// - Parameter count: how many lessons would have to be learnt anew.
    /// - Returns: false where all has to be learnt anew; nothing was learnt then.
    mutating func learn(
        _ lessons: [Lesson], of vocabulary: String, anew count: Int, isFull: Bool, at now: Date
    ) -> Bool {
        let change = LessonChange(from: known, to: lessons, isFull: isFull)
        let isElsewhere = vocabulary != self.vocabulary
        guard let added = plan.next(change, count: count, isElsewhere: isElsewhere, at: now) else {
            return false
        }
        suggester.learn(added.map(\.text))
        known += added
        return true
    }
}
