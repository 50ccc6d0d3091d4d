import Accounts
import HTML
import Words

/// What it is worth, by stakeholder.
struct StakeholdersTable {
    let lines: [StakeholderLine]
    let account: Account

    var body: HTML {
        DataTable(
            "What it is worth today, by stakeholder",
            columns: [.text("Stakeholder"), .number("Worth today"), .opening("Derivation")],
            rows: lines.map { line in
                [
                    verbatim(line.stakeholder), phrase(line.value.reading),
                    FigureView(figure: line.value, account: account).derivation,
                ]
            }
        ).html
    }
}
