import HTML
import Words

/// Every assumption with its value, source and cell: first those about all outcomes, then those of each outcome under its name.
struct AssumptionsTable {
    let assumptions: [StatedAssumption]

    var annex: HTML {
        section(.class("annex"), .id("annex-assumptions")) {
            h2 { "Annex \(Annexes.assumptions): every assumption and its source" }
            tableFrame("Assumptions") {
                caption { "What the figures take for granted" }
                thead {
                    tr {
                        th(.scope("col")) { "Assumption" }
                        th(.scope("col")) { "Value" }
                        th(.scope("col")) { "Source" }
                        th(.scope("col")) { "Cell" }
                    }
                }
                tbody {
                    for (index, assumption) in assumptions.enumerated() {
                        if let outcome = assumption.outcome, index == 0 || assumptions[index - 1].outcome != outcome {
                            tr(.class("group")) { th(.scope("rowgroup"), .colspan(4)) { outcome } }
                        }
                        row(assumption)
                    }
                }
            }
        }
    }

    private func row(_ assumption: StatedAssumption) -> HTML {
        tr {
            th(.scope("row")) { assumption.what }
            td { assumption.value }
            td { assumption.source }
            td { verbatim(assumption.cell ?? "") }
        }
    }
}

/// A table that scrolls sideways by itself where a screen is narrow.
func tableFrame(_ label: Phrase, @HTMLBuilder content: () -> HTML) -> HTML {
    div(.class("table-scroll"), .tabindex(0), .role("region"), .ariaLabel(label)) { table { content() } }
}
