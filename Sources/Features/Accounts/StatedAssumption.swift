package import Words

/// Something that the figures take for granted, with where it came from.
package struct StatedAssumption: Sendable, Equatable {
    /// What is taken for granted: “Due to others”.
    package var what: Phrase
    /// The outcome that it is about; nil where it is about all of them.
    package var outcome: Phrase?
    package var value: Phrase
    package var source: Phrase
    package var cell: String?

    package init(what: Phrase, outcome: Phrase? = nil, value: Phrase, source: Phrase, cell: String? = nil) {
        self.what = what
        self.outcome = outcome
        self.value = value
        self.source = source
        self.cell = cell
    }

    /// In full, where it stands alone.
    package var name: Phrase { outcome.map { "\(what): \($0)" } ?? what }
}
