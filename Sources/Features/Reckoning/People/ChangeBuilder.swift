import Accounts
import Disclosure
import Valuation
import Documents
import FoundationEssentials
import Measurement
import Statistics
import Words
import Workbooks

/// Turns one measured change into its section: the main figure, what stands beside it, and the groups' table.
struct ChangeBuilder {
    let number: Int
    let change: MeasuredChange
    let trail: Trail
    /// How the counts of improved, same and worse may be shown, by group.
    let outcomes: ShownOutcomes

    struct ShownOutcomes {
        var programme: [ShownNumber]
        var comparison: [ShownNumber]
    }

    private var unit: Unit { change.currency.map { .money($0) } ?? .points }
    /// What selects the programme's people in a derivation; nil where everybody is on it.
    private var onProgramme: Bool? { trail.records.comparison == nil ? nil : true }
    private var better: Better { change.higherIsBetter ? .higher : .lower }
    private var pairs: Int { change.programme.change.count }
    private var id: String { "change.\(number)" }
    private var source: Phrase {
        guard case .sheets = change.layout, let later = trail.records.later else {
            return SourceText.sheets(trail.records.sheets)
        }
        return SourceText.sheets([trail.records.sheet, later.sheet])
    }

    func section() -> ChangeSection {
        let main = mainFigure()
        return ChangeSection(
            number: number, name: change.name, currency: change.currency, sentence: ChangeSentence(change, main).text,
            higherIsBetter: change.higherIsBetter, main: main,
            beside: [differenceOfChanges(), improvedRate()].compactMap { $0 }, groups: groups(),
            attrition: attrition(), measuredTwice: change.hasBefore ? ShownNumber(count: pairs) : nil,
            notMeasuredTwice: change.hasBefore ? ShownNumber(count: change.programme.people - pairs) : nil, concept: nil
        )
    }

    private func mainFigure() -> Figure {
        if let comparison = change.comparison { return differenceFromComparison(comparison) }
        return change.hasBefore ? pairedChange() : singleMeasurement()
    }

    private func differenceFromComparison(_ comparison: MeasuredGroup) -> Figure {
        let difference = Difference(of: change.programme.after, from: comparison.after)
        return main(
            "\(change.name): difference from the comparison group",
            Estimate(value: difference?.difference, interval: difference?.interval),
            of: [change.programme.after, comparison.after],
            method: "Mean of the programme group less mean of the comparison group, with Welch’s 95% interval",
            confidence: "95% interval", isChange: true,
            Derivation(
                rule:
                    "The mean of “\(change.afterHeader)” on the programme, less the same mean in the comparison group",
                cells: trail.measured(change, onProgramme: true, group: change.programme)
                    + trail.measured(change, onProgramme: false, group: comparison)))
    }

    private func pairedChange() -> Figure {
        let moments = change.programme.change
        return main(
            "\(change.name): change from before to after", Estimate(moments), of: [moments],
            method: "Mean of each person’s change, with a 95% interval by the t distribution",
            confidence: "95% interval; no comparison group", isChange: true,
            Derivation(
                rule: "For each person with both values: after less before; then the mean",
                cells: trail.pairs(change, onProgramme: onProgramme, group: change.programme)))
    }

    private func singleMeasurement() -> Figure {
        let moments = change.programme.after
        return main(
            "\(change.name): average, measured once", Estimate(moments), of: [moments],
            method: "Mean, with a 95% interval by the t distribution. Measured once, so it shows no change",
            confidence: "95% interval; shows no change",
            Derivation(
                rule: "The mean of “\(change.afterHeader)”",
                cells: trail.measured(change, onProgramme: onProgramme, group: change.programme)))
    }

    private struct Estimate {
        var value: Double?
        var interval: Interval?

        init(value: Double?, interval: Interval?) { (self.value, self.interval) = (value, interval) }

        init(_ moments: Moments) {
            let estimate = MeanEstimate(moments)
            self.init(value: estimate?.mean, interval: estimate?.interval)
        }
    }

    /// The figure that stands for the measure; withheld where a group that it stands on is too small to show a mean of.
    private func main(
        _ name: Phrase, _ estimate: Estimate, of groups: [Moments], method: Phrase, confidence: Phrase,
        isChange: Bool = false, _ derivation: Derivation
    ) -> Figure {
        let shown = groups.allSatisfy { mayShowMean(of: $0.count) } ? estimate : nil
        func decimal(_ value: Double?) -> Decimal? { value.flatMap { shortestDecimal($0) } }
        return Figure(
            id: id, name: name, value: decimal(shown?.value), low: decimal(shown?.interval?.low),
            high: decimal(shown?.interval?.high), unit: unit, source: source, method: method,
            confidence: shown == nil ? "Too few people to say" : confidence, derivation: fromRawTotals(derivation),
            withheld: shown == nil ? tooFew : nil, better: isChange ? better : nil, groups: groupFigures())
    }

    /// A derivation that ends in cells with raw totals says what was made of them first.
    private func fromRawTotals(_ derivation: Derivation) -> Derivation {
        guard change.isConverted else { return derivation }
        var derivation = derivation
        derivation.rule =
            "Each raw total becomes its metric score, by the questionnaire’s published table. \(derivation.rule)"
        return derivation
    }

