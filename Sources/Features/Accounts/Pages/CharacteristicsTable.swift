import HTML
import Words

/// Who took part: characteristics by group.
struct CharacteristicsTable {
    let tables: [CharacteristicTable]
    let people: PeopleSection

    private var compared: Bool { people.comparison != nil }

    var body: HTML {
        div(.class("table-scroll"), .tabindex(0), .role("region"), .ariaLabel("Who took part")) {
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
                    for characteristic in tables {
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
