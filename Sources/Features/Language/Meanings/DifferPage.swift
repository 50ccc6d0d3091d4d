import HTML
import Lookup
import Places
import Vocabulary
import Web
import Words

/// Where the words of two organisations differ, and where they don't.
struct DifferPage {
    let organisation: String
    /// Those whose words can be set beside ours.
    let others: [Organisation]
    /// The one that was chosen, and what came of it.
    var other: Organisation?
    var words: WordsOfTwo?
    let language: String
    /// Of the shared words; what organisations call things is never changed here.
    var reading: PageReading?

    var title: Phrase {
        other.map { "Where our words differ: \(organisation) and \($0.name)" } ?? "Where our words differ"
    }

    var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) {
                "Two organisations may say the same in other words, or mean other things by the same words."
            },
            p {
                "Only words that stand in published accounts and words for services are here. Both sides read the same, and nobody’s drafts."
            },
            choice,
            result,
            p { a(.href(MeaningPath.open.url)) { "What our words mean" } },
        ])
    }

    @HTMLBuilder private var choice: HTML {
        if others.isEmpty {
            p { "There is no other organisation in this place yet." }
        } else {
            form(.method("get"), .action(MeaningPath.differ)) {
                div(.classes("field")) {
                    label(.for("with")) { "Whose words do you want beside yours?" }
                    select(.id("with"), .name(MeaningPath.withName)) {
                        for each in others {
                            option(.value(each.id), .selected(each.id == other?.id)) { verbatim(each.name) }
                        }
                    }
                }
                div(.classes("actions")) {
                    button(.classes(other == nil ? "button" : "button-secondary"), .type("submit")) { "Compare" }
                }
            }
        }
    }

    @HTMLBuilder private var result: HTML {
        if let other, let words {
            let compared = words.compared
            if words.ours.isEmpty || words.theirs.isEmpty {
                div(.classes("empty")) {
                    h2 { "There is nothing to compare yet" }
                    p {
                        words.ours.isEmpty
                            ? "None of your published outcomes or services has a shared word yet."
                            : "None of the published outcomes or services of \(other.name) has a shared word yet."
                    }
                }
            }
            reading?.choice ?? .nothing
            meanings("The same meaning, said differently", compared.saidDifferently, other.name)
            confusions(compared.meantDifferently, other.name)
            meanings("The same meaning, said alike", compared.saidAlike, other.name)
            alone("Only \(organisation) speaks of these", compared.onlyOnes)
            alone("Only \(other.name) speaks of these", compared.onlyOthers)
            if !words.ours.isEmpty || !words.theirs.isEmpty {
                div(.classes("actions")) {
                    a(.classes("button"), .href(MeaningPath.glossary(other.id).url)) { "A glossary for both" }
                }
            }
        }
    }

    @HTMLBuilder private func meanings(
        _ heading: Phrase, _ meanings: [WordsCompared.Meaning], _ other: String
    ) -> HTML {
        if !meanings.isEmpty {
            DataTable(
                heading, columns: [.text("Shared word"), .text("\(organisation)"), .text("\(other)")],
                rows: meanings.map { [concept($0.concept), joined($0.ones), joined($0.others)] }
            ).html
        }
    }

    @HTMLBuilder private func confusions(_ confusions: [WordsCompared.Confusion], _ other: String) -> HTML {
        if !confusions.isEmpty {
            DataTable(
                "The same words, meant differently",
                columns: [.text("Words"), .text("\(organisation) means"), .text("\(other) means")],
                rows: confusions.map { [verbatim($0.words), concepts($0.ones), concepts($0.others)] }
            ).html
        }
    }

    @HTMLBuilder private func alone(_ heading: Phrase, _ uses: [WordUse]) -> HTML {
        if !uses.isEmpty {
            DataTable(
                heading, columns: [.text("Words"), .text("Shared word")],
                rows: uses.map { [verbatim($0.words), concept($0.concept)] }
            ).html
        }
    }

    private func concept(_ id: String) -> HTML {
        guard let kept = words?.concepts[id] else { return verbatim(id) }
        let own = kept.label(for: language)
        return .group([
            a(.href(LanguagePath.concept(kept.number).url)) {
                reading?.name(.concept(id), own: own) ?? HTML.words(own)
            },
            reading?.ownWords(.concept(id), own: own) ?? .nothing,
        ])
    }

    private func concepts(_ ids: [String]) -> HTML { ul { for id in ids { li { concept(id) } } } }

    private func joined(_ words: [String]) -> HTML { ul { for word in words { li { verbatim(word) } } } }
}
