import FoundationEssentials
import HTML
import Lookup
import Vocabulary
import Words

/// A concept: what it means, what people call it, how others say it, and what became of it.
struct ConceptPage {
    /// A concept that this one leads to, as a line.
    struct Link {
        let number: Int
        let id: String
        let label: Text
        /// The scheme that it is of, where that is another one.
        var scheme: Text?
    }

    struct Said {
        let kind: Mapping.Kind
        /// Nil where the other concept isn't here.
        let link: Link?
        let target: String
    }

    let kept: KeptConcept
    let scheme: KeptScheme
    let language: String
    var reading = PageReading.own
    var broader: [Link] = []
    var narrower: [Link] = []
    var related: [Link] = []
    var successors: [Link] = []
    var said: [Said] = []
    /// Whether a list has more of them than are shown.
    var hasMoreSaid = false
    /// Whether there are more narrower ones than stand here.
    var hasMoreNarrower = false
    /// What organisations call it, and how many call it so.
    var uses: [(words: String, count: Int)] = []
    var places = UsesView()
    var history: [ConceptVersion] = []
    /// The day as it was on which it is shown; nil for now.
    var day: CivilDate?
    var talk: ConceptTalkView?
    var mayKeep = false
    var tokenField = HTML.nothing

    private var concept: Concept { kept.concept }
    private var address: String { LanguagePath.concept(kept.number).url }

    var title: Phrase { "\(concept.label(for: language).words)" }

    var body: HTML {
        .group([
            p {
                a(.href(LanguagePath.home.url)) { "Shared words" }
                verbatim(" › ")
                a(.href(LanguagePath.scheme(scheme.number).url)) { HTML.words(scheme.title(for: language)) }
            },
            h1 { HTML.words(concept.label(for: language)) },
            reading.alsoCalled(.concept(concept.id), own: concept.label(for: language)),
            standing,
            meaning,
            words,
            links("Wider", broader), links("Narrower", narrower), moreNarrower, links("Has to do with", related),
            elsewhere,
            places.body(reading, isPast: day != nil),
            talk?.body ?? .nothing,
            mayKeep && day == nil ? changeLink : .nothing,
            past,
            day == nil ? reading.choice : .nothing,
        ])
    }

    @HTMLBuilder private var standing: HTML {
        if !scheme.isInUse { p(.classes("banner")) { "The list that this is of is no longer in use here." } }
        if let day {
            p(.classes("banner")) {
                "This is how it stood on \(day.argument), with what lay around it. What lists are called, and which accounts can be read, is as of today."
            }
        }
        switch kept.status {
        case .adopted: HTML.nothing
        case .proposed: p(.classes("banner")) { "This is proposed. It holds once a facilitator has adopted it." }
        case .retired: p(.classes("banner")) { "This was retired. It stays here for what was made with it." }
        case .superseded:
            div(.classes("banner")) {
                p { "Others are used in its place:" }
                list(successors)
            }
        }
    }

    @HTMLBuilder private var meaning: HTML {
        let definitions = concept.notes(.definition, for: language)
        if definitions.isEmpty { p { "Nobody has written down yet what this means." } }
        for text in definitions { p(.classes("lead")) { HTML.words(text) } }
        for text in concept.notes(.scope, for: language) { p { HTML.words(text) } }
        for text in concept.notes(.example, for: language) {
            p {
                "For example: "
                HTML.words(text)
            }
        }
    }

    private var words: HTML {
        let labels = concept.labels.filter { $0.kind != .hidden && $0.text != concept.label(for: language) }
        return section {
            h2 { "What people call it" }
            if labels.isEmpty && uses.isEmpty {
                p { "Nothing else so far." }
            } else {
                ul {
                    for label in labels where isOwn(label.text) { li { HTML.words(label.text) } }
                    for use in uses {
                        li {
                            Phrase(
                                one: "\(use.words), once", other: "\(use.words), \(use.count) times", count: use.count)
                        }
                    }
                }
            }
            for (language, words) in inOtherLanguages(labels) {
                p {
                    language
                    verbatim(": ")
                    for (position, text) in words.enumerated() {
                        if position > 0 { verbatim(", ") }
                        HTML.words(text)
                    }
                }
            }
            if let code = concept.shortCode { p { "Its code is \(code)." } }
        }
    }

