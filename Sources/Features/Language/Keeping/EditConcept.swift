import Vocabulary

/// What a concept is called and means in one language, as somebody writes it by hand.
package struct ConceptWords: Sendable, Equatable {
    /// As in BCP 47.
    package let language: String
    package let label: String
    package let others: [String]
    /// Empty where nothing is written down.
    package let meaning: String

    package init(language: String, label: String, others: [String], meaning: String) {
        self.language = language
        self.label = label
        self.others = others
        self.meaning = meaning
    }

    /// What a concept says now.
    init(_ concept: Concept, in language: String) {
        func words(_ kind: Label.Kind) -> [String] {
            concept.labels.filter { $0.kind == kind && $0.text.language == language }.map(\.text.words)
        }
        let meanings = concept.notes.filter { $0.kind == .definition && $0.text.language == language }
        self.init(
            language: language, label: words(.preferred).first ?? "", others: words(.alternative),
            meaning: meanings.map(\.text.words).joined(separator: "\n"))
    }
}

extension ChangeConcept {
    /// Writes a concept's words in one language anew; those in others, and words that are only searched for, stay.
    package func edit(
        _ number: Int, _ words: ConceptWords, seen version: Int, reason: String
    ) async throws(LanguageRefusal) {
        guard !words.label.isEmpty else { throw .empty }
        try await act(.edit, about: "\(number)") { act, transaction in
            let kept = try await find(number, seen: version, in: transaction)
            var concept = kept.concept
            func text(_ words: String) -> Text { Text(words, in: language) }
            let language = words.language
            concept.labels.removeAll { $0.kind != .hidden && $0.text.language == language }
            let labels = [Label(.preferred, text(words.label))] + words.others.map { Label(.alternative, text($0)) }
            concept.labels = labels + concept.labels
            concept.notes.removeAll { $0.kind == .definition && $0.text.language == language }
            if !words.meaning.isEmpty { concept.notes.insert(Note(.definition, text(words.meaning)), at: 0) }
            guard concept != kept.concept else { throw LanguageRefusal.empty }
            try await check([concept], in: transaction)
            try await store.write(
                [(kept, NextVersion(kept, saying: concept, reason: reason))], by: act, in: transaction)
        }
    }
}
