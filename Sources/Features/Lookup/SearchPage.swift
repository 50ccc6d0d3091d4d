import HTML
import Vocabulary
import Web
import Words

/// What was found, or how to look.
struct SearchPage {
    let results: Results
    let kind: FindableKind?
    /// Where everything published is listed.
    let home: String
    let reading: PageReading

    var title: Phrase { results.text.isEmpty ? "Search" : "Results for \(results.text)" }

    var body: HTML {
        .group([h1 { title }, results.text.isEmpty ? help : results.groups.isEmpty ? nothing : found])
    }

    private var help: HTML {
        p(.classes("lead")) {
            "Type what you are looking for into the box above, in your own words: an outcome, a service, an organisation."
        }
    }

    private var nothing: HTML {
        div(.classes("empty")) {
            h2 { "Nothing was found" }
            p { "We looked for words that begin, sound or are spelt like yours, in English and in Welsh." }
            ul {
                li { "Try fewer words, or another word for the same thing." }
                li { a(.href(home)) { "See all published accounts" } }
            }
        }
    }

    @HTMLBuilder private var found: HTML {
        if let mended = results.mended {
            p(.classes("lead")) { "Nothing is called that. These are the results for \(mended)." }
        } else if results.isPartial {
            p(.classes("lead")) { "Nothing has all of your words. These have some of them." }
        }
        reading.choice
        for group in results.groups { section(group) }
    }

    @HTMLBuilder private func section(_ group: Results.Group) -> HTML {
        h2 { group.heading }
        ol(.classes("next-steps")) {
            for line in group.lines { li { entry(line, group.kind) } }
        }
        if group.hasMore, kind == nil {
            p { a(.href(SearchPath.kind(results.text, group.kind).url)) { "More: \(group.heading)" } }
        }
    }

    @HTMLBuilder private func entry(_ line: Results.Line, _ kind: FindableKind) -> HTML {
        let own = Text(line.entry.title, in: line.entry.language)
        h3(.classes("step-title")) {
            a(.href(line.entry.address)) {
                // Somebody who looks for a shared word wants to see that word.
                if let named = line.entry.named, kind != .concept {
                    reading.name(named, own: own)
                } else {
                    HTML.words(own)
                }
            }
        }
        if let named = line.entry.named {
            kind == .concept ? reading.alsoCalled(named, own: own) : reading.ownWords(named, own: own)
        }
        if let detail = line.entry.detail { p { detail } }
        if let matched = matched(line, kind) {
            p(.classes("step-since")) { matched }
        }
    }

    /// By which other word it was found; nil where its name says it.
    private func matched(_ line: Results.Line, _ kind: FindableKind) -> Phrase? {
        let label = line.found.label
        guard label.kind != .hidden, !([line.entry.title] + line.entry.shown).contains(label.text.words) else {
            return nil
        }
        guard kind == .concept else { return "Found by “\(label.text.words)”" }
        return "Found by “\(label.text.words)”, another word for it"
    }
}
