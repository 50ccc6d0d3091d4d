import FoundationEssentials
import HTML
import Words

/// What changed: each measure with its interval, its attrition, a picture and a table.
struct ChangesView {
    let account: Account
    let charts: AccountCharts

    var body: HTML {
        section(.id("changes")) {
            h2 { "What changed" }
            if account.changes.isEmpty {
                p {
                    "Nothing was measured from records of people. The outcomes below are the provider’s own estimates."
                }
            }
            for section in account.changes { change(section) }
        }
    }

    private func change(_ section: ChangeSection) -> HTML {
        div(.class("change")) {
            h3 { verbatim(section.name) }
            p { section.sentence }
            div(.class("figures")) {
                FigureView(figure: section.main, account: account).card
                for figure in section.beside { FigureView(figure: figure, account: account).card }
            }
            p(.class("small muted")) { section.attrition }
            if section.number <= charts.changes.count, let svg = charts.changes[section.number - 1] {
                figure(.class("chart")) { picture(svg: svg) }
            }
            groups(section)
        }
    }

    private func groups(_ section: ChangeSection) -> HTML {
        let hasBefore = section.groups.contains { $0.before != nil || $0.improved != nil }
        return div(.class("table-scroll"), .tabindex(0), .role("region"), .ariaLabel("\(section.name), by group")) {
            table {
                caption { "\(section.name): averages with their 95 % intervals" }
                thead {
                    tr {
                        th(.scope("col")) { "Group" }
                        if hasBefore { th(.scope("col"), .class("number")) { "At the start" } }
                        th(.scope("col"), .class("number")) { "Measured" }
                        if hasBefore { th(.scope("col"), .class("number")) { "Average before" } }
                        th(.scope("col"), .class("number")) { "Average after" }
                        if hasBefore { th(.scope("col"), .class("number")) { "Better, same, worse" } }
                    }
                }
                tbody { for group in section.groups { row(group, section, hasBefore: hasBefore) } }
            }
        }
    }

    private func row(_ group: ChangeGroup, _ section: ChangeSection, hasBefore: Bool) -> HTML {
        tr {
            th(.scope("row")) { group.isComparison ? "Comparison group" : "On the programme" }
            if hasBefore { td(.class("number")) { group.started.phrase } }
            td(.class("number")) { group.followedUp.phrase }
            if hasBefore { td(.class("number")) { mean(group.before, section) } }
            td(.class("number")) { mean(group.after, section) }
            if hasBefore {
                td(.class("number")) {
                    if let improved = group.improved, let same = group.same, let worse = group.worse {
                        "\(improved.phrase), \(same.phrase), \(worse.phrase)"
                    }
                }
            }
        }
    }

    private func mean(_ interval: IntervalMean?, _ section: ChangeSection) -> Phrase {
        guard let interval else { return "not shown" }
        func amount(_ value: Decimal) -> Phrase.Argument { Wording.amount(value, currency: section.currency) }
        return "\(amount(interval.mean)) (\(amount(interval.low)) to \(amount(interval.high)))"
    }
}
