import HTML
import Lookup
import Vocabulary
import Web
import Words

/// What the words of an organisation mean: those that have no meaning here yet, or those that have one.
struct MeaningsPage {
    enum List { case open, decided, one }

    let organisation: String
    let list: List
    /// The lines of this page of the list.
    let lines: PageOf<MeaningLine>
    /// How many there are of each.
    let open: Int
    let decided: Int
    let mayChoose: Bool
    /// Words that were typed for the first time and whose meaning is still to be chosen stand among the lines.
    var isStep = false
    var faults = FormFaults()
    let tokenField: HTML

    var title: Phrase { list == .decided ? "What our words mean, as chosen" : "What our words mean" }

    var body: HTML {
        .group([
            faults.summary,
            h1 { title },
            p(.classes("lead")) {
                "You keep your words. Here you say which shared word each stands for, so that others understand it and totals can be read side by side."
            },
            p {
                "Others in this place see it for outcomes that \(organisation) has published, and for services. What stands in drafts only stays yours."
            },
            list == .decided ? decisions : questions,
            ways,
        ])
    }

    @HTMLBuilder private var questions: HTML {
        if mayChoose {
            form(.method("post"), .action(MeaningPath.base), .novalidate()) {
                tokenField
                if lines.items.isEmpty {
                    p {
                        open == 0 && decided == 0
                            ? "Your accounts name no outcomes yet." : "All of them have a shared word."
                    }
                }
                for (number, line) in lines.items.enumerated() { MeaningLineView(line: line, number: number).body }
                if list == .open && !isStep { NewWordsView().body }
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Keep these" } }
            }
        } else {
            ul(.classes("next-steps")) {
                for line in lines.items { li { p(.classes("step-title")) { line.shown } } }
            }
            if lines.items.isEmpty { p { "All of them have a shared word." } }
        }
        if list == .open { Pager(MeaningPath.open.url, number: lines.number, hasMore: lines.hasMore).body }
    }

    @HTMLBuilder private var decisions: HTML {
        if lines.items.isEmpty {
            p { "None of your words has a shared word yet." }
        } else {
            dl(.classes("answers")) {
                for line in lines.items {
                    dt { line.shown }
                    dd {
                        if let meaning = line.meaning {
                            a(.href(LanguagePath.concept(meaning.number).url)) { HTML.words(meaning.label) }
                        }
                        if mayChoose {
                            verbatim(" ")
                            a(.href(MeaningPath.one(line.words).url)) {
                                "Change"
                                span(.classes("visually-hidden")) { verbatim(": \(line.words)") }
                            }
                        }
                    }
                }
            }
        }
        MeaningPager(lines: lines).body
    }

    private var ways: HTML {
        ul {
            if list != .decided && decided > 0 {
                li {
                    a(.href(MeaningPath.decided.url)) {
                        Phrase(
                            one: "\(decided) outcome or service has a shared word",
                            other: "\(decided) outcomes and services have a shared word", count: decided)
                    }
                }
            }
            if list != .open {
                li {
                    a(.href(MeaningPath.open.url)) {
                        Phrase(
                            one: "\(open) outcome has no shared word yet",
                            other: "\(open) outcomes have no shared word yet", count: open)
                    }
                }
            }
            li { a(.href(MeaningPath.differ)) { "Where our words differ from others’" } }
            li { a(.href(LanguagePath.home.url)) { "All shared words" } }
        }
    }
}

/// The pages of those that have a meaning.
private struct MeaningPager {
    let lines: PageOf<MeaningLine>

    @HTMLBuilder var body: HTML {
        if lines.number > 1 || lines.hasMore {
            nav(.classes("row"), .ariaLabel("Pages of this list")) {
                if lines.number > 1 { a(.href(link(lines.number - 1)), .rel("prev")) { "Previous page" } }
                span { "Page \(lines.number)" }
                if lines.hasMore { a(.href(link(lines.number + 1)), .rel("next")) { "Next page" } }
            }
        }
    }

    private func link(_ number: Int) -> String { "\(MeaningPath.decided.url)&page=\(number)" }
}

extension MeaningLine {
    /// The words as they were written, marked with their language.
    var shown: HTML { HTML.words(Text(words, in: language)) }
}
