import FoundationEssentials
import Storage
import Vocabulary
import Words

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
    /// By organisation, for those that asked and have words of their own: what these alone teach, beside what all may see.
    private var own: [String: TaughtSuggester] = [:]
    /// The organisations whose own words are all known.
    private var upToDate: Set<String> = []

    static let longestUnlooked: TimeInterval = 60
    /// So many of an organisation's own words are learnt, the last ones.
    static let mostOwn = 300
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
            own = before.own.filter { lessons.own[$0.key] != nil }
            var shared = before.shared
            if shared.learn(
                lessons.shared, of: stamp.vocabulary, anew: lessons.shared.count, isFull: lessons.isFull, at: now)
            {
                self.shared = shared
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
        guard let all = lessons.own[organisation], upToDate.insert(organisation).inserted else { return }
        let lessons = Array(all.suffix(Self.mostOwn))
        let learnt = own[organisation]?.learn(
            lessons, of: stamp.vocabulary, anew: lessons.count, isFull: lessons.count == Self.mostOwn, at: now)
        if learnt == true { return }
        own[organisation] = TaughtSuggester(
            vocabulary.untaught.beside, of: stamp.vocabulary, lessons, at: now, few: few)
    }

    /// Gives up what an organisation alone may see; it is learnt again when somebody there asks.
    mutating func forget(_ organisation: String) {
        own[organisation] = nil
        upToDate.remove(organisation)
    }

    /// The organisations of whose own words something is known.
    var organisations: [String] { own.keys.sorted() }

    /// What it takes in memory, as near as can be told.
    var bytes: Int {
        vocabulary.untaught.bytesOfConcepts + shared.suggester.bytesOfTexts
            + own.values.reduce(0) { $0 + $1.suggester.bytesOfTexts }
    }

    /// The concepts that words may stand for, by number, the likeliest first; none below the threshold of silence.
    ///
    /// - Parameter kind: what the words name; nil where nobody knows.
    func suggestions(
        for words: String, of kind: OwnWord.Kind? = nil, _ organisation: String, most: Int
    ) -> [Likely] {
        let own = lessons.own[organisation] == nil ? nil : own[organisation]?.suggester
        // Some further down may fit better what the words name.
        let found = shared.suggester.suggest(
            Wording(title: words), top: kind == nil ? most : most + Self.furtherDown, besides: own)
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

        /// Why it may be meant; nil where no word can be named.
        var reason: Phrase? {
            because.isEmpty ? nil : "because of \(because.map { "“\($0)”" }.joined(separator: ", "))"
        }
    }
}
