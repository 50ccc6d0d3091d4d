/// The words of a name that say what it is about, so that "Less lonely" is found to fit "UCLA loneliness score".
struct PlainWords {
    private let words: Set<String>

    /// - Parameter empty: Words that say nothing of what a name is about.
    init(_ texts: [String], without empty: Set<String> = Self.empty) {
        words = Set(
            texts.flatMap { $0.lowercased().split { !$0.isLetter } }.map(String.init).filter {
                $0.count >= Self.shortest && !empty.contains($0)
            })
    }

    /// How many of these words the others have too, in this or another form.
    func shared(with others: PlainWords) -> Int {
        words.count { word in others.words.contains { Self.isSame(word, $0) } }
    }

    private static let shortest = 4
    /// Forms of one word begin alike: lonely and loneliness, confident and confidence.
    private static let alike = 5

    private static func isSame(_ one: String, _ other: String) -> Bool {
        if one == other || one + "s" == other || other + "s" == one { return true }
        return one.count >= alike && other.count >= alike && one.prefix(alike) == other.prefix(alike)
    }

    /// What many outcomes and measures have in their names.
    static let empty: Set<String> = [
        "more", "less", "fewer", "better", "improved", "improves", "improve", "improvement", "increase", "increased",
        "reduced", "reduction", "decrease", "decreased", "higher", "lower", "change", "changes", "score", "scores",
        "scale", "points", "level", "levels", "measure", "total", "average", "feel", "feels", "feeling", "have", "with",
        "from", "into", "that", "their", "they", "than", "this", "before", "after", "start", "each", "life", "being",
        "able", "sense", "good", "rate", "rating", "self", "number", "people",
    ]
}
