import FoundationEssentials
import Storage
import Vocabulary

/// What is suggested in a place: its shared words, and what people confirmed there.
struct PlaceSuggester: Sendable {
    /// What of the place it was made of.
    struct Stamp: Sendable, Equatable {
        let vocabulary: String
        let meanings: String
    }

    let stamp: Stamp
    /// When it was seen what others may see: what is published or withdrawn meanwhile counts after a minute.
    let looked: Date
    let vocabulary: PlaceVocabulary
    private let lessons: Lessons
    private let shared: TaughtSuggester
    private let few: Int
    /// By organisation, for the last few that asked and have words of their own.
    private var own: [String: TaughtSuggester] = [:]
    /// The organisations whose own words are all known.
    private var upToDate: Set<String> = []

    static let longestUnlooked: TimeInterval = 60
    private static let mostOwn = 8
    private static let furtherDown = 20

    /// Takes as long as learning takes: not for a thread that others wait for.
    ///
    /// - Parameters:
    ///   - before: what is known so far; nil where nothing is.
    ///   - few: so few lessons are learnt anew whenever something has to be unlearnt; see ``LearningPlan``.
    init(
        _ stamp: Stamp, _ vocabulary: PlaceVocabulary, _ lessons: Lessons, before: PlaceSuggester?, at now: Date,
        few: Int = LearningPlan.few
    ) {
        self.stamp = stamp
        self.vocabulary = vocabulary
        self.lessons = lessons
        self.few = few
        looked = now
        if let before {
            var shared = before.shared
            if shared.learn(
                lessons.shared, of: stamp.vocabulary, anew: lessons.shared.count, isFull: lessons.isFull, at: now)
            {
                self.shared = shared
                own = before.own
                return
            }
        }
        shared = TaughtSuggester(
            vocabulary.untaught, of: stamp.vocabulary, lessons.shared, at: now, few: few)
    }

    func isFresh(_ stamp: Stamp, at now: Date) -> Bool {
        stamp == self.stamp && abs(now.timeIntervalSince(looked)) < Self.longestUnlooked
    }

    /// Whether it knows what an organisation alone may see.
    func knows(_ organisation: String) -> Bool { lessons.own[organisation] == nil || upToDate.contains(organisation) }

    /// Learns what an organisation alone may see.
    mutating func learn(for organisation: String, at now: Date) {
        guard let lessons = lessons.own[organisation], upToDate.insert(organisation).inserted else { return }
        let learnt = own[organisation]?.learn(
            self.lessons.shared + lessons, of: stamp.vocabulary, anew: lessons.count, isFull: self.lessons.isFull,
            at: now)
        if learnt == true { return }
        if own.count >= Self.mostOwn, own[organisation] == nil, let other = own.keys.min() {
            own[other] = nil
            upToDate.remove(other)
        }
        // What everybody may see isn't learnt twice.
        own[organisation] = TaughtSuggester(
            shared.suggester, of: stamp.vocabulary, besides: self.lessons.shared, lessons, at: now, few: few)
    }

    /// The concepts that words may stand for, by number, the likeliest first; none below the threshold of silence.
    ///
    /// - Parameter kind: what the words name; nil where nobody knows.
    func suggestions(
        for words: String, of kind: OwnWord.Kind? = nil, _ organisation: String, most: Int
    ) -> [Likely] {
        let suggester = lessons.own[organisation] == nil ? nil : own[organisation]?.suggester
        // Some further down may fit better what the words name.
        let found = (suggester ?? shared.suggester)
            .suggest(Wording(title: words), top: kind == nil ? most : most + Self.furtherDown)
        let likely = found.suggestions.compactMap { found in
            vocabulary.numbers[found.code].map {
                Likely(
                    concept: $0,
                    probability: vocabulary.families.chance(found.probability, of: found.code, for: kind),
                    because: found.because)
            }
        }
        // The sort is stable.
        return Array(
            likely.filter { $0.probability >= Suggester.silence }.sorted { $0.probability > $1.probability }
                .prefix(most))
    }

    /// The same for something that is called by several words, each of which is reason enough.
    func suggestions(forAnyOf words: [String], _ organisation: String, most: Int) -> [Likely] {
        var best: [Int: Likely] = [:]
        for likely in words.flatMap({ suggestions(for: $0, organisation, most: most) }) {
            if let known = best[likely.concept], known.probability >= likely.probability { continue }
            best[likely.concept] = likely
        }
        return best.values.sorted { ($1.probability, $0.concept) < ($0.probability, $1.concept) }
    }

    /// A concept that may be meant.
    struct Likely: Sendable {
        let concept: Int
        /// From 0 to 1.
        let probability: Double
        /// The words that spoke for it.
        let because: [String]
    }
}
