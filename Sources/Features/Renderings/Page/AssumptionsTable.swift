import Accounts
import HTML
import Words

/// Every assumption with its value and source: first those about all outcomes, then those of each outcome under its name.
struct AssumptionsTable {
    let assumptions: [StatedAssumption]

    var annex: HTML {
        section(.classes("annex"), .id("annex-assumptions")) {
            h2 { "Annex \(Annexes.assumptions): every assumption and its source" }
            DataTable(
                "What the figures take for granted",
                columns: [.text("Assumption"), .text("Value"), .text("Source")], rows: rows
            ).html
        }
    }

    private var rows: [DataTable.Row] {
        assumptions.enumerated().flatMap { index, assumption -> [DataTable.Row] in
            let row = DataTable.Row.cells([
                phrase(assumption.what), phrase(assumption.value), source(of: assumption),
            ])
            guard let outcome = assumption.outcome, index == 0 || assumptions[index - 1].outcome != outcome else {
                return [row]
            }
            return [.group(phrase(outcome)), row]
        }
    }

    /// Who said so, and in which cell.
    private func source(of assumption: StatedAssumption) -> HTML {
        guard let cell = assumption.cell else { return phrase(assumption.source) }
        return phrase("\(assumption.source), \(cell)")
    }
}
