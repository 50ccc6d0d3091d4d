import FoundationEssentials
import HTML
import Words

/// A change with a column for each group: how many were measured, their averages with the intervals, and how many are better.
struct ChangeTable {
    let section: ChangeSection

    private var groups: [ChangeGroup] { section.groups }
    private var hasBefore: Bool { groups.contains { $0.before != nil || $0.improved != nil } }

    var body: HTML {
        div(.class("table-scroll"), .tabindex(0), .role("region"), .ariaLabel("\(section.name), by group")) {
            table {
                caption { "\(section.name): averages with their 95% intervals" }
                thead {
                    tr {
                        th(.scope("col")) { "Figure" }
                        for group in groups {
                            th(.scope("col"), .class("number")) {
                                group.isComparison ? "Comparison group" : "On the programme"
                            }
                        }
                    }
                }
                tbody {
                    if hasBefore { row("Measured at the start") { $0.started.phrase } }
                    row(hasBefore ? "Measured again" : "Measured") { $0.followedUp.phrase }
                    if hasBefore { row("Average before") { mean($0.before) } }
                    row("Average after") { mean($0.after) }
                    if hasBefore { row("Better / same / worse", moved) }
                }
            }
        }
    }

    private func row(_ name: Phrase, _ cell: (ChangeGroup) -> Phrase) -> HTML {
        tr {
            th(.scope("row")) { name }
            for group in groups { td(.class("number wraps")) { cell(group) } }
        }
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
