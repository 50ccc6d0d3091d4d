package import Storage

/// What others may see of what an organisation's words stand for: outcomes that it has published, and words for its services.
/// What stands in nothing but drafts is its own.
package struct SharedMeanings: Sendable {
    let place: String
    let accounts: AccountWords

    package init(place: String, accounts: AccountWords) {
        self.place = place
        self.accounts = accounts
    }

    package func meanings(of organisation: String, in store: any Reading) async throws(StorageError) -> [OwnWord] {
        let words = try await OwnWords(place: place).meanings(of: organisation, in: store)
        return try await visible(words.map { (organisation, $0) }, in: store)[organisation] ?? []
    }

    /// The concepts that the same words stand for today at others, by how many say so.
    func concepts(
        saying key: String, except organisation: String, among organisations: [String], in store: any Reading
    ) async throws(StorageError) -> [(concept: Int, count: Int)] {
        let others = organisations.filter { $0 != organisation }
        let words = try await OwnWords(place: place).meanings(of: key, at: others, in: store)
        let visible = try await visible(words.flatMap { other, words in words.map { (other, $0) } }, in: store)
        let today = try await OwnWords(place: place).today(of: visible.values.joined().map(\.concept), in: store)
        var counts: [Int: Int] = [:]
        for words in visible.values {
            // Who says it of outcomes and of services, or meant two that are one by now, says it once.
            for concept in Set(words.map { today[$0.concept]?.number ?? $0.concept }) {
                counts[concept, default: 0] += 1
            }
        }
        return counts.map { (concept: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.concept) < ($0.count, $1.concept) }
    }

    /// Of words of several organisations, those that others may see, by organisation.
    func visible(
        _ words: [(organisation: String, word: OwnWord)], in store: any Reading
    ) async throws(StorageError) -> [String: [OwnWord]] {
        let published = try await published(words, in: store)
        return words.reduce(into: [:]) { visible, one in
            let use = OwnWords.Use(organisation: one.organisation, key: one.word.key)
            if one.word.kind == .service || published[use] != nil {
                visible[one.organisation, default: []].append(one.word)
            }
        }
    }

    /// The outcomes of published accounts that these words are, by whose words they are. It is asked for all of them at once.
    func published(
        _ words: [(organisation: String, word: OwnWord)], in store: any Reading
    ) async throws(StorageError) -> [OwnWords.Use: [AccountWords.Published]] {
        let outcomes = Set(words.filter { $0.word.kind == .outcome }.map(\.word.words)).sorted()
        guard !outcomes.isEmpty else { return [:] }
        return Dictionary(grouping: try await accounts.published(outcomes, store)) { outcome in
            OwnWords.Use(organisation: outcome.organisation, key: OwnWord.key(outcome.words))
        }
    }
}