    /// Stands beside the difference in its own right where both groups have before and after.
    private func differenceOfChanges() -> Figure? {
        guard let comparison = change.comparison, change.hasBefore,
            mayShowMean(of: change.programme.change.count), mayShowMean(of: comparison.change.count),
            let difference = Difference(of: change.programme.change, from: comparison.change)
        else { return nil }
        return Figure(
            id: "differenceOfChanges.\(number)", name: "\(change.name): difference of changes",
            value: shortestDecimal(difference.difference), low: shortestDecimal(difference.interval.low),
            high: shortestDecimal(difference.interval.high), unit: unit, source: source,
            method: "Mean change on the programme less mean change in the comparison group, with Welch’s 95% interval",
            confidence: "95% interval",
            derivation: fromRawTotals(
                Derivation(
                    rule: "For each person after less before; then the mean of each group; then one less the other",
                    figures: [id],
                    cells: trail.pairs(change, onProgramme: true, group: change.programme)
                        + trail.pairs(change, onProgramme: false, group: comparison))), better: better)
    }

    private func improvedRate() -> Figure? {
        guard change.hasBefore, case .count(let improved)? = outcomes.programme.first,
            mayShowMean(of: change.programme.change.count),
            let rate = try? Rate(improved, of: change.programme.change.count)
        else { return nil }
        let rule: Phrase =
            change.thresholdIsInstruments
            ? "Improved means better by at least \(threshold), the questionnaire’s own threshold"
            : "Improved means better by at least \(threshold), half a standard deviation of the first measurement"
        return Figure(
            id: "improved.\(number)", name: "\(change.name): share of people who improved",
            value: shortestDecimal(rate.share), low: shortestDecimal(rate.interval.low),
            high: shortestDecimal(rate.interval.high),
            unit: .share, source: source,
            method: "People who improved, of all with both values, with Wilson’s interval",
            confidence: "95% interval",
            derivation: Derivation(
                rule: rule, figures: [id],
                cells: trail.pairs(change, onProgramme: onProgramme, group: change.programme)
            ))
    }

    private var threshold: Phrase.Argument {
        let threshold = shortestDecimal(change.threshold ?? 0) ?? 0
        return change.currency.map { .money(threshold, currency: $0, pence: false) } ?? Wording.number(threshold)
    }

    private var tooFew: Phrase { "Fewer than 10 people, so only counts are shown" }

    private func groupFigures() -> GroupFigures {
        let programme = shown(change.programme)
        let comparison = change.comparison.map(shown)
        return GroupFigures(
            count: shownCount(programme.after.count),
            comparisonCount: comparison.flatMap { shownCount($0.after.count) },
            mean: mean(programme.after), comparisonMean: comparison.flatMap { mean($0.after) },
            meanBefore: programme.before.flatMap(mean),
            comparisonMeanBefore: comparison.flatMap { $0.before.flatMap(mean) })
    }

    private func shown(_ group: MeasuredGroup) -> ShownMoments { ShownMoments(group, of: change) }

    private func shownCount(_ count: Int) -> Int? { ShownNumber(count: count) == .fewerThanFive ? nil : count }

    private func mean(_ moments: Moments) -> Decimal? {
        guard mayShowMean(of: moments.count), let mean = moments.mean else { return nil }
        return shortestDecimal(mean)?.rounded(places: unit.places)
    }

    private func attrition() -> Phrase {
        guard change.hasBefore else {
            return "Measured: \(ShownNumber(count: change.programme.after.count).phrase)."
        }
        let started = ShownNumber(count: change.programme.before.count).phrase
        let followed = ShownNumber(count: change.programme.change.count).phrase
        guard let comparison = change.comparison else {
            return "Measured at the start: \(started). Measured again: \(followed)."
        }
        return """
            On the programme, measured at the start: \(started); again: \(followed). In the comparison group: \
            \(ShownNumber(count: comparison.before.count).phrase), then \
            \(ShownNumber(count: comparison.change.count).phrase).
            """
    }

    private func groups() -> [ChangeGroup] {
        let programme = group(change.programme, isComparison: false, shown: outcomes.programme)
        guard let comparison = change.comparison else { return [programme] }
        return [programme, group(comparison, isComparison: true, shown: outcomes.comparison)]
    }

    private func group(_ group: MeasuredGroup, isComparison: Bool, shown counts: [ShownNumber]) -> ChangeGroup {
        let moments = shown(group)
        return ChangeGroup(
            isComparison: isComparison, people: ShownNumber(count: group.people),
            started: ShownNumber(count: change.hasBefore ? group.before.count : group.after.count),
            followedUp: ShownNumber(count: moments.after.count),
            before: moments.before.flatMap(interval), after: interval(moments.after),
            sums: GroupSums(
                before: moments.before.flatMap(sums), after: sums(moments.after), change: moments.change.flatMap(sums)),
            improved: counts.isEmpty ? nil : counts[0], same: counts.isEmpty ? nil : counts[1],
            worse: counts.isEmpty ? nil : counts[2])
    }

    private func interval(_ moments: Moments) -> IntervalMean? {
        guard mayShowMean(of: moments.count), let estimate = MeanEstimate(moments), let interval = estimate.interval,
            let mean = shortestDecimal(estimate.mean), let low = shortestDecimal(interval.low),
            let high = shortestDecimal(interval.high)
        else { return nil }
        return IntervalMean(
            mean: unit.rounded(mean), low: unit.rounded(low), high: unit.rounded(high))
    }

    private func sums(_ moments: Moments) -> GroupSums.Sums? {
        guard mayShowMean(of: moments.count) else { return nil }
        return GroupSums.Sums(count: moments.count, sum: moments.sum, sumOfSquares: moments.sumOfSquares)
    }
}
