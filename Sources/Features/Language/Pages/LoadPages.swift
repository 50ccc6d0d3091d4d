import CanonicalJSON
import HTML
import Jobs
import Web
import Words

/// Takes a file with a thesaurus or a list.
struct LoadPage {
    /// Megabytes.
    let limit: Int
    /// Whether the words that come with the product can be loaded as well.
    let offersOurs: Bool
    var fault: Phrase?
    let tokenField: HTML

    var title: Phrase { "Load a file" }

    var body: HTML {
        .group([
            faultSummary,
            h1 { title },
            p(.classes("lead")) {
                "A thesaurus, a classification, or headings of your own. All of it is taken, or nothing."
            },
            form(.method("post"), .action(LanguagePath.load.url), .enctype("multipart/form-data"), .novalidate()) {
                tokenField
                field
                div(.classes("choice")) {
                    input(.type("checkbox"), .id("renews"), .name("renews"), .value("yes"))
                    label(.for("renews")) {
                        "It is a newer edition of a list that is here"
                        span(.classes("hint")) {
                            "What changed changes, what is no longer in it is retired, and what people here made of it stays."
                        }
                    }
                }
                div(.classes("actions")) { button(.classes("button"), .type("submit")) { "Load this file" } }
            },
            offersOurs ? ours : .nothing,
            section {
                h2 { "A list of your own" }
                p {
                    "Put one heading in each row of a spreadsheet. The first row says what stands in each column. Only label is needed; broader is the heading that one lies under."
                }
                DataTable(
                    "For example",
                    columns: ["code", "label", "also called", "definition", "broader"].map {
                        .text(Phrase(verbatim: $0))
                    },
                    rows: [
                        [verbatim("A"), phrase("Living well at home"), .nothing, .nothing, .nothing],
                        [
                            verbatim("A1"), phrase("Prevention of falls"),
                            phrase("fewer falls; steadier on their feet"),
                            phrase("Older people fall less often."), verbatim("A"),
                        ],
                    ]
                ).html
                p { "Another language stands in a column beside, such as “label (cy)”." }
            },
        ])
    }

    private var ours: HTML {
        section {
            h2 { "Our own words" }
            p {
                "Some 400 concepts in plain English and Welsh come with Inside Outcomes. Where they are here already, this brings what is new."
            }
            form(.method("post"), .action(LanguagePath.loadOurs.url)) {
                tokenField
                div(.classes("actions")) {
                    button(.classes("button-secondary"), .type("submit")) { "Load our own words" }
                }
            }
        }
    }

    @HTMLBuilder private var faultSummary: HTML {
        if let fault {
            div(.classes("error-summary"), .role("alert"), .tabindex(-1)) {
                h2 { "There is a problem" }
                p { a(.href("#file")) { fault } }
            }
        }
    }

    private var field: HTML {
        div(.classes(fault == nil ? "field" : "field field-error")) {
            label(.for("file")) { "Your file" }
            span(.classes("hint"), .id("file-hint")) {
                "A spreadsheet (.xlsx, .ods or .csv), SKOS as Turtle, RDF/XML, JSON-LD or N-Triples, or an OWL code list, up to \(limit) MB."
            }
            if let fault { span(.classes("error"), .id("file-error")) { fault } }
            input(
                .type("file"), .id("file"), .name("file"), .required(),
                .aria("describedby", fault == nil ? "file-hint" : "file-hint file-error"))
        }
    }
}

/// How far a file is that is being loaded, and what came of it.
struct LoadingPage {
    let job: Job
    let tokenField: HTML

    private var result: LoadThesaurusJob.Result? { job.result.flatMap(LoadThesaurusJob.Result.init(json:)) }

    var title: Phrase {
        switch (job.state, result) {
        case (.queued, _), (.running, _): "Your file is being read"
        case (.cancelled, _): "This was stopped"
        case (.failed, _): "Something failed on our side"
        case (.done, .refused): "This file was not taken"
        case (.done, _): "Your file is loaded"
        }
    }

    var body: HTML { .group([h1 { title }, content]) }

