import ValueMaps
import HTML
import Words

/// What was done and for whom.
struct PeopleView {
    let account: Account

    var body: HTML {
        section(.id("people")) {
            h2 { "What was done, and for whom" }
            if !outputs.isEmpty {
                p { "The provider states this work:" }
                ul { for output in outputs { li { verbatim(output) } } }
            }
            if let people = account.people {
                div(.class("figures")) {
                    FigureView(figure: people.people, account: account).card
                    if let comparison = people.comparison { FigureView(figure: comparison, account: account).card }
                }
                if !people.tables.isEmpty { characteristics(people) }
                for note in people.notes { p(.class("small muted")) { note } }
            } else {
                p { "No records of people came with this account, so it can’t say who took part." }
            }
        }
    }

    private var outputs: [String] {
        var seen: Set<String> = []
        return account.worth.outcomes.compactMap(\.values.entered.output).filter { seen.insert($0).inserted }
    }

    private func characteristics(_ people: PeopleSection) -> HTML {
        let compared = people.comparison != nil
        return div(.class("table-scroll"), .tabindex(0), .role("region"), .ariaLabel("Who took part")) {
            table {
                caption { "Who took part. Counts from 1 to 4 are shown as “fewer than 5”." }
                thead {
                    tr {
                        th(.scope("col")) { "About them" }
                        th(.scope("col")) { "Answer" }
                        th(.scope("col"), .class("number")) { compared ? "On the programme" : "People" }
                        if compared { th(.scope("col"), .class("number")) { "Comparison group" } }
                    }
                }
                tbody {
                    for characteristic in people.tables {
                        for row in characteristic.rows {
                            tr {
                                th(.scope("row")) { verbatim(characteristic.name) }
                                td { row.label }
                                td(.class("number")) { row.programme.phrase }
                                if compared { td(.class("number")) { row.comparison?.phrase ?? "" } }
                            }
                        }
                    }
                }
            }
        }
    }
}
