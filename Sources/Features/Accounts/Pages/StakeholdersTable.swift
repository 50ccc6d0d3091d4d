import HTML
import Words

/// What it is worth, by stakeholder.
struct StakeholdersTable {
    let lines: [StakeholderLine]
    let account: Account

    var body: HTML {
        div(.class("table-scroll"), .tabindex(0), .role("region"), .ariaLabel("Worth by stakeholder")) {
            table {
                caption { "What it is worth today, by stakeholder" }
                thead {
                    tr {
                        th(.scope("col")) { "Stakeholder" }
                        th(.scope("col"), .class("number")) { "Worth today" }
                        th(.scope("col"), .class("screen-only")) { "Derivation" }
                    }
                }
                tbody {
                    for line in lines {
                        tr {
                            th(.scope("row")) { verbatim(line.stakeholder) }
                            td(.class("number")) { FigureView.reading(line.value) }
                            td(.class("screen-only")) { FigureView(figure: line.value, account: account).derivation }
                        }
                    }
                }
            }
        }
    }
}
