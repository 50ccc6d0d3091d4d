import FoundationEssentials
import Testing
import Vocabulary

@testable import Language

/// What has to be learnt when somebody confirms more.
@Suite struct LessonTests {
    private let lunch = Lesson(words: "Lunch club", concept: "e:meals")
    private let tea = Lesson(words: "Tea and talk", concept: "e:friends")
    private let start = Date(timeIntervalSince1970: 1_800_000_000)

    private func lessons(_ numbers: Range<Int>) -> [Lesson] {
        numbers.map { Lesson(words: "Words \($0)", concept: "e:meals") }
    }

    @Test func `what was added is learnt besides, however often it is said`() {
        let change = LessonChange(from: [lunch], to: [lunch, tea, lunch])
        #expect(change.added == [tea, lunch] && !change.hasLost)
        #expect(LessonChange(from: [lunch], to: [lunch]).added == [])
    }

    @Test func `where something is taken back, there is something to unlearn`() {
        #expect(LessonChange(from: [lunch], to: [tea]).hasLost)
        #expect(LessonChange(from: [lunch, lunch], to: [lunch]).hasLost)
    }

    @Test func `what is only too old to be looked at is not taken back`() {
        let known = lessons(0..<10)
        #expect(!LessonChange(from: known, to: lessons(3..<12), isFull: true).hasLost)
        #expect(LessonChange(from: known, to: lessons(3..<12)).hasLost)
        #expect(LessonChange(from: known, to: lessons(3..<5) + lessons(6..<12), isFull: true).hasLost)
    }

    @Test func `of many confirmations each is one step, and all are learnt anew every five minutes at most`() {
        let most = LearningPlan.few + 100
        var known = lessons(0..<most)
        var plan = LearningPlan(together: known.count, at: start)
        var (besides, anew) = (0, 0)
        // One a second for a quarter of an hour, and each hundredth takes an older one back.
        var taken: Set<Int> = []
        for second in 1...900 {
            let now = start.addingTimeInterval(Double(second))
            if second % 100 == 0 { taken.insert(most + second - 50) }
            let last = most + second
            let wanted = (0..<last).filter { !taken.contains($0) }.suffix(most).map {
                Lesson(words: "Words \($0)", concept: "e:meals")
            }
            let change = LessonChange(from: known, to: wanted, isFull: true)
            if let added = plan.next(change, count: wanted.count, at: now) {
                besides += added.count
                known += added
            } else {
                anew += 1
                known = wanted
                plan = LearningPlan(together: wanted.count, at: now)
            }
        }
        #expect(anew == 3, "one in each five minutes")
        // An older one comes into sight again for each that is taken back.
        #expect((900 - anew...900 + 9).contains(besides))
    }

    @Test func `confirmations alone are learnt besides until there is a tenth more`() {
        var plan = LearningPlan(together: 2_000, at: start)
        let later = start.addingTimeInterval(3_600)
        for _ in 0..<200 {
            let next = plan.next(LessonChange(from: [], to: [lunch]), count: 2_000, at: later)
            #expect(next == [lunch])
        }
        #expect(plan.next(LessonChange(from: [], to: [lunch]), count: 2_000, at: later) == nil)
    }

    @Test func `few lessons are unlearnt at once, and of many what is known answers until the pause is over`() {
        let concepts = ["Meals", "Employment"].enumerated().map { number, label in
            KeptConcept(
                number: number + 1, scheme: 1, version: 1, status: .adopted,
                concept: Concept(id: "e:\(label)", scheme: "e:s", labels: [Label(.preferred, Text(label, in: "en"))]),
                successors: [], since: start)
        }
        let vocabulary = PlaceVocabulary(concepts)
        let kept = (0..<15).map { Lesson(words: "Vacancy number \($0)", concept: "e:Employment") }
        let befriending = Lesson(words: "Befriending visits", concept: "e:Meals")
        func known(
            _ lessons: [Lesson], _ meanings: String, after before: PlaceSuggester?, _ seconds: Double, few: Int
        ) -> PlaceSuggester {
            PlaceSuggester(
                PlaceSuggester.Stamp(vocabulary: "1", meanings: meanings), vocabulary, Lessons(shared: lessons),
                before: before, at: start.addingTimeInterval(seconds), few: few)
        }
        func isSuggested(by suggester: PlaceSuggester) -> Bool {
            suggester.suggestions(for: "Befriending", "", most: 3).contains { $0.concept == 1 }
        }
        for (few, meanwhile) in [(10, true), (100, false)] {
            let first = known(kept + [befriending], "1", after: nil, 0, few: few)
            #expect(isSuggested(by: first))
            let soon = known(kept, "2", after: first, 10, few: few)
            #expect(isSuggested(by: soon) == meanwhile)
            let later = known(kept, "2", after: soon, LearningPlan.pause, few: few)
            #expect(!isSuggested(by: later))
        }
    }
}
