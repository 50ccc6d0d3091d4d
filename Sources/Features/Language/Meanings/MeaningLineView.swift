import HTML
import Lookup
import Vocabulary
import Words

/// One of our words, and what it may mean, to choose from.
struct MeaningLineView {
    let line: MeaningLine
    let number: Int
    /// Whether the form is about something else: then nobody is asked to look for another one.
    var isAside = false

    private var names: MeaningForm.Names { MeaningForm.Names(number, isAside: isAside) }

    var body: HTML {
        fieldset(.id(names.words)) {
            legend { line.shown }
            input(.type("hidden"), .name(names.words), .value(line.words))
            input(.type("hidden"), .name(names.kind), .value(line.kind.rawValue))
            input(.type("hidden"), .name(names.was), .value(line.chosen.map(String.init) ?? ""))
            if let place { p(.classes("hint")) { place } }
            if line.isSplit {
                p(.classes("hint")) { "The shared word that you chose became several. Choose the one that you mean." }
            }
            if isAside {
                p(.classes("hint")) {
                    line.kind == .service ? "The service. It may stand for:" : "An outcome. It may stand for:"
                }
            } else if line.meaning == nil && !line.choices.isEmpty {
                p(.classes("hint")) { "This may stand for:" }
            }
            div(.classes("choices")) {
                if let meaning = line.meaning, !line.isSplit, let chosen = line.chosen {
                    choice(meaning, value: String(chosen), isChecked: true)
                }
                for choice in line.choices { self.choice(choice, value: String(choice.number), isChecked: false) }
                if line.isSplit, let chosen = line.chosen {
                    // Whoever says nothing of it loses nothing: the words still mean what they meant.
                    div(.classes("choice")) {
                        input(
                            .type("radio"), .id("\(names.concept)-later"), .name(names.concept), .value(String(chosen)),
                            .checked(true))
                        label(.for("\(names.concept)-later")) { "Decide later" }
                    }
                }
                div(.classes("choice")) {
                    input(
                        .type("radio"), .id("\(names.concept)-none"), .name(names.concept), .value(""),
                        .checked(!line.isDecided && !line.isSplit))
                    label(.for("\(names.concept)-none")) {
                        if isAside {
                            "Leave it as it is"
                        } else {
                            line.isEmpty ? "No shared word yet" : "None of these"
                        }
                    }
                }
            }
            if !isAside {
                ConceptField(
                    names.find, picks: names.found, "Look for another one",
                    about: line.words, value: line.typed, error: line.fault
                ).body
            }
        }
    }

    private var place: Phrase? {
        line.account.map { $0.isPublished ? "In “\($0.title)”, published" : "In “\($0.title)”, a draft" }
    }

    private func choice(_ choice: MeaningChoice, value: String, isChecked: Bool) -> HTML {
        let id = "\(names.concept)-\(choice.number)"
        return div(.classes("choice")) {
            input(
                .type("radio"), .id(id), .name(names.concept), .value(value), .checked(isChecked))
            label(.for(id)) {
                if choice.isSaidByOthers {
                    "Others here call this “\(choice.label.words)”"
                } else {
                    HTML.words(choice.label)
                }
                if let definition = choice.definition { span(.classes("hint")) { HTML.words(definition) } }
                if let because = choice.because { span(.classes("hint")) { because } }
            }
        }
    }
}

extension MeaningLine {
    fileprivate var isEmpty: Bool { choices.isEmpty && meaning == nil }
}

/// A field in which somebody looks for a concept. With the script, concepts are offered while they type.
struct ConceptField {
    let name: String
    /// The hidden field that holds the number of the concept that was picked.
    let picks: String
    let question: Phrase
    /// The words that it is for, read out to those who can't see them above.
    let about: String?
    let value: String
    let error: Phrase?

    init(_ name: String, picks: String, _ question: Phrase, about: String?, value: String = "", error: Phrase? = nil) {
        self.name = name
        self.picks = picks
        self.question = question
        self.about = about
        self.value = value
        self.error = error
    }

    var body: HTML {
        div(.classes(error == nil ? "field" : "field field-error")) {
            label(.for(name)) {
                question
                if let about { span(.classes("visually-hidden")) { verbatim(": \(about)") } }
            }
            if let error { span(.classes("error"), .id("\(name)-error")) { error } }
            OfferingField(
                name, picks: picks, .search, longest: OwnWord.longest, value: value,
                about: error.map { _ in "\(name)-error" }, isWrong: error != nil
            ).body
        }
    }
}

/// Words that are in no account yet.
struct NewWordsView {
    var body: HTML {
        fieldset {
            legend { "Other words of yours" }
            div(.classes("field")) {
                label(.for("words-new")) { "An outcome, or what a service does, in your own words" }
                span(.classes("hint"), .id("words-new-hint")) {
                    "Such as “Less lonely” or “Lunch club”. We then offer the shared words that come near."
                }
                OfferingField(
                    "words-new", picks: "found-new", .words, longest: OwnWord.longest, about: "words-new-hint"
                ).body
            }
            div(.classes("choices")) {
                for kind in [OwnWord.Kind.outcome, .service] {
                    div(.classes("choice")) {
                        input(
                            .type("radio"), .id("kind-new-\(kind.rawValue)"), .name("kind-new"), .value(kind.rawValue),
                            .checked(kind == .outcome))
                        label(.for("kind-new-\(kind.rawValue)")) { kind == .outcome ? "An outcome" : "A service" }
                    }
                }
            }
        }
    }
}
