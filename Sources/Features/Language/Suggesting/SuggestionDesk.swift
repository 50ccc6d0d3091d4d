import FoundationEssentials
import Storage
import Synchronization
import Web

/// Makes and keeps what is suggested in places. An installation has one, so that one after the other is made; to learn takes all processors.
///
/// Whoever asks gets what is ready: what people confirmed just now is waited for a moment, and larger changes are worked in meanwhile.
package actor SuggestionDesk {
    private static let pause = Duration.milliseconds(5)
    private static let longestWait = Duration.seconds(1)

    private let queue = QueueExecutor(label: "suggestions")
    private nonisolated let kept = Mutex(KeptSuggesters())
    private nonisolated let working = Mutex<Set<String>>([])

    package init() {}

    nonisolated package var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// What is known of a place now; nil where nothing is ready yet.
    nonisolated func suggester(
        for organisation: String, _ meanings: SharedMeanings, _ services: Services, in store: any Reading
    ) async throws -> PlaceSuggester? {
        let stamp = PlaceSuggester.Stamp(
            vocabulary: try await ConceptStore(place: meanings.place).stamp(in: store),
            meanings: try await OwnWords(place: meanings.place).stamp(in: store))
        func ready() -> PlaceSuggester? {
            let now = services.clock()
            return kept.withLock { kept in
                kept.note(organisation, in: meanings.place)
                return kept[meanings.place].flatMap { $0.isFresh(stamp, at: now) && $0.knows(organisation) ? $0 : nil }
            }
        }
        if let suggester = ready() { return suggester }
        if working.withLock({ $0.insert(meanings.place).inserted }) {
            // Not to be stopped where the one who asks goes away: the next one will want it.
            Task { await make(organisation, stamp, meanings, services) }
        }
        let end = ContinuousClock.now + Self.longestWait
        while ContinuousClock.now < end, working.withLock({ $0.contains(meanings.place) }) {
            try await Task.sleep(for: Self.pause)
        }
        return kept.withLock { $0[meanings.place] }
    }

    private func make(
        _ organisation: String, _ stamp: PlaceSuggester.Stamp, _ meanings: SharedMeanings, _ services: Services
    ) async {
        defer { _ = working.withLock { $0.remove(meanings.place) } }
        let now = services.clock()
        let before = kept.withLock { $0[meanings.place] }
        do throws(StorageError) {
            let store = services.database.at(meanings.place)
            var suggester: PlaceSuggester
            if let before, before.isFresh(stamp, at: now) {
                suggester = before
            } else {
                let lessons = try await Lessons(meanings, in: store)
                let vocabulary =
                    if let before, before.stamp.vocabulary == stamp.vocabulary {
                        before.vocabulary
                    } else {
                        PlaceVocabulary(try await PlaceVocabulary.concepts(of: meanings.place, in: store))
                    }
                suggester = PlaceSuggester(stamp, vocabulary, lessons, before: before, at: now)
            }
            suggester.learn(for: organisation, at: now)
            let made = suggester
            kept.withLock { $0.keep(made, for: organisation, in: meanings.place) }
        } catch {
            services.log.failure("suggestions", [("place", meanings.place), ("error", "\(error)")])
        }
    }
}
