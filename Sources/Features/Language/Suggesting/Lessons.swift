import Storage
import Vocabulary

/// Words with the concept that they stand for today, to learn from.
struct Lesson: Sendable, Hashable {
    let words: String
    /// The concept's IRI.
    let concept: String

    var text: TaughtText { TaughtText(Wording(title: words), codes: [concept]) }
}

/// What the people of a place confirmed: for everybody, and what an organisation alone may see.
struct Lessons: Sendable {
    /// So many confirmations are learnt, the last ones: memory grows with the square of their number.
    static let most = 2_000

    /// The oldest first.
    private(set) var shared: [Lesson] = []
    /// What stands in nothing but an organisation's drafts teaches that organisation alone.
    private(set) var own: [String: [Lesson]] = [:]
    /// Whether there are older ones that aren't looked at.
    private(set) var isFull = false

    init(shared: [Lesson] = [], own: [String: [Lesson]] = [:], isFull: Bool = false) {
        self.shared = shared
        self.own = own
        self.isFull = isFull
    }

    init(_ meanings: SharedMeanings, in store: any Reading) async throws(StorageError) {
        let words = OwnWords(place: meanings.place)
        let taught = try await words.taught(most: Self.most, in: store)
        let today = try await words.today(of: taught.map(\.word.concept), in: store)
        let visible = try await meanings.visible(taught, in: store)
        isFull = taught.count == Self.most
        for (organisation, word) in taught.reversed() {
            guard let kept = today[word.concept], kept.status == .adopted else { continue }
            let lesson = Lesson(words: word.words, concept: kept.concept.id)
            if visible[organisation]?.contains(word) == true {
                shared.append(lesson)
            } else {
                own[organisation, default: []].append(lesson)
            }
        }
    }
}
