import Lookup
import Places
import Storage
import Vocabulary

/// The words of two organisations that both may see, with what they stand for today.
struct WordsOfTwo: Sendable {
    let ours: [WordUse]
    let theirs: [WordUse]
    /// By IRI.
    let concepts: [String: KeptConcept]
    let compared: WordsCompared

    /// Each side's words as the other sees them, so that both read the same.
    init(
        _ shared: SharedMeanings, of organisation: String, and other: String, in store: any Reading
    ) async throws(StorageError) {
        let ours = try await shared.meanings(of: organisation, in: store)
        let theirs = try await shared.meanings(of: other, in: store)
        let today = try await OwnWords(place: shared.place).today(of: (ours + theirs).map(\.concept), in: store)
        func uses(_ words: [OwnWord]) -> [WordUse] {
            words.compactMap { word in today[word.concept].map { WordUse(word.words, for: $0.concept.id) } }
        }
        concepts = Dictionary(today.values.map { ($0.concept.id, $0) }) { first, _ in first }
        (self.ours, self.theirs) = (uses(ours), uses(theirs))
        compared = WordsCompared(
            self.ours, and: self.theirs, normal: OwnWord.key,
            concepts: concepts.values.map(\.concept).sorted { $0.id < $1.id })
    }

    /// All concepts that either speaks of.
    var named: [Nameable] { concepts.keys.sorted().map { .concept($0) } }

    /// Everything that either speaks of, with the words of both, by its label.
    func glossary(_ language: String) -> [GlossaryEntry] {
        let both = compared.saidDifferently + compared.saidAlike
        let entries =
            both.map { meaning in (meaning.concept, meaning.ones, meaning.others) }
            + Dictionary(grouping: compared.onlyOnes, by: \.concept).map { ($0.key, $0.value.map(\.words), []) }
            + Dictionary(grouping: compared.onlyOthers, by: \.concept).map { ($0.key, [], $0.value.map(\.words)) }
        return entries.compactMap { id, ours, theirs in
            concepts[id].map { GlossaryEntry($0, language, ours: ours.sorted(), theirs: theirs.sorted()) }
        }
        .sorted { ($0.label.words.lowercased(), $0.number) < ($1.label.words.lowercased(), $1.number) }
    }
}

/// A concept with the words of two sides for it.
struct GlossaryEntry: Sendable {
    let number: Int
    let id: String
    let label: Text
    /// What it is called in other languages.
    let otherLabels: [Text]
    let definitions: [Text]
    let ours: [String]
    let theirs: [String]

    init(_ kept: KeptConcept, _ language: String, ours: [String], theirs: [String]) {
        number = kept.number
        id = kept.concept.id
        let label = kept.label(for: language)
        self.label = label
        otherLabels = kept.concept.labels.filter { $0.kind == .preferred && $0.text != label }.prefix(5).map(\.text)
        definitions = kept.concept.notes(.definition, for: language)
        self.ours = ours
        self.theirs = theirs
    }
}
