import HTML
import Lookup
import Vocabulary
import Words

/// What a facilitator can do with a concept.
struct ChangePage {
    let kept: KeptConcept
    let language: String
    let languageName: String
    let tokenField: HTML

    private var label: String { kept.label(for: language).words }
    private var number: String { String(kept.number) }

    var title: Phrase { "Change “\(label)”" }

    var body: HTML {
        .group([
            p { a(.href(LanguagePath.concept(kept.number).url)) { HTML.words(kept.label(for: language)) } },
            h1 { title },
            p(.classes("lead")) {
                "Nothing is lost by any of these: what was made with it keeps it, and the last step can be undone."
            },
            kept.status == .adopted ? .nothing : adopting,
            editing,
            kept.status == .adopted ? merging : .nothing,
            kept.status == .adopted ? splitting : .nothing,
            kept.status == .adopted ? replacing : .nothing,
            kept.status == .retired ? .nothing : retiring,
        ])
    }

    private var adopting: HTML {
        part("Adopt it", "Everybody sees it and can use it.", LanguagePath.adopt(number), "Adopt it", "adopt") {
            HTML.nothing
        }
    }

    private var editing: HTML {
        let words = ConceptWords(kept.concept, in: language)
        return part(
            "Write its words by hand",
            "These are its words in one language: \(languageName). Change the language of the page for others.",
            LanguagePath.edit(number), "Keep these words", "edit"
        ) {
            input(.type("hidden"), .name("edit-language"), .value(language))
            // A label may be as long as a sentence.
            div(.classes("field")) {
                HTMLLabel.element(.for("edit-label")) { "What is it called?" }
                input(
                    .type("text"), .id("edit-label"), .name("edit-label"), .autocomplete("off"),
                    .maxlength(ChangeConcept.longestLabel), .required(), .value(words.label))
            }
            TextArea(
                "edit-others", "What else do people call it?", hint: "A word or a few in each line.",
                value: words.others.joined(separator: "\n"), rows: 4, longest: 10_000
            ).body
            TextArea(
                "edit-meaning", "What does it mean?", hint: "A sentence or two, so that nobody mistakes it.",
                value: words.meaning, rows: 3, longest: ChangeConcept.longestText
            ).body
        }
    }

    private var merging: HTML {
        part(
            "Merge it into another one", "The other one takes over its words, and stands for both from now on.",
            LanguagePath.merge(number), "Merge", "merge"
        ) {
            TextField(
                "other", "Into which one?", hint: "What it is called, or the number in the address of its page.",
                longest: 300
            ).body
        }
    }

    private var splitting: HTML {
        part(
            "Split it",
            "Each part becomes a concept of its own. Whatever was made with it stays until somebody chooses.",
            LanguagePath.split(number), "Split", "split"
        ) {
            TextArea("labels", "The parts", hint: "A label in each line, two at least.", rows: 3, longest: 2_000).body
            LanguageField(name: "split-language", chosen: language).body
        }
    }

    private var replacing: HTML {
        part(
            "Have others used in its place", "They are here already.", LanguagePath.replace(number), "Replace",
            "replace"
        ) {
            TextArea(
                "others", "Which ones?", hint: "What it is called, or its number, one in each line.", rows: 2,
                longest: 2_000
            ).body
        }
    }

    private var retiring: HTML {
        part("Retire it", "Nobody is offered it any more.", LanguagePath.retire(number), "Retire it", "retire") {
            HTML.nothing
        }
    }

    private func part(
        _ heading: Phrase, _ sentence: Phrase, _ path: LanguagePath, _ button: Phrase, _ name: String,
        @HTMLBuilder fields: () -> HTML
    ) -> HTML {
        let fields = fields()
        return section {
            h2 { heading }
            p { sentence }
            form(.method("post"), .action(path.url), .novalidate()) {
                tokenField
                input(.type("hidden"), .name("version"), .value(String(kept.version)))
                fields
                div(.classes("field")) {
                    HTMLLabel.element(.for("\(name)-reason")) { "Why?" }
                    input(
                        .type("text"), .id("\(name)-reason"), .name("reason"), .autocomplete("off"),
                        .maxlength(ChangeConcept.longestText), .classes("medium"))
                }
                div(.classes("actions")) {
                    HTMLButton.element(.classes("button-secondary"), .type("submit")) { button }
                }
            }
        }
    }
}

// A parameter or a property of the same name hides the element.
private enum HTMLLabel { static let element = HTML.labelElement }
private enum HTMLButton { static let element = HTML.buttonElement }

extension HTML {
    fileprivate static let labelElement = label
    fileprivate static let buttonElement = button
}

/// Proposes a concept.
struct ProposePage {
    let schemes: [KeptScheme]
    let language: String
    var label = ""
    var meaning = ""
    var wider = ""
    var faults = FormFaults()
    let tokenField: HTML

    var title: Phrase { "Propose a concept" }

    var body: HTML {
        .group([
            faults.summary,
            h1 { title },
            p(.classes("lead")) { "Members can talk about it at once. It holds once a facilitator has adopted it." },
            schemes.isEmpty ? p { "There is no list to propose it for yet." } : fields,
        ])
    }

    private var fields: HTML {
        form(.method("post"), .action(LanguagePath.propose.url), .novalidate()) {
            tokenField
            TextField(
                "label", "What is it called?", hint: "The words that most people use.", value: label,
                error: faults["label"], longest: ChangeConcept.longestLabel
            ).body
            LanguageField(name: "label-language", chosen: language).body
            TextArea(
                "meaning", "What does it mean?", hint: "A sentence or two, so that nobody mistakes it.", value: meaning,
                rows: 3, longest: ChangeConcept.longestText
            ).body
            TextField(
                "wider", "What is it a part of? (if you like)", hint: "What a wider concept is called, or its number.",
                value: wider,
                error: faults["wider"], longest: 300, isRequired: false
            ).body
            if schemes.count > 1 {
                div(.classes("field")) {
                    HTMLLabel.element(.for("scheme")) { "For which list?" }
                    select(.id("scheme"), .name("scheme")) {
                        for scheme in schemes {
                            option(.value(String(scheme.number))) { verbatim(scheme.title(for: language).words) }
                        }
                    }
                }
            }
            div(.classes("actions")) { HTMLButton.element(.classes("button"), .type("submit")) { "Propose it" } }
        }
    }
}
