import Accounts
import HTML
import Words

/// What was done and for whom.
struct PeopleView {
    let account: Account
    let front: FrontPages

    var body: HTML {
        section(.id("people")) {
            h2 { "What was done, and for whom" }
            if !outputs.isEmpty {
                p { "The provider states this work:" }
                ul { for output in outputs { li { verbatim(output) } } }
            }
            if let people = account.people {
                div(.classes("figures")) {
                    FigureView(figure: people.people, account: account).card
                    if let comparison = people.comparison { FigureView(figure: comparison, account: account).card }
                }
                let (here, later) = Self.split(people.tables, front)
                if !here.isEmpty { CharacteristicsTable(tables: here, people: people).body }
                if !later.isEmpty, let annex = Annexes(account, front).full {
                    Annexes.pointer("More about them is in annex \(annex).", to: Annexes.fullAddress)
                }
                for note in people.notes { p(.classes("small muted")) { note } }
            } else {
                p { "No records of people came with this account, so it can’t say who took part." }
            }
        }
    }

    private var outputs: [String] {
        var seen: Set<String> = []
        return account.worth.outcomes.compactMap(\.output).filter { seen.insert($0).inserted }.prefix(
            front.outputs
        ).map { $0 }
    }

    /// The tables that fit beside the rest, and those that an annex holds.
    static func split(
        _ tables: [CharacteristicTable], _ front: FrontPages
    ) -> (here: [CharacteristicTable], later: [CharacteristicTable]) {
        var rows = 0
        let fitting = tables.prefix { table in
            rows += table.rows.count
            return rows <= front.characteristicRows
        }
        return (Array(fitting), Array(tables.dropFirst(fitting.count)))
    }
}
