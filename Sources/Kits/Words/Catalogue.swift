/// The words of one language: what each English phrase is in it, and how it writes numbers.
///
/// A phrase without a translation falls back to English, whole, with its numbers written the English way.
package struct Catalogue: Sendable {
    package let language: Language
    package let forms: NumberForms
    let plural: PluralRule
    /// The translations by key, one for each plural form.
    let entries: [String: [String]]
    /// Asked for each phrase of each page, so kept rather than compared.
    let isEnglish: Bool
    let isPseudo: Bool

    init(language: Language, forms: NumberForms, plural: PluralRule, entries: [String: [String]]) {
        self.language = language
        self.forms = forms
        self.plural = plural
        self.entries = entries
        isEnglish = language == .english
        isPseudo = language == .pseudo
    }

    package static let english = Catalogue(language: .english, forms: NumberForms(), plural: .english, entries: [:])
    package static let pseudo = Catalogue(language: .pseudo, forms: NumberForms(), plural: .english, entries: [:])

    /// A stretch of rendered text in one language.
    package struct Piece: Equatable, Sendable {
        package var text: String
        /// Whether this is English because the reader's language has no words for it.
        package var isFallback: Bool
    }

    package func text(_ phrase: Phrase) -> String { rendered(phrase).text }

    /// The phrase in this language, and whether any of it is English for want of a translation.
    package func rendered(_ phrase: Phrase) -> (text: String, isFallback: Bool) {
        let pieces = pieces(phrase)
        if pieces.count == 1 { return (pieces[0].text, pieces[0].isFallback) }
        return (pieces.reduce(into: "") { $0 += $1.text }, pieces.contains { $0.isFallback })
    }

    /// The phrase as stretches of text that differ in language; neighbours of one language are joined.
    package func pieces(_ phrase: Phrase) -> [Piece] {
        if phrase.arguments.isEmpty, phrase.plural == nil, isEnglish {
            return [Piece(text: phrase.key, isFallback: false)]
        }
        var writer = PhraseWriter(catalogue: self)
        writer.write(phrase)
        return writer.pieces
    }

    package func has(_ key: String) -> Bool { isEnglish || isPseudo || entries[key] != nil }

    /// The text with its numbered places still in it; nil where this language has none. A key without a letter, such
    /// as `{1} / {2}`, is the same in all languages.
    func template(for phrase: Phrase) -> String? {
        if isEnglish || isPseudo {
            guard let plural = phrase.plural, plural.count != 1 else { return phrase.key }
            return plural.key
        }
        guard let forms = entries[phrase.key], let first = forms.first else {
            return Template.hasWords(phrase.key) ? nil : phrase.key
        }
        guard let count = phrase.plural?.count else { return first }
        let index = plural.form(for: count)
        return index < forms.count ? forms[index] : forms[forms.count - 1]
    }
}
