import HTML
import Imports
import Words

/// The provider's own words, marked as such.
struct OwnWordsSection {
    let words: OwnWords
    /// Long texts are cut in the account and stand whole in an annex.
    var isWhole = false

    var body: HTML {
        if words.isEmpty {
            HTML.nothing
        } else {
            section(.id("own-words")) {
                h2 { "In the provider’s own words" }
                parts
                if words.isLong { p(.class("small muted")) { "The whole text is in annex 4." } }
            }
        }
    }

    var parts: HTML {
        HTML.group([
            part("What we did", words.whatWeDid),
            part("One story", words.story),
            part("What we learned", words.whatWeLearned),
            part("What we will do next", words.whatNext),
        ])
    }

    private func part(_ heading: Phrase, _ text: String?) -> HTML {
        guard let text else { return .nothing }
        let shown = isWhole ? text : OwnWords.beginning(of: text)
        let paragraphs = shown.split(whereSeparator: \.isNewline).map(String.init)
        return .group([
            h3 { heading },
            blockquote(.class("own-words")) { for paragraph in paragraphs { p { verbatim(paragraph) } } },
        ])
    }
}

extension OwnWords {
    private static let mostWords = 90

    var isEmpty: Bool { texts.isEmpty }

    /// Whether some part is longer than the account shows.
    var isLong: Bool { texts.contains { Self.beginning(of: $0) != $0 } }

    private var texts: [String] { [whatWeDid, story, whatWeLearned, whatNext].compactMap { $0 } }

    /// The first words of a text, with dots where it goes on.
    static func beginning(of text: String) -> String {
        let words = text.split(separator: " ", maxSplits: mostWords, omittingEmptySubsequences: true)
        guard words.count > mostWords, let rest = words.last else { return text }
        return text[..<rest.startIndex].trimmed + " …"
    }
}

extension Substring {
    fileprivate var trimmed: String { String(reversed().drop(while: \.isWhitespace).reversed()) }
}
