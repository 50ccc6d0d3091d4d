/// A concept as it is suggested for a text: what it is called, and how to know it.
package struct Subject: Sendable {
    package let code: String
    /// What people call it, the preferred word first.
    package let labels: [String]
    package let notes: [String]
    /// Finds words that speak for it.
    package let expression: WordPattern?
    /// Finds words that forbid it, whatever else is found.
    package let exclusion: WordPattern?
    /// The code of the concept above it.
    package let broader: String?

    package init(
        code: String, labels: [String], notes: [String] = [], expression: WordPattern? = nil,
        exclusion: WordPattern? = nil, broader: String? = nil
    ) {
        self.code = code
        self.labels = labels
        self.notes = notes
        self.expression = expression
        self.exclusion = exclusion
        self.broader = broader
    }
}

/// What somebody wrote about an organisation, an outcome or a service.
package struct Wording: Sendable, Hashable {
    /// Its name, or a heading.
    package let title: String
    /// What it does, in plain words.
    package let description: String
    /// What a deed or a contract says, which names much that is never done.
    package let formal: String

    /// How much of each is read, in UTF-8 bytes: a longer text says nothing new, and costs time.
    package static let longest = 20_000

    package init(title: String, description: String = "", formal: String = "") {
        self.title = Self.shortened(title)
        self.description = Self.shortened(description)
        self.formal = Self.shortened(formal)
    }

    var parts: [String] { [title, description, formal] }

    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > longest else { return text }
        return String(decoding: text.utf8.prefix(longest), as: UTF8.self)
    }
}

/// A text and the concepts that people gave it.
package struct TaughtText: Sendable {
    package let wording: Wording
    package let codes: Set<String>

    package init(_ wording: Wording, codes: Set<String>) {
        self.wording = wording
        self.codes = codes
    }
}

/// A concept that may be meant.
package struct Suggestion: Sendable, Equatable {
    package let code: String
    /// How likely it is that a person would give this concept, from 0 to 1.
    package let probability: Double
    /// The words of the text that spoke most for it.
    package let because: [String]
}
