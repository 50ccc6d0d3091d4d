import HTML
import Lookup
import Vocabulary
import Web
import Words

/// A list's headings beside the words of other lists, a page at a time: says which mean the same, or nearly.
struct MappingPage {
    /// A heading with what it is mapped to, and what it might be.
    struct Line {
        let concept: KeptConcept
        let mapped: [(target: KeptConcept, kind: Mapping.Kind)]
        let offered: [Offer]
        /// What somebody chose who has to choose again.
        var answer = MappingForm.Answer()
    }

    /// A concept that a heading may mean.
    struct Offer {
        let concept: KeptConcept
        /// What its list is called.
        let scheme: Text
        /// Why it is offered; nil where its words were only found.
        let because: Phrase?
    }

    let scheme: KeptScheme
    let lines: PageOf<Line>
    let language: String
    var faults = FormFaults()
    let tokenField: HTML

    var title: Phrase { "Say what “\(scheme.title(for: language).words)” means in other words" }

    var body: HTML {
        .group([
            p { a(.href(LanguagePath.scheme(scheme.number).url)) { HTML.words(scheme.title(for: language)) } },
            faults.summary,
            h1 { title },
            p(.classes("lead")) {
                "For each heading tick the shared words that belong to it, and say how near they are. Accounts can then be read under these headings. Leave out what you are not sure of."
            },
            lines.items.isEmpty ? .nothing : progress,
            lines.items.isEmpty
                ? p { "Nothing lies here yet." }
                : form(.method("post"), .action(LanguagePath.map(scheme.number).url), .novalidate()) {
                    tokenField
                    input(.type("hidden"), .name("page"), .value(String(lines.number)))
                    for line in lines.items { fields(line) }
                    div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Keep these" } }
                },
            Pager(LanguagePath.map(scheme.number).url, number: lines.number, hasMore: lines.hasMore).body,
        ])
    }

    private var mapped: Int { lines.items.count { !$0.mapped.isEmpty } }

    private var progress: HTML {
        div(.classes("row")) {
            p {
                Phrase(
                    one: "\(mapped) of the \(lines.items.count) headings on this page has a meaning in other words.",
                    other: "\(mapped) of the \(lines.items.count) headings on this page have a meaning in other words.",
                    count: mapped)
            }
            if mapped > 0 {
                a(.href(ReadIn.choosing(String(scheme.number), then: "/"))) { "Read accounts under these headings" }
            }
        }
    }

    private func fields(_ line: Line) -> HTML {
        let number = line.concept.number
        return fieldset {
            legend { HTML.words(line.concept.label(for: language)) }
            input(.type("hidden"), .name("concept"), .value(String(number)))
            if let definition = line.concept.concept.notes(.definition, for: language).first {
                p(.classes("hint")) { HTML.words(definition) }
            }
            if !(line.mapped.isEmpty && line.offered.isEmpty) {
                div(.classes("choices")) {
                    for mapped in line.mapped { already(mapped, line) }
                    for (position, offered) in line.offered.enumerated() { offer(offered, position, of: line) }
                }
            }
            TextField(
                MappingForm.other(number),
                line.offered.isEmpty && line.mapped.isEmpty ? "Which shared word?" : "Another shared word",
                hint: "What it is called, or the number in the address of its page.", value: line.answer.other,
                error: faults[MappingForm.other(number)], longest: MappingForm.longest, isRequired: false
            ).body
            div(.classes("field")) {
                label(.for("kind-\(number)")) { "How near is the heading?" }
                select(.id("kind-\(number)"), .name("kind-\(number)"), .classes("medium")) {
                    for kind in Self.kinds {
                        option(.value(kind.rawValue), .selected(kind == line.answer.kind)) { Self.choice(kind) }
                    }
                }
            }
        }
    }

    private func offer(_ offered: Offer, _ position: Int, of line: Line) -> HTML {
        let number = line.concept.number
        return div(.classes("choice")) {
            input(
                .type("checkbox"), .id("to-\(number)-\(position)"), .name("to-\(number)"),
                .value(String(offered.concept.number)),
                .checked(line.answer.ticked.contains(offered.concept.number)))
            label(.for("to-\(number)-\(position)")) {
                HTML.words(offered.concept.label(for: language))
                span(.classes("hint")) {
                    HTML.words(offered.scheme)
                    for text in offered.concept.concept.notes(.definition, for: language).prefix(1) {
                        verbatim(": ")
                        HTML.words(text)
                    }
                }
                if let because = offered.because { span(.classes("hint")) { because } }
            }
        }
    }

    private func already(_ mapped: (target: KeptConcept, kind: Mapping.Kind), _ line: Line) -> HTML {
        let number = line.concept.number
        let field = "drop-\(number)-\(mapped.target.number)"
        return div(.classes("choice")) {
            input(
                .type("checkbox"), .id(field), .name("drop-\(number)"), .value(String(mapped.target.number)),
                .checked(line.answer.dropped.contains(mapped.target.number)))
            label(.for(field)) {
                "Take back:"
                verbatim(" ")
                Self.words(mapped.kind)
                verbatim(" ")
                HTML.words(mapped.target.label(for: language))
            }
        }
    }

    static let kinds: [Mapping.Kind] = [.exact, .close, .broad, .narrow]

    /// Short enough for a narrow screen, where a list of choices can't be broken into lines.
    private static func choice(_ kind: Mapping.Kind) -> Phrase {
        switch kind {
        case .exact: "It means the same"
        case .close: "It means nearly the same"
        case .broad: "It is a part of that one"
        case .narrow: "It is wider than that one"
        case .related: "It has to do with that one"
        }
    }

    /// Of the heading, before the other concept's label.
    private static func words(_ kind: Mapping.Kind) -> Phrase {
        switch kind {
        case .exact: "The heading means the same as this concept"
        case .close: "The heading means nearly the same as this concept"
        case .broad: "The heading is a part of this concept"
        case .narrow: "The heading is wider than this concept"
        case .related: "The heading has to do with this concept"
        }
    }
}
