import Accounts
import HTML
import Words

/// Who took part: characteristics by group.
struct CharacteristicsTable {
    let tables: [CharacteristicTable]
    let people: PeopleSection

    private var isCompared: Bool { people.comparison != nil }

    private var columns: [DataTable.Column] {
        let own: [DataTable.Column] = [
            .text("About them"), .text("Answer"), .number(isCompared ? "On the programme" : "People"),
        ]
        return own + (isCompared ? [.number("Comparison group")] : [])
    }

    var body: HTML {
        DataTable(
            "Who took part. Counts from 1 to 4 are shown as “fewer than 5”.", columns: columns,
            rows: tables.flatMap { table in
                table.rows.map { row in
                    [
                        verbatim(table.name), phrase(row.label), phrase(row.programme.phrase),
                        phrase(row.comparison?.phrase ?? ""),
                    ]
                }
            }
        ).html
    }
}