    /// Whether it is in the reader's language, or in none.
    private func isOwn(_ text: Text) -> Bool { text.language?.hasPrefix(language) ?? true }

    private func inOtherLanguages(_ labels: [Label]) -> [(Phrase, [Text])] {
        let others = labels.map(\.text).filter { !isOwn($0) }
        return Dictionary(grouping: others) { $0.language ?? "" }.sorted { $0.key < $1.key }.map { language, words in
            switch language {
            case "cy": ("In Welsh", words)
            case "en": ("In English", words)
            default: ("In another language (\(language))", words)
            }
        }
    }

    @HTMLBuilder private func links(_ heading: Phrase, _ links: [Link]) -> HTML {
        if !links.isEmpty {
            section {
                h2 { heading }
                list(links)
            }
        }
    }

    @HTMLBuilder private var moreNarrower: HTML {
        if hasMoreNarrower, day == nil {
            p {
                a(.href("\(LanguagePath.scheme(scheme.number).url)?under=\(kept.number)")) { "All that are narrower" }
            }
        } else if hasMoreNarrower {
            p { "There were more than stand here." }
        }
    }

    private func list(_ links: [Link]) -> HTML {
        ul {
            for link in links {
                li {
                    a(.href(LanguagePath.concept(link.number).url)) { HTML.words(link.label) }
                    if let scheme = link.scheme {
                        verbatim(" – ")
                        HTML.words(scheme)
                    }
                    reading.alsoCalled(.concept(link.id), own: link.label)
                }
            }
        }
    }

    /// All concepts that the page names, besides those of other schemes.
    var named: [Nameable] {
        ([concept.id] + (broader + narrower + related + successors).map(\.id)).map { .concept($0) }
            + places.named
    }

    @HTMLBuilder private var elsewhere: HTML {
        if !said.isEmpty {
            section {
                h2 { "How others say it" }
                ul {
                    for item in said {
                        li {
                            item.kind.words
                            verbatim(": ")
                            if let link = item.link {
                                a(.href(LanguagePath.concept(link.number).url)) { HTML.words(link.label) }
                                if let scheme = link.scheme {
                                    verbatim(" – ")
                                    HTML.words(scheme)
                                }
                            } else {
                                verbatim(item.target)
                            }
                        }
                    }
                }
                if hasMoreSaid { p { "Some lists say it in more ways than stand here." } }
            }
        }
    }

    private var changeLink: HTML {
        div(.classes("actions")) {
            a(.classes("button-secondary"), .href(LanguagePath.change(String(kept.number)).url)) {
                "Change, adopt, merge, split or retire"
            }
        }
    }

    private var past: HTML {
        section {
            h2 { "How it came about" }
            ol {
                for version in history.reversed() {
                    li {
                        a(.href("\(address)?at=\(CivilDate(version.since).description)")) {
                            "\(CivilDate(version.since).argument)"
                        }
                        verbatim(": ")
                        version.act.kind.words
                        if version.isNamed {
                            verbatim(", ")
                            if let name = version.name {
                                verbatim(name)
                            } else {
                                version.act.author == nil ? "Inside Outcomes itself" : "somebody who is no longer here"
                            }
                        }
                        if !version.reason.isEmpty { verbatim(". \(version.reason)") }
                    }
                }
            }
            if let newest = history.first, mayKeep, day == nil, newest.act.kind.isUndoable, !newest.isUndone {
                form(.method("post"), .action(LanguagePath.undo(newest.act.id).url)) {
                    tokenField
                    input(.type("hidden"), .name("concept"), .value(String(kept.number)))
                    div(.classes("actions")) {
                        button(.classes("button-quiet"), .type("submit")) { "Undo the last of these" }
                    }
                }
            }
        }
    }
}
