import Documents
import HTML
import Lookup
import Vocabulary
import Web
import Words

/// One level of a scheme, a page at a time.
struct SchemePage {
    let scheme: KeptScheme
    /// The concept that all of these lie under; nil at the top.
    let under: KeptConcept?
    let concepts: PageOf<KeptConcept>
    /// How many lie directly under each, by its name.
    let counts: [String: Int]
    let language: String
    let use: ListUseView
    /// Whose list it is; nil for the place's own.
    let owner: String?
    let reading: PageReading

    var title: Phrase {
        let name = (under?.label(for: language) ?? scheme.title(for: language)).words
        return concepts.number == 1 ? "\(name)" : "\(name), page \(concepts.number)"
    }

    var body: HTML {
        .group([
            way,
            h1 { title },
            owner.map { owner in p(.classes("muted")) { "The list of \(owner)." } } ?? .nothing,
            use.faults.summary,
            use.banner,
            under == nil ? notes : definition,
            under == nil && use.mayKeep && scheme.isInUse ? mapping : .nothing,
            concepts.items.isEmpty || !use.faults.isEmpty ? .nothing : reading.choice,
            concepts.items.isEmpty
                ? p { "Nothing lies here yet." }
                : ul(.classes("next-steps")) { for concept in concepts.items { line(concept) } },
            pager,
            under == nil ? downloads : .nothing,
            under == nil ? use.keeping : .nothing,
        ])
    }

    private var way: HTML {
        p {
            a(.href(LanguagePath.home.url)) { "Shared words" }
            if under != nil {
                verbatim(" › ")
                a(.href(LanguagePath.scheme(scheme.number).url)) { HTML.words(scheme.title(for: language)) }
            }
        }
    }

    private var notes: HTML { .group(scheme.notes(for: language).prefix(3).map { text in p { HTML.words(text) } }) }

    private var definition: HTML {
        .group((under?.concept.notes(.definition, for: language) ?? []).map { text in p { HTML.words(text) } })
    }

    private func line(_ concept: KeptConcept) -> HTML {
        let count = counts[concept.concept.id] ?? 0
        return li {
            p(.classes("step-title")) {
                a(.href(LanguagePath.concept(concept.number).url)) { HTML.words(concept.label(for: language)) }
                if let code = concept.concept.shortCode { span(.classes("step-since")) { verbatim(" \(code)") } }
                if concept.status == .proposed { " (proposed)" }
            }
            reading.alsoCalled(.concept(concept.concept.id), own: concept.label(for: language))
            for text in concept.concept.notes(.definition, for: language).prefix(1) { p { HTML.words(text) } }
            if count > 0 {
                p(.classes("step-since")) {
                    a(.href("\(LanguagePath.scheme(scheme.number).url)?under=\(concept.number)")) {
                        Phrase(one: "\(count) under it", other: "\(count) under it", count: count)
                        span(.classes("visually-hidden")) { ": \(concept.label(for: language).words)" }
                    }
                }
            }
        }
    }

    private var mapping: HTML {
        p {
            a(.classes("button-secondary"), .href(LanguagePath.map(scheme.number).url)) {
                "Say what these mean in other words"
            }
        }
    }

    @HTMLBuilder private var pager: HTML {
        let address = LanguagePath.scheme(scheme.number).url
        if let under {
            if concepts.number > 1 || concepts.hasMore {
                nav(.classes("row"), .ariaLabel("Pages of this list")) {
                    if concepts.number > 1 {
                        a(.href("\(address)?under=\(under.number)&page=\(concepts.number - 1)"), .rel("prev")) {
                            "Previous page"
                        }
                    }
                    span { "Page \(concepts.number)" }
                    if concepts.hasMore {
                        a(.href("\(address)?under=\(under.number)&page=\(concepts.number + 1)"), .rel("next")) {
                            "Next page"
                        }
                    }
                }
            }
        } else {
            Pager(address, number: concepts.number, hasMore: concepts.hasMore).body
        }
    }

    private var downloads: HTML {
        let number = String(scheme.number)
        func link(_ format: ThesaurusFilePlan.Format, _ words: Phrase) -> HTML {
            a(.href(LanguagePath.file(number, form: format.rawValue).url)) { words }
        }
        return section {
            h2 { "Take it along" }
            p {
                link(.turtle, "SKOS as Turtle")
                verbatim(" · ")
                link(.jsonLD, "SKOS as JSON-LD")
                verbatim(" · ")
                link(.csv, "Table (CSV)")
            }
        }
    }
}
