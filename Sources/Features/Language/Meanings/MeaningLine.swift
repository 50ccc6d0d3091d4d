import Vocabulary
import Words

/// A concept that words may stand for.
struct MeaningChoice: Sendable, Equatable {
    let number: Int
    let label: Text
    let definition: Text?
    /// Why it is offered.
    var because: Phrase?
    /// Whether others say so.
    var isSaidByOthers = false

    init(_ kept: KeptConcept, language: String, because: Phrase? = nil, isSaidByOthers: Bool = false) {
        number = kept.number
        label = kept.label(for: language)
        definition = kept.concept.notes(.definition, for: language).first
        self.because = because
        self.isSaidByOthers = isSaidByOthers
    }
}

/// Words of an organisation, with what they stand for or may stand for.
struct MeaningLine: Sendable {
    /// Where they stand; nil for words that are in no account.
    struct Account: Sendable {
        let title: String
        let isPublished: Bool
    }

    let words: String
    let kind: OwnWord.Kind
    /// Of the words, where that is known.
    var language: String?
    var account: Account?
    /// The number of the concept that was chosen; nil where none was.
    var chosen: Int?
    /// What stands in its place today.
    var meaning: MeaningChoice?
    /// Whether it became several concepts since, among which nobody has chosen yet.
    var isSplit = false
    var choices: [MeaningChoice] = []
    /// What was typed to find another one, and what is wrong with it.
    var typed = ""
    var fault: Phrase?

    var key: String { OwnWord.key(words) }
    var isDecided: Bool { meaning != nil && !isSplit }
}
