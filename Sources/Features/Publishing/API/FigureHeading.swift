import CanonicalJSON
import Web

/// The headings of a list of words under which the figures of an edition stand, and which original they are of.
package struct FiguresInWords: Sendable {
    /// Of the list.
    package let key: String
    package let title: String
    /// Of the title.
    package let language: String?
    /// Whether the list is still offered.
    package let isInUse: Bool
    /// SHA-256 of the account as data, in hexadecimal.
    package let digest: String
    /// None for what the list has no words for.
    package let headings: [FigureHeading]

    package init(
        key: String, title: String, language: String?, isInUse: Bool, digest: String, headings: [FigureHeading]
    ) {
        self.isInUse = isInUse
        self.key = key
        self.title = title
        self.language = language
        self.digest = digest
        self.headings = headings
    }

    static let parameter = Operation.Parameter(
        "words", .line(1...64),
        "The key of a list of words: its headings for the figures then come along. The figures stay the same.")

    /// What an answer holds of it; both are null unless words were asked for.
    static let members: [Schema.Member] = [
        .init(
            "readIn",
            .orNull(
                .named(
                    "ReadIn",
                    .record([
                        .init("key", .line(1...64)), .init("title", .text),
                        .init("language", .orNull(.text), "Of the title."),
                        .init("isInUse", .flag, "Whether the list is still offered."),
                        .init("sha256", .text, "Of the original account as data."),
                    ]))),
            "The list of words, and the original; null unless words were asked for."),
        .init(
            "headings", .orNull(.list(of: FigureHeading.schema, most: 100_000)),
            "Of each outcome’s figures that the list has a word for; null unless words were asked for."),
    ]

    /// - Parameter wanted: which figures' headings.
    func json(_ wanted: (String) -> Bool) -> [String: JSON] {
        [
            "readIn": [
                "key": .string(key), "title": .string(title), "language": .text(language),
                "isInUse": .bool(isInUse), "sha256": .string(digest),
            ],
            "headings": .array(headings.filter { wanted($0.figure) }.map(\.json)),
        ]
    }
}

/// The heading of a list of words under which a figure stands that is of an outcome.
package struct FigureHeading: Sendable {
    package let figure: String
    /// The heading.
    package let words: String
    /// Of the heading.
    package let language: String?
    /// The heading's code in its list.
    package let code: String?
    /// The headings above it in its list, the widest first.
    package let above: [String]
    /// How the outcome stands to the heading: `same`, `exact`, `close`, `broad` (a part of it) or `narrow` (more than it).
    package let likeness: String

    package init(figure: String, words: String, language: String?, code: String?, above: [String], likeness: String) {
        self.figure = figure
        self.words = words
        self.language = language
        self.code = code
        self.above = above
        self.likeness = likeness
    }

    static let schema = Schema.record([
        .init("figure", .text, "The figure’s id."), .init("words", .text, "The heading."),
        .init("language", .orNull(.text), "Of the heading."),
        .init("code", .orNull(.text), "The heading’s code in its list."),
        .init("above", .list(of: .text, most: 100), "The headings above it in its list, the widest first."),
        .init(
            "likeness", .choice(["same", "exact", "close", "broad", "narrow"]),
            "How near the heading is: broad where the outcome is a part of it, narrow where it is more."),
    ])

    var json: JSON {
        [
            "figure": .string(figure), "words": .string(words), "language": .text(language), "code": .text(code),
            "above": .array(above.map(JSON.string)), "likeness": .string(likeness),
        ]
    }
}
