import Testing

@testable import Language

/// What has to be learnt when somebody confirms more.
@Suite struct LessonTests {
    private let lunch = Lesson(words: "Lunch club", concept: "e:meals")
    private let tea = Lesson(words: "Tea and talk", concept: "e:friends")

    @Test func `what was added is learnt besides, however often it is said`() {
        #expect([lunch, tea, lunch].beyond([lunch]) == [tea, lunch])
        #expect([lunch].beyond([lunch]) == [])
    }

    @Test func `where something is taken back, all is learnt anew`() {
        #expect([tea].beyond([lunch]) == nil)
        #expect([lunch].beyond([lunch, lunch]) == nil)
    }
}
