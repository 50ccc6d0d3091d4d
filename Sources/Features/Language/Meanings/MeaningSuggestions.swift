import Lookup
import Places
import Storage
import Vocabulary
import Web
import Words

/// What words may stand for: what the same words stand for at others, then what the engine suggests; where there is neither,
/// concepts that hold all of them.
struct MeaningSuggestions: Sendable {
    /// So many are offered at once.
    static let most = 3

    let services: Services
    let shared: SharedMeanings
    let desk: SuggestionDesk
    /// The organisation that asks.
    let organisation: String
    let language: String

    private var place: String { shared.place }

    /// What the place knows now, for as many words as are asked about; nil where nothing is ready yet.
    func known(in store: any Reading) async throws -> PlaceSuggester? {
        try await desk.suggester(for: organisation, shared, services, in: store)
    }

    /// - Parameters:
    ///   - kind: what the words name; nil where nobody knows.
    ///   - left: concepts that are not offered.
    ///   - isSure: whether nothing is offered where neither others nor the engine know anything.
    func choices(
        for words: String, of kind: OwnWord.Kind?, except left: Set<Int> = [], knowing known: PlaceSuggester?,
        isSure: Bool = false,
        in store: any Reading
    ) async throws -> [MeaningChoice] {
        var found: [MeaningChoice] = []
        var seen = left
        for other in try await atOthers(words, in: store) where seen.insert(other.number).inserted {
            found.append(other)
        }
        if found.count < Self.most {
            for concept in try await likely(words, kind, known, besides: seen.count, in: store)
            where seen.insert(concept.number).inserted { found.append(concept) }
        }
        if found.isEmpty && !isSure {
            found = try await likeWords(words, in: store).filter { seen.insert($0.number).inserted }
        }
        return Array(found.prefix(Self.most))
    }

    /// Concepts that somebody looks for by a word or two.
    func found(_ text: String, most: Int, in store: any Reading) async throws -> [MeaningChoice] {
        let found = try await choices(text, most: most, in: store)
        let whole = found.filter(\.isWhole)
        return (whole.isEmpty ? found : whole).map(\.choice)
    }

    private func atOthers(_ words: String, in store: any Reading) async throws -> [MeaningChoice] {
        let organisations = try await OrganisationStore(place: place).open(in: store).map(\.id)
        let found = try await shared.concepts(
            saying: OwnWord.key(words), except: organisation, among: organisations, in: store)
        let today = try await OwnWords(place: place).today(of: found.map(\.concept), in: store)
        let outOfUse = try await ConceptStore(place: place).listsOutOfUse(in: store)
        return found.prefix(Self.most).compactMap { found in
            guard let kept = today[found.concept], kept.status == .adopted, !outOfUse.contains(kept.scheme) else {
                return nil
            }
            return MeaningChoice(
                kept, language: language,
                because: Phrase(
                    one: "\(found.count) other organisation means this by the same words.",
                    other: "\(found.count) other organisations mean this by the same words.", count: found.count),
                isSaidByOthers: true)
        }
    }

    /// What the engine suggests, where it is sure enough to say anything.
    private func likely(
        _ words: String, _ kind: OwnWord.Kind?, _ known: PlaceSuggester?, besides: Int, in store: any Reading
    ) async throws -> [MeaningChoice] {
        guard let known else { return [] }
        let found = known.suggestions(
            for: words, of: kind, organisation, most: Self.most + besides)
        let concepts = Dictionary(
            try await ConceptStore(place: place).concepts(found.map(\.concept), in: store).map { ($0.number, $0) }
        ) { first, _ in first }
        return found.compactMap { found in
            guard let kept = concepts[found.concept], kept.status == .adopted else { return nil }
            return MeaningChoice(kept, language: language, because: found.reason)
        }
    }

    /// Those that hold all of the words.
    private func likeWords(_ words: String, in store: any Reading) async throws -> [MeaningChoice] {
        try await choices(words, most: Self.most * 2, in: store).filter(\.isWhole).map(\.choice)
    }

    /// Concepts of lists in use that are found by words, and whether each holds all of them.
    private func choices(
        _ words: String, most: Int, in store: any Reading
    ) async throws -> [(choice: MeaningChoice, isWhole: Bool)] {
        let outOfUse = try await ConceptStore(place: place).listsOutOfUse(in: store)
        let items = try await TermStore(place: place).found(
            words, .concept, for: [.everybody], language: language, most: most, in: store)
        let numbers = items.compactMap { Int($0.item) }
        let known = Dictionary(
            try await ConceptStore(place: place).concepts(numbers, in: store).map { ($0.number, $0) }
        ) { first, _ in first }
        let choices: [(choice: MeaningChoice, isWhole: Bool)] = items.compactMap { item in
            guard let number = Int(item.item), let kept = known[number], kept.status == .adopted,
                !outOfUse.contains(kept.scheme)
            else { return nil }
            let isOther = item.label.kind == .alternative && item.label.text != kept.label(for: language)
            let choice = MeaningChoice(
                kept, language: language, because: isOther ? "Also called “\(item.label.text.words)”." : nil)
            return (choice, item.missing == 0)
        }
        return choices
    }
}