    private var content: HTML {
        guard job.state.isFinished else {
            return JobProgressView(
                job, step: step, address: LanguagePath.loading(job.id).url, stopAddress: LanguagePath.stop(job.id).url,
                tokenField: tokenField
            ).body
        }
        return switch (job.state, result) {
        case (.done, .loaded(let outcome)): loaded(outcome)
        case (.done, .refused(let wrong, let more)): refused(wrong, more)
        case (.failed, _):
            .group([
                p { "Nothing of the file was kept. It was written to the log under the number \(job.id)." },
                job.error == LoadThesaurusJob.unfit
                    ? p {
                        "The part of this service that reads such files isn’t complete. Ask the person who runs it to run outcomes doctor."
                    }
                    : .nothing,
                again,
            ])
        default: .group([p { "Nothing of the file was kept." }, again])
        }
    }

    private var step: Phrase? {
        switch LoadThesaurusJob.Step(rawValue: job.note) {
        case .reading: "Reading the file."
        case .checking: "Checking that it hangs together."
        case .keeping: "Keeping the concepts."
        case nil: nil
        }
    }

    private func loaded(_ outcome: LoadThesaurus.Outcome) -> HTML {
        .group([
            ul {
                li {
                    Phrase(
                        one: "\(outcome.added) concept is new.", other: "\(outcome.added) concepts are new.",
                        count: outcome.added)
                }
                if outcome.changed > 0 {
                    li {
                        Phrase(
                            one: "\(outcome.changed) concept changed.", other: "\(outcome.changed) concepts changed.",
                            count: outcome.changed)
                    }
                }
                if outcome.same > 0 {
                    li {
                        Phrase(
                            one: "\(outcome.same) concept is as it was.",
                            other: "\(outcome.same) concepts are as they were.", count: outcome.same)
                    }
                }
                if outcome.retired > 0 {
                    li {
                        Phrase(
                            one: "\(outcome.retired) concept is no longer in it, and was retired.",
                            other: "\(outcome.retired) concepts are no longer in it, and were retired.",
                            count: outcome.retired)
                    }
                }
                if outcome.leftLinks > 0 {
                    li {
                        Phrase(
                            one:
                                "\(outcome.leftLinks) link of the file goes against what people made of the list here, and was left out:",
                            other:
                                "\(outcome.leftLinks) links of the file go against what people made of the list here, and were left out:",
                            count: outcome.leftLinks)
                        ul {
                            for link in outcome.against {
                                li { "“\(link.concept)” to “\(link.other)”" }
                            }
                        }
                    }
                }
                if outcome.leftAside > 0 {
                    li {
                        Phrase(
                            one: "\(outcome.leftAside) statement of another kind was left aside.",
                            other: "\(outcome.leftAside) statements of other kinds were left aside.",
                            count: outcome.leftAside)
                    }
                }
            },
            .group(
                outcome.schemes.prefix(1).map { number in next(number, isNew: outcome.added > 0) }),
        ])
    }

    /// Our own words have their meanings already, and so have the headings of a list that was here before.
    private func next(_ scheme: Int, isNew: Bool) -> HTML {
        let isToMap = isNew && job.payload["ours"] != true
        return .group([
            isToMap
                ? p { "Next, say what its headings mean in the shared words. Accounts can then be read under them." }
                : .nothing,
            div(.classes("actions")) {
                if isToMap {
                    a(.classes("button"), .href(LanguagePath.map(scheme).url)) { "Say what these mean in other words" }
                }
                a(.classes(isToMap ? "button-secondary" : "button"), .href(LanguagePath.scheme(scheme).url)) {
                    "Look at it"
                }
            },
        ])
    }

    private func refused(_ wrong: [LoadThesaurusJob.Result.Refusal], _ more: Int) -> HTML {
        .group([
            p(.classes("lead")) { "Nothing of it was kept. Mend this, and load it again:" },
            ul { for item in wrong { li { item.sentence } } },
            more > 0 ? p { "And \(more) more." } : .nothing,
            again,
        ])
    }

    private var again: HTML { p { a(.classes("button-secondary"), .href(LanguagePath.load.url)) { "Load a file" } } }
}
