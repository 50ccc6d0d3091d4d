extension Concept {
    /// The word that a reader is shown: the preferred one in the first of these languages that has one, else one in any language. A concept
    /// without a word is shown by its code, or by the end of its IRI.
    ///
    /// - Parameter languages: as in BCP 47, the one wanted most first.
    package func shown(in languages: [String]) -> Text {
        let preferred = labels.filter { $0.kind == .preferred }.map(\.text)
        for language in languages {
            if let text = preferred.first(where: { $0.language.map { isIn($0, language) } ?? false }) { return text }
        }
        return preferred.first { $0.language == nil } ?? preferred.first
            ?? Text(notation ?? String(id.split { "/#:".contains($0) }.last ?? Substring(id)), in: nil)
    }

    /// The first note of a kind, in the first of these languages that has one, else in any.
    package func note(_ kind: Note.Kind, in languages: [String]) -> Text? {
        let texts = notes.filter { $0.kind == kind }.map(\.text)
        for language in languages {
            if let text = texts.first(where: { $0.language.map { isIn($0, language) } ?? false }) { return text }
        }
        return texts.first
    }
}

/// Whether a text's language is the one wanted, or a variety of it: `en-GB` is English.
private func isIn(_ language: String, _ wanted: String) -> Bool {
    let language = language.lowercased(), wanted = wanted.lowercased()
    return language == wanted || language.hasPrefix(wanted + "-")
}
