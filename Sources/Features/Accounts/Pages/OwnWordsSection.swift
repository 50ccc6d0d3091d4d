import HTML
import Words
import Workbooks

/// The provider's own words, marked as such.
struct OwnWordsSection {
    let words: OwnWords
    /// Longer texts are cut in the account and stand whole in an annex; nil shows them whole.
    let mostWords: Int?
    /// The number of that annex.
    let annex: Int?

    var body: HTML {
        if words.isEmpty {
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
        let shown = mostWords.map { OwnWords.beginning(of: text, words: $0) } ?? text
        let paragraphs = shown.split(whereSeparator: \.isNewline).map(String.init)
        return .group([
            h3 { heading },
            blockquote(.class("own-words")) { for paragraph in paragraphs { p { verbatim(paragraph) } } },
        ])
    }
}

extension OwnWords {
    var isEmpty: Bool { texts.isEmpty }

    /// Whether some part is longer than the account shows.
    func isLong(over most: Int) -> Bool { texts.contains { Self.beginning(of: $0, words: most) != $0 } }

    private var texts: [String] { [whatWeDid, story, whatWeLearned, whatNext].compactMap { $0 } }

    /// The first words of a text, with dots where it goes on.
    static func beginning(of text: String, words most: Int) -> String {
        let words = text.split(separator: " ", maxSplits: most, omittingEmptySubsequences: true)
        guard words.count > most, let rest = words.last else { return text }
        return text[..<rest.startIndex].trimmed + " …"
    }
}

extension Substring {
    fileprivate var trimmed: String { String(reversed().drop(while: \.isWhitespace).reversed()) }
}
