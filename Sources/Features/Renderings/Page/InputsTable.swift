import Accounts
import HTML
import Words

/// What was put in, line by line. Its first column names each row: who put it in or, where nobody is named at all, what it is.
struct InputsTable {
    let lines: [InputLine]
    let currency: String

    private var namesAnybody: Bool { lines.contains { !$0.stakeholder.isEmpty } }

    var body: HTML {
        DataTable(
            "What was put in",
            columns: (namesAnybody ? [.text("Stakeholder")] : []) + [.text("What"), .text("Kind"), .number("Amount")],
            rows: lines.map(row)
        ).html
    }

    private func row(_ line: InputLine) -> [HTML] {
        let what = line.description ?? ""
        let rest = [
            phrase(line.isInKind ? "in kind" : "cash"), phrase("\(line.amount, currency: currency, pence: true)"),
        ]
        return namesAnybody ? [heading(line.stakeholder), verbatim(what)] + rest : [heading(what)] + rest
    }

    /// A row without a name is still a row that says so.
    private func heading(_ name: String) -> HTML { name.isEmpty ? phrase("not stated") : verbatim(name) }
}
