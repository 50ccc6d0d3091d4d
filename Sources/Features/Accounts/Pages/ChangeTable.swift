import FoundationEssentials
import HTML
import Words

/// A change by group, with the averages' intervals.
struct ChangeTable {
    let section: ChangeSection

    private var hasBefore: Bool { section.groups.contains { $0.before != nil || $0.improved != nil } }

    var body: HTML {
        div(.class("table-scroll"), .tabindex(0), .role("region"), .ariaLabel("\(section.name), by group")) {
            table {
                caption { "\(section.name): averages with their 95% intervals" }
                thead {
                    tr {
                        th(.scope("col")) { "Group" }
                        if hasBefore { th(.scope("col"), .class("number")) { "At the start" } }
                        th(.scope("col"), .class("number")) { "Measured" }
                        if hasBefore { th(.scope("col"), .class("number")) { "Average before" } }
                        th(.scope("col"), .class("number")) { "Average after" }
                        if hasBefore { th(.scope("col"), .class("number")) { "Better / same / worse" } }
                    }
                }
                tbody { for group in section.groups { row(group) } }
            }
        }
    }

    private func row(_ group: ChangeGroup) -> HTML {
        tr {
            th(.scope("row")) { group.isComparison ? "Comparison group" : "On the programme" }
            if hasBefore { td(.class("number")) { group.started.phrase } }
            td(.class("number")) { group.followedUp.phrase }
            if hasBefore { td(.class("number wraps")) { mean(group.before) } }
            td(.class("number wraps")) { mean(group.after) }
            if hasBefore {
                td(.class("number wraps")) {
                    if let improved = group.improved, let same = group.same, let worse = group.worse {
                        "\(improved.phrase) / \(same.phrase) / \(worse.phrase)"
                    }
                }
            }
        }
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
