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
    private let shared: Suggester
    /// How much was known when all was weighed last.
    private let weighed: Int
    /// By organisation, for the last few that asked and have words of their own.
    private var own: [String: Suggester] = [:]

    static let longestUnlooked: TimeInterval = 60
    private static let mostOwn = 8

    /// Takes as long as learning takes: not for a thread that others wait for.
    ///
    /// - Parameter before: what is known so far; nil where nothing is.
    init(_ stamp: Stamp, _ vocabulary: PlaceVocabulary, _ lessons: Lessons, before: PlaceSuggester?, at now: Date) {
        self.stamp = stamp
        self.vocabulary = vocabulary
        self.lessons = lessons
        looked = now
        if let before, before.stamp.vocabulary == stamp.vocabulary,
            let added = lessons.shared.beyond(before.lessons.shared), before.hasRoom(for: added.count)
        {
            var suggester = before.shared
            suggester.learn(added.map(\.text))
            (shared, weighed) = (suggester, before.weighed)
        } else {
            var suggester = vocabulary.untaught
            suggester.learn(lessons.shared.map(\.text))
            (shared, weighed) = (suggester, lessons.shared.count)
        }
    }

    /// After a tenth more, all is weighed anew.
    private func hasRoom(for more: Int) -> Bool {
        lessons.shared.count + more <= weighed + max(20, weighed / 10)
    }

    func isFresh(_ stamp: Stamp, at now: Date) -> Bool {
        stamp == self.stamp && abs(now.timeIntervalSince(looked)) < Self.longestUnlooked
    }

    /// Whether it knows what an organisation alone may see.
    func knows(_ organisation: String) -> Bool { lessons.own[organisation] == nil || own[organisation] != nil }

    /// Learns what an organisation alone may see.
    mutating func learn(for organisation: String) {
        guard let lessons = lessons.own[organisation] else { return }
        if own.count >= Self.mostOwn, let other = own.keys.min() { own[other] = nil }
        var suggester = shared
        suggester.learn(lessons.map(\.text))
        own[organisation] = suggester
    }

    /// The concepts that words may stand for, by number, the likeliest first; none below the threshold of silence.
    func suggestions(
        for words: String, _ organisation: String, most: Int
    ) -> [(concept: Int, because: [String])] {
        (own[organisation] ?? shared).suggest(Wording(title: words), top: most).suggestions
            .filter { $0.probability >= Suggester.silence }
            .compactMap { found in
                vocabulary.numbers[found.code].map { (concept: $0, because: found.because) }
            }
    }
}
