import FoundationEssentials

/// When all lessons are learnt anew, and what is learnt besides until then.
///
/// To learn one lesson besides is one step, and to learn all anew is a step for each and more. Where there are many, that
/// happens now and then, and what is known answers meanwhile.
struct LearningPlan: Sendable {
    /// So few lessons are learnt anew whenever that is due.
    static let few = 500
    /// More of them once in this time at most.
    static let pause: TimeInterval = 300

    /// How many were learnt together when all were learnt last, and when that was.
    private let together: Int
    private let moment: Date
    private let few: Int
    private var besides = 0

    init(together: Int, at moment: Date, few: Int = Self.few) {
        self.together = together
        self.moment = moment
        self.few = few
    }

    /// - Parameters:
    ///   - count: how many lessons would have to be learnt anew.
    ///   - isElsewhere: whether they are about other concepts than before.
    /// - Returns: what is learnt besides; nil where all is to be learnt anew.
    mutating func next(
        _ change: LessonChange, count: Int, isElsewhere: Bool = false, at now: Date
    ) -> [Lesson]? {
        // After a tenth more, how evidence is weighed is worked out again.
        let hasMuch = besides + change.added.count > max(20, together / 10)
        let isDue = hasMuch || change.hasLost || isElsewhere
        if isDue && (count <= few || abs(now.timeIntervalSince(moment)) >= Self.pause) { return nil }
        besides += change.added.count
        return change.added
    }
}

/// What became of lessons.
struct LessonChange: Sendable, Equatable {
    let added: [Lesson]
    /// Whether something has to be unlearnt.
    let hasLost: Bool

    /// - Parameters:
    ///   - known: what is known, the oldest first.
    ///   - lessons: what there is now.
    ///   - isFull: whether only the last ones are looked at. The oldest of those that are known then went without being taken back.
    init(from known: [Lesson], to lessons: [Lesson], isFull: Bool = false) {
        var left = known.reduce(into: [Lesson: Int]()) { $0[$1, default: 0] += 1 }
        func take(_ lesson: Lesson) -> Bool {
            guard let count = left[lesson] else { return false }
            left[lesson] = count > 1 ? count - 1 : nil
            return true
        }
        added = lessons.filter { !take($0) }
        if isFull { for lesson in known { guard take(lesson) else { break } } }
        hasLost = !left.isEmpty
    }
}
