import Accounts
import FoundationEssentials
import HTML
import Words

/// A change with a column for each group: how many were measured, their averages with the intervals, and how many are better.
struct ChangeTable {
    let section: ChangeSection

    private var groups: [ChangeGroup] { section.groups }
    private var hasBefore: Bool { groups.contains { $0.before != nil || $0.improved != nil } }

    var body: HTML {
        let columns = groups.map { group in
            DataTable.Column.number(group.isComparison ? "Comparison group" : "On the programme")
        }
        return DataTable(
            "\(section.name): averages with their 95% intervals", columns: [.text("Figure")] + columns, rows: rows
        ).html
    }

    private var rows: [[HTML]] {
        guard hasBefore else {
            return [row("Measured") { $0.followedUp.phrase }, row("Average after") { mean($0.after) }]
        }
        return [
            row("Measured at the start") { $0.started.phrase }, row("Measured again") { $0.followedUp.phrase },
            row("Average before, of those measured again") { mean($0.before) },
            row(after) { mean($0.after) },
            row("Better / same / worse", moved),
        ]
    }

    /// Beside a comparison group the average after is of everybody who was measured then.
    private var after: Phrase { groups.count > 1 ? "Average after" : "Average after, of those measured again" }

    private func row(_ name: Phrase, _ cell: (ChangeGroup) -> Phrase) -> [HTML] {
        [phrase(name)] + groups.map { phrase(cell($0)) }
    }

    private func moved(_ group: ChangeGroup) -> Phrase {
        guard let improved = group.improved, let same = group.same, let worse = group.worse else { return "" }
        return "\(improved.phrase) / \(same.phrase) / \(worse.phrase)"
    }

    private func mean(_ interval: IntervalMean?) -> Phrase {
        guard let interval else { return "not shown" }
        // The mean is exact to the penny, as in the other forms; its ends are for reading.
        func exact(_ value: Decimal) -> Phrase.Argument {
            section.currency.map { .money(value, currency: $0, pence: true) } ?? Wording.points(value)
        }
        func amount(_ value: Decimal) -> Phrase.Argument { Wording.amount(value, currency: section.currency) }
        return "\(exact(interval.mean)) (\(amount(interval.low)) to \(amount(interval.high)))"
    }
}
