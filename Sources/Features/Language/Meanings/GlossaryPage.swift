import Documents
import FoundationEssentials
import HTML
import Lookup
import Vocabulary
import Web
import Words

/// What two organisations speak of, what it means, and the words of each for it; as a page and on paper.
struct GlossaryPage {
    let ours: String
    let theirs: String
    /// The other organisation's identifier.
    let other: String
    let entries: [GlossaryEntry]
    let reading: PageReading

    var title: Phrase { "Glossary of \(ours) and \(theirs)" }

    var body: HTML {
        .group([
            p { a(.href(MeaningPath.differWith(other).url)) { "Where our words differ" } },
            reading.choice,
            content(isForPaper: false),
            div(.classes("actions")) {
                a(.classes("button-secondary"), .href(MeaningPath.glossaryPDF(other).url)) { "As PDF" }
            },
        ])
    }

    private func content(isForPaper: Bool) -> HTML {
        .group([
            h1 { title },
            p(.classes("lead")) {
                "What both mean by the words of their published accounts and services. Each keeps its own words."
            },
            isForPaper ? readIn : .nothing,
            entries.isEmpty
                ? p { "Nothing stands here yet." }
                : dl(.classes("answers")) {
                    for entry in entries {
                        dt { label(entry, isForPaper) }
                        dd { explanation(entry) }
                    }
                },
        ])
    }

    @HTMLBuilder private var readIn: HTML {
        if let list = reading.names?.list { p { "Read in the words of “\(list.words)”." } }
    }

    private func label(_ entry: GlossaryEntry, _ isForPaper: Bool) -> HTML {
        let name = reading.name(.concept(entry.id), own: entry.label)
        return .group([
            isForPaper
                ? name : a(.href(LanguagePath.concept(entry.number).url)) { name },
            reading.ownWords(.concept(entry.id), own: entry.label),
            .group(entry.otherLabels.map { other in span(.classes("hint")) { HTML.words(other) } }),
        ])
    }

    private func explanation(_ entry: GlossaryEntry) -> HTML {
        .group([
            .group(entry.definitions.map { text in p { HTML.words(text) } }),
            line(ours, entry.ours),
            line(theirs, entry.theirs),
        ])
    }

    @HTMLBuilder private func line(_ name: String, _ words: [String]) -> HTML {
        if !words.isEmpty {
            p {
                strong { verbatim(name) }
                verbatim(": " + words.joined(separator: "; "))
            }
        }
    }

    func paper(_ catalogue: Catalogue, style: String, date: String) -> Paper {
        let document = Document(title: title, styleSheet: .embedded(style)) { main { content(isForPaper: true) } }
        return Paper(
            html: document.bytes(in: catalogue), title: catalogue.text(title), language: catalogue.language.code,
            author: ours, summary: catalogue.text("What two organisations mean by their words."), date: date,
            attachments: [])
    }
}
