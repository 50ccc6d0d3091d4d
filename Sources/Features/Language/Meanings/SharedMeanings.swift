package import Storage

/// What others may see of what an organisation's words stand for: outcomes that it has published, and words for its services.
/// What stands in nothing but drafts is its own.
package struct SharedMeanings: Sendable {
    private static let mostOrganisations = 200

    let place: String
    let accounts: AccountWords

    package init(place: String, accounts: AccountWords) {
        self.place = place
        self.accounts = accounts
    }

    package func meanings(of organisation: String, in store: any Reading) async throws(StorageError) -> [OwnWord] {
        try await shared(
            try await OwnWords(place: place).meanings(of: organisation, in: store), of: organisation, in: store)
    }

    /// The words that stand for a concept, most used first, and at how many organisations each.
    ///
    /// - Parameter withServices: whether also the words for services, which the members of the place see.
    func words(
        for concept: Int, withServices: Bool, in store: any Reading
    ) async throws(StorageError) -> [(words: String, count: Int)] {
        let uses = try await OwnWords(place: place).uses(of: concept, in: store)
        var counts: [String: Int] = [:]
        for (organisation, words) in uses.sorted(by: { $0.key < $1.key }).prefix(Self.mostOrganisations) {
            for word in try await shared(words, of: organisation, in: store)
            where withServices || word.kind == .outcome {
                counts[word.words, default: 0] += 1
            }
        }
        return counts.map { (words: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.words) < ($0.count, $1.words) }
    }

    /// The concepts that the same words stand for at others, by how many say so.
    func concepts(
        saying key: String, except organisation: String, among organisations: [String], in store: any Reading
    ) async throws(StorageError) -> [(concept: Int, count: Int)] {
        let others = organisations.filter { $0 != organisation }
        var counts: [Int: Int] = [:]
        for (other, words) in try await OwnWords(place: place).meanings(of: key, at: others, in: store) {
            for word in try await shared(words, of: other, in: store) { counts[word.concept, default: 0] += 1 }
        }
        return counts.map { (concept: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.concept) < ($0.count, $1.concept) }
    }

    /// Of words of several organisations, those that others may see, by organisation.
    func visible(
        _ words: [(organisation: String, word: OwnWord)], in store: any Reading
    ) async throws(StorageError) -> [String: [OwnWord]] {
        var visible: [String: [OwnWord]] = [:]
        let all = Dictionary(grouping: words, by: \.organisation)
        for (organisation, words) in all.sorted(by: { $0.key < $1.key }).prefix(Self.mostOrganisations) {
            visible[organisation] = try await shared(words.map(\.word), of: organisation, in: store)
        }
        return visible
    }

    private func shared(
        _ words: [OwnWord], of organisation: String, in store: any Reading
    ) async throws(StorageError) -> [OwnWord] {
        guard words.contains(where: { $0.kind == .outcome }) else { return words }
        let published = Set(try await accounts.published(organisation, store).map(OwnWord.key))
        return words.filter { $0.kind == .service || published.contains($0.key) }
    }
}
