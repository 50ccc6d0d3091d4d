import CanonicalJSON
import Web

/// The heading of a list of words under which a figure stands that is of an outcome.
package struct FigureHeading: Sendable {
    package let figure: String
    /// The heading.
    package let words: String
    /// Of the heading.
    package let language: String?
    /// The heading's code in its list.
    package let code: String?
    /// How the outcome stands to the heading: `same`, `exact`, `close`, `broad` (a part of it) or `narrow` (more than it).
    package let likeness: String

    package init(figure: String, words: String, language: String?, code: String?, likeness: String) {
        self.figure = figure
        self.words = words
        self.language = language
        self.code = code
        self.likeness = likeness
    }

    static let schema = Schema.record([
        .init("figure", .text, "The figure’s id."), .init("words", .text, "The heading."),
        .init("language", .orNull(.text), "Of the heading."),
        .init("code", .orNull(.text), "The heading’s code in its list."),
        .init(
            "likeness", .choice(["same", "exact", "close", "broad", "narrow"]),
            "How near the heading is: broad where the outcome is a part of it, narrow where it is more."),
    ])

    var json: JSON {
        [
            "figure": .string(figure), "words": .string(words), "language": .text(language), "code": .text(code),
            "likeness": .string(likeness),
        ]
    }
}
