import Lookup
import Places
import Storage
import Vocabulary
import Words

/// What words may stand for: what the same words stand for at others, and concepts whose own words are like them.
struct MeaningSuggestions: Sendable {
    /// So many are offered at once.
    static let most = 3

    let place: String
    let shared: SharedMeanings
    /// The organisation that asks.
    let organisation: String
    let language: String

    /// - Parameter left: concepts that are not offered.
    func choices(
        for words: String, except left: Set<Int> = [], in store: any Reading
    ) async throws -> [MeaningChoice] {
        var found: [MeaningChoice] = []
        var seen = left
        for other in try await atOthers(words, in: store) where seen.insert(other.number).inserted {
            found.append(other)
        }
        for concept in try await likeWords(words, in: store) where seen.insert(concept.number).inserted {
            found.append(concept)
        }
        return Array(found.prefix(Self.most))
    }

    /// Concepts that somebody looks for by a word or two.
    func found(_ text: String, most: Int, in store: any Reading) async throws -> [MeaningChoice] {
        let items = try await TermStore(place: place).found(
            text, .concept, for: [.everybody], language: language, most: most, in: store)
        let whole = items.filter { $0.missing == 0 }
        return try await choices(whole.isEmpty ? items : whole, in: store)
    }

    private func atOthers(_ words: String, in store: any Reading) async throws -> [MeaningChoice] {
        let organisations = try await OrganisationStore(place: place).open(in: store).map(\.id)
        let found = try await shared.concepts(
            saying: OwnWord.key(words), except: organisation, among: organisations, in: store)
        let today = try await OwnWords(place: place).today(of: found.map(\.concept), in: store)
        return found.prefix(Self.most).compactMap { found in
            guard let kept = today[found.concept], kept.status == .adopted else { return nil }
            return MeaningChoice(
                kept, language: language,
                because: Phrase(
                    one: "\(found.count) other organisation means this by the same words.",
                    other: "\(found.count) other organisations mean this by the same words.", count: found.count))
        }
    }

    /// Those that hold more than half of the words.
    private func likeWords(_ words: String, in store: any Reading) async throws -> [MeaningChoice] {
        let items = try await TermStore(place: place).found(
            words, .concept, for: [.everybody], language: language, most: Self.most * 2, in: store)
        let count = NormalForm(words).words.count
        return try await choices(items.filter { $0.missing * 2 < count }, in: store)
    }

    private func choices(_ items: [FoundItem], in store: any Reading) async throws -> [MeaningChoice] {
        let numbers = items.compactMap { Int($0.item) }
        let known = Dictionary(
            try await ConceptStore(place: place).concepts(numbers, in: store).map { ($0.number, $0) }
        ) { first, _ in first }
        return items.compactMap { item in
            guard let number = Int(item.item), let kept = known[number], kept.status == .adopted else { return nil }
            let isOther = item.label.kind == .alternative && item.label.text != kept.label(for: language)
            return MeaningChoice(
                kept, language: language, because: isOther ? "Also called “\(item.label.text.words)”." : nil)
        }
    }
}
