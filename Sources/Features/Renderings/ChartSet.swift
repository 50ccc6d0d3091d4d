import Accounts
import CanonicalJSON
import Charts
import Documents
import FoundationEssentials
import Valuation
import Words

/// The charts of an account: what changed, what it is worth by stakeholder, and what the ratio depends on.
struct ChartSet {
    let account: Account
    let catalogue: Catalogue

    init(_ account: Account, in catalogue: Catalogue) {
        self.account = account
        self.catalogue = catalogue
    }

    private var currency: String { account.about.currency }

    /// A chart that is still to be drawn.
    private struct Draft {
        let finding: Phrase
        let specification: JSON
    }

    /// Draws all charts in one request.
    func draw(with worker: any DocumentWorker) async throws(WorkerProblem) -> AccountCharts {
        let changes = account.changes.map(change)
        let all = changes + [worth, sensitivity]
        var drawn = try await worker.charts(all.compactMap { $0?.specification })[...]
        func next(_ draft: Draft?) -> Chart? {
            guard let draft, let svg = drawn.popFirst() else { return nil }
            return Chart(finding: draft.finding, svg: svg)
        }
        return AccountCharts(
            changes: changes.map(next), worth: next(all[changes.count]), sensitivity: next(all[changes.count + 1]))
    }

    /// Nil where no group has ten people, and so no average may be shown.
    private func change(_ section: ChangeSection) -> Draft? {
        let groups = section.groups.compactMap { group -> ChangeChart.Group? in
            guard let after = group.after else { return nil }
            return ChangeChart.Group(
                name: text(group.isComparison ? "Comparison group" : "On the programme"),
                before: group.before.map { average($0, section) }, after: average(after, section))
        }
        guard !groups.isEmpty else { return nil }
        let axis: Phrase = section.currency.map { "\(section.name), in \($0)" } ?? "\(section.name)"
        let chart = ChangeChart(
            description: text("\(section.name): averages with their 95% intervals. \(section.sentence)"),
            axis: text(axis), beforeLabel: text("Before"), afterLabel: text("After"), groups: groups)
        return Draft(finding: section.sentence, specification: chart.specification)
    }

    private func average(_ interval: IntervalMean, _ section: ChangeSection) -> ChangeChart.Average {
        ChangeChart.Average(
            low: interval.low.double, mean: interval.mean.double, high: interval.high.double,
            label: text("\(Wording.amount(interval.mean, currency: section.currency))"))
    }

    private var worth: Draft? {
        let lines = account.worth.largest.prefix(FrontPages.ample.stakeholders)
        guard let most = lines.first, let value = most.value.value else { return nil }
        let name = Wording.short(most.stakeholder)
        let title: Phrase =
            lines.count == 1 || value <= 0
            ? "What it is worth for \(name): \(Wording.money(value, currency))"
            : "The largest part of the value goes to \(name): \(Wording.money(value, currency))"
        let chart = WorthChart(
            description: text("What it is worth today, by stakeholder. \(title)"),
            axis: text("Worth today, in \(currency)"),
            bars: lines.map { line in
                WorthChart.Bar(
                    name: line.stakeholder, value: line.value.value?.double ?? 0,
                    label: text(line.value.reading))
            })
        return Draft(finding: title, specification: chart.specification)
    }

    /// The rows that a reader can take in; the table holds all of them.
    private static let mostRows = 5

    private var sensitivity: Draft? {
        let lines = account.worth.sensitivity.prefix(Self.mostRows)
        guard let first = lines.first, let ratio = account.figure("ratio")?.value else { return nil }
        let title: Phrase = "The ratio depends most on this choice: \(name(of: first, most: 60))"
        let chart = SensitivityChart(
            description: text("How far the ratio moves with each choice. \(title)"),
            axis: text("The ratio: pale where a choice lowers it, dark where it raises it"), ratio: ratio.double,
            ratioLabel: text("this account: \(ratio, places: 2)"),
            evenLabel: text("1: value equals inputs"),
            rows: lines.map { line in
                // An end that is high may lower the ratio: the bars run from the lower ratio to the higher.
                let low = min(line.ratioAtLow, line.ratioAtHigh)
                let high = max(line.ratioAtLow, line.ratioAtHigh)
                return SensitivityChart.Row(
                    name: text(name(of: line, most: 60)), low: low.double, high: high.double,
                    lowLabel: text("\(low, places: 2)"),
                    highLabel: text("\(high, places: 2)"))
            })
        return Draft(finding: title, specification: chart.specification)
    }

    /// A long name of an outcome must not push the choice itself out of sight.
    private func name(of line: SensitivityLine, most: Int) -> Phrase {
        let outcome = account.worth.outcomes.first { $0.number == line.outcomeNumber }?.outcome ?? ""
        return "\(Wording.short(outcome, most: most)): \(line.assumption.phrase)"
    }

    private func text(_ phrase: Phrase) -> String { catalogue.text(phrase) }
}
