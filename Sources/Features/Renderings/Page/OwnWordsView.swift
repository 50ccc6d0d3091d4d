import Accounts
import HTML
import Words

/// The provider's own words, marked as such.
struct OwnWordsView {
    let words: OwnWordsSection
    /// Longer texts are cut in the account and stand whole in an annex; nil shows them whole.
    let mostWords: Int?
    /// The number of that annex.
    let annex: Int?

    var body: HTML {
        if words.parts.isEmpty {
            HTML.nothing
        } else {
            section(.id("own-words")) {
                h2 { "In the provider’s own words" }
                parts
                if let mostWords, let annex, words.isLong(over: mostWords) {
                    Annexes.pointer("The whole text is in annex \(annex).", to: Annexes.fullAddress)
                }
            }
        }
    }

    var parts: HTML { HTML.group(words.parts.map(part)) }

    private func part(_ part: OwnWordsPart) -> HTML {
        let shown = mostWords.map { part.beginning(words: $0) } ?? part.text
        let paragraphs = shown.split(whereSeparator: \.isNewline).map(String.init)
        return .group([
            h3 { part.topic.heading },
            blockquote(.classes("own-words")) { for paragraph in paragraphs { p { verbatim(paragraph) } } },
        ])
    }
}

extension OwnWordsSection {
    /// Whether some part is longer than the account shows.
    func isLong(over most: Int) -> Bool { parts.contains { $0.beginning(words: most) != $0.text } }
}

extension OwnWordsPart {
    /// The first words of a text, with dots where it goes on.
    func beginning(words most: Int) -> String {
        let words = text.split(separator: " ", maxSplits: most, omittingEmptySubsequences: true)
        guard words.count > most, let rest = words.last else { return text }
        let kept = text[..<rest.startIndex].reversed().drop(while: \.isWhitespace).reversed()
        return String(kept) + " …"
    }
}

extension OwnWordsPart.Topic {
    var heading: Phrase {
        switch self {
        case .whatWeDid: "What we did"
        case .story: "One story"
        case .whatWeLearned: "What we learned"
        case .whatNext: "What we will do next"
        }
    }
}
