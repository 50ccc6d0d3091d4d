import Accounts
import HTML
import Words

/// "Check your answers": what will be public, and what to look at twice, before a draft is published.
struct CheckPage {
    let draft: Edition
    let summary: DraftSummary
    let languageName: String
    /// Of the draft's figures, so that what is published is what was checked.
    let digest: String
    /// What is said about the words of its outcomes.
    let wordsNote: HTML
    let tokenField: HTML

    var title: Phrase { "Check before you publish" }

    var body: HTML {
        .group([
            h1 { title },
            p(.classes("lead")) {
                "Once published, this account can be read by everybody and is never changed. A mistake can only be corrected in a new edition, beside this one."
            },
            warnings,
            h2 { "Who, for whom and when" },
            dl(.classes("answers")) {
                answer("Provider", "provider") { PartyName(name: draft.provider, side: .provider).body }
                answer("For whom", "commissioner") { PartyName(name: draft.commissioner, side: .commissioner).body }
                answer("Service", "service") { text(draft.service) }
                answer("Period", "period") { text(draft.period) }
                answer("Language", "language-\(draft.language)") { verbatim(languageName) }
                if let reason = draft.reason { answer("Reason for this correction", "reason") { verbatim(reason) } }
            },
            h2 { "What was found" },
            p(.classes("finding"), .lang(draft.language)) { verbatim(draft.finding) },
            figures,
            known,
            wordsNote,
            buttons,
        ])
    }

    private func text(_ value: String?) -> HTML {
        if let value { return verbatim(value) }
        return span(.classes("muted")) { "not stated" }
    }

    /// An answer and the way to where it can be changed: the page on which the workbook was understood.
    private func answer(_ name: Phrase, _ field: String? = nil, @HTMLBuilder value: () -> HTML) -> HTML {
        .group([
            dt { name },
            dd {
                value()
                change(name, field.map { "#" + $0 } ?? "")
            },
        ])
    }

    @HTMLBuilder private func change(_ name: Phrase, _ place: String) -> HTML {
        if let importID = draft.importID {
            verbatim(" ")
            a(.href(AccountPath.importPage(importID) + place)) {
                "Change"
                span(.classes("visually-hidden")) {
                    verbatim(" ")
                    name
                }
            }
        }
    }

    private var figures: HTML {
        .group([
            h2 { "Figures that will be public" },
            dl(.classes("answers")) {
                for line in summary.figures {
                    dt(.lang(draft.language)) { verbatim(line.name) }
                    dd {
                        span(.lang(draft.language)) { verbatim(line.value) }
                        change(Phrase(verbatim: line.name), "")
                        if let meaning = line.meaning {
                            p(.classes("muted"), .lang(draft.language)) { verbatim(meaning) }
                        }
                    }
                }
            },
        ])
    }

    /// How far the figures can be relied on.
    private var known: HTML {
        .group([
            h2 { "What the figures stand on" },
            dl(.classes("answers")) {
                answer("Comparison group") {
                    if let comparison = summary.comparison {
                        span(.lang(draft.language)) { verbatim(comparison) }
                    } else {
                        "none"
                    }
                }
                answer("How many were measured again") {
                    lines(summary.attrition.map { $0.name + ": " + $0.value }, orElse: "nothing was measured")
                }
                answer("What we don’t know") { lines(summary.unknowns, orElse: "nothing is listed") }
            },
        ])
    }

    private func lines(_ texts: [String], orElse nothing: Phrase) -> HTML {
        if texts.isEmpty { return phrase(nothing) }
        return ul(.lang(draft.language)) { for text in texts { li { verbatim(text) } } }
    }

    private var warnings: HTML {
        var lines = summary.smallQuantities.map { small -> Phrase in
            "“\(small.outcome)” stands for \(small.quantity) people (\(small.cell ?? "")). So few people may be recognised. Leave the row out, or put it together with another."
        }
        lines += summary.nearEditions.map { near -> Phrase in
            "Edition \(near.number) stays beside this one, and the two differ by a few people or answers in \(near.measures.map { "“\($0)”" }.joined(separator: ", ")). Whoever sets them side by side can work out what those people answered. If that may harm somebody, don’t publish this: withdraw the account and make a new one."
        }
        switch summary.story {
        case .shown:
            lines.append(
                "One person’s story is shown. Your workbook says that consent was given. Make sure that it was.")
        case .leftOut: lines.append("The story is left out, because your workbook doesn’t say that consent was given.")
        case .none: break
        }
        let missing = [draft.provider, draft.commissioner, draft.service, draft.period].count { $0 == nil }
        if missing > 0 {
            lines.append("Some of who, for whom and when is not stated. The account says so under what we don’t know.")
        }
        guard !lines.isEmpty else { return .nothing }
        return div(.classes("banner banner-draft"), .role("note")) {
            h2 { "Look at this twice" }
            ul { for line in lines { li { line } } }
        }
    }

    private var buttons: HTML {
        form(.method("post"), .action(AccountPath.publish(draft.account).url)) {
            tokenField
            input(.type("hidden"), .name("edition"), .value(String(draft.number)))
            input(.type("hidden"), .name("digest"), .value(digest))
            div(.classes("actions")) {
                button(.classes("button"), .type("submit")) { "Publish this account" }
                a(.classes("button-secondary"), .href(AccountPath.edition(draft.account, draft.number).url)) {
                    "Back to the draft"
                }
            }
        }
    }
}
