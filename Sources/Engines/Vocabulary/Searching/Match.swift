/// How what was typed and what was found go together, the best first.
package enum Match: Int, Sendable, Comparable, CaseIterable {
    /// The same, apart from capitals, accents, punctuation and spaces.
    case whole
    /// The term begins with it.
    case start
    /// Every word stands in the term.
    case words
    /// Every word is the beginning of one of the term's.
    case beginnings
    /// The same words in another form: a plural, say.
    case stem
    /// First letters.
    case abbreviation
    case misspelling
    case sound

    package static func < (one: Match, other: Match) -> Bool { one.rawValue < other.rawValue }

    /// Whether something else was looked for than what was typed.
    package var isMended: Bool { self == .misspelling || self == .sound }
}

/// An item that was found, and the term by which.
package struct Found: Sendable, Equatable {
    package let item: Int
    package let term: CandidateTerm
    package let match: Match
    /// How many of the words that were looked for stand in no term of the item.
    package let missing: Int
    /// What was typed with the words in their place that were found instead; nil where they are the same.
    package let mended: String?
}
