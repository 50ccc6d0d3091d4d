import FoundationEssentials
import HTML
import Words

/// Whether a list is in use, since when and why, and what its keepers do about it.
struct ListUseView {
    let scheme: KeptScheme
    /// The newest first.
    let changes: [ListChange]
    /// Whether it may be said who did it.
    let isMember: Bool
    let mayKeep: Bool
    /// What is wrong with what somebody typed.
    var faults = FormFaults()
    var tokenField = HTML.nothing

    @HTMLBuilder var banner: HTML {
        if !scheme.isInUse {
            div(.classes("banner"), .role("note")) {
                p {
                    "This list is no longer in use. Nobody is offered its words, and what was made with them stays readable."
                }
                if let reason = changes.first?.reason, !reason.isEmpty { p { "The reason: \(reason)" } }
            }
        }
    }

    @HTMLBuilder var keeping: HTML {
        if mayKeep || !changes.isEmpty {
            section(.id("use")) {
                h2 { "Whether this list is in use" }
                if !changes.isEmpty { ol { for change in changes.reversed() { li { line(change) } } } }
                if mayKeep { scheme.isInUse ? retiring : restoring }
            }
        }
    }

    private func line(_ change: ListChange) -> HTML {
        .group([
            phrase("\(CivilDate(change.act.created).argument)"), verbatim(": "), phrase(change.act.kind.words),
            isMember
                ? .group([verbatim(", "), change.name.map(verbatim) ?? phrase("somebody who is no longer here")])
                : .nothing,
            change.reason.isEmpty ? .nothing : verbatim(". \(change.reason)"),
        ])
    }

    private var retiring: HTML {
        .group([
            p {
                "Taken out of use, it is no longer offered for reading, found or suggested. Nothing is lost, and it can be brought back at any time."
            },
            form(.method("post"), .action(LanguagePath.retireList(String(scheme.number)).url), .novalidate()) {
                tokenField
                TextField(
                    "reason", "Why is it no longer used?", hint: "Everybody can read this.", value: "",
                    error: faults["reason"], longest: ChangeConcept.longestText
                ).body
                div(.classes("actions")) {
                    button(.classes("button-secondary"), .type("submit")) { "Take this list out of use" }
                }
            },
        ])
    }

    private var restoring: HTML {
        form(.method("post"), .action(LanguagePath.restoreList(String(scheme.number)).url)) {
            tokenField
            div(.classes("actions")) {
                button(.classes("button-secondary"), .type("submit")) { "Bring this list back into use" }
            }
        }
    }
}
