import HTML
import Lookup
import Vocabulary
import Words

/// The schemes of a place, and what waits to be adopted.
struct LanguageHomePage {
    struct Line {
        let number: Int
        let title: Text
        let count: Int
        /// Whose list it is; nil for the place's own.
        let owner: String?
        var isInUse = true
    }

    let schemes: [Line]
    let proposed: [KeptConcept]
    let language: String
    let mayPropose: Bool
    let mayKeep: Bool

    var title: Phrase { "Shared words" }

    var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) {
                "One meaning, many words. Here is what people call things, and what they mean by it."
            },
            schemes.isEmpty
                ? p { "There are no words here yet." }
                : ul(.classes("next-steps")) { for scheme in schemes where scheme.isInUse { line(scheme) } },
            waiting,
            actions,
            outOfUse,
        ])
    }

    private func line(_ scheme: Line) -> HTML {
        li {
            p(.classes("step-title")) { a(.href(LanguagePath.scheme(scheme.number).url)) { HTML.words(scheme.title) } }
            p(.classes("step-since")) {
                Phrase(one: "\(scheme.count) concept", other: "\(scheme.count) concepts", count: scheme.count)
                if let owner = scheme.owner {
                    verbatim(", ")
                    "the list of \(owner)"
                }
            }
        }
    }

    @HTMLBuilder private var outOfUse: HTML {
        if schemes.contains(where: { !$0.isInUse }) {
            section {
                h2 { "No longer in use" }
                p { "These are kept for what was made with them." }
                ul(.classes("next-steps")) { for scheme in schemes where !scheme.isInUse { line(scheme) } }
            }
        }
    }

    @HTMLBuilder private var waiting: HTML {
        if !proposed.isEmpty {
            section {
                h2 { "Proposed" }
                ul {
                    for concept in proposed {
                        li {
                            a(.href(LanguagePath.concept(concept.number).url)) {
                                HTML.words(concept.label(for: language))
                            }
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private var actions: HTML {
        if mayPropose || mayKeep {
            div(.classes("actions")) {
                if mayPropose && !schemes.isEmpty {
                    a(.classes("button"), .href(LanguagePath.propose.url)) { "Propose a concept" }
                }
                if mayKeep { a(.classes("button-secondary"), .href(LanguagePath.load.url)) { "Load a file" } }
            }
        }
    }
}
