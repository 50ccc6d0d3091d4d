import Documents
import FoundationEssentials
import ValueMaps
import Valuation
import Words
import Workbooks

extension ValueMapReader {
    /// Reads the outcome rows. Quantities in words are looked up among the names of scores; nil where there are no participants.
    func outcomes(scores: [String]?, _ findings: inout Findings) -> [EnteredOutcome] {
        guard !outcomeRows.isEmpty else { return [] }
        let proxies = figures(.proxy, outcomeRows)
        let shares = ShareColumns(self, findings: &findings)
        shares.noteDoubts(&findings)
        let quantities = QuantityColumn(self, scores: scores, shares: shares)
        let durations = DurationColumn(self, findings: &findings)
        let starts = StartColumn(self)
        let rates = RowRates(self)
        let ranges = RangeColumns(self, shares: shares)
        var entered: [EnteredOutcome] = []
        var previous: (row: Int, name: String)?
        for row in outcomeRows {
            let name = outcomeName(row, after: previous, &findings)
            previous = name.map { (row, $0) } ?? previous
            if name == nil {
                missing(.outcome, row, mend: "Write what changed, or empty the row.", &findings)
            }
            if stakeholders[row] == nil {
                missing(.stakeholder, row, mend: "Write who changed.", &findings)
            }
            let quantity = quantities.flatMap { $0.quantity(row, &findings) }
            let proxy = proxies.flatMap { worth(row, $0, &findings) }
            let deadweight = shares.share(.deadweight, row, &findings)
            let displacement = shares.share(.displacement, row, &findings)
            let attribution = shares.attribution(row, &findings)
            let dropOff = shares.share(.dropOff, row, &findings)
            let duration = durations?.years(row, &findings) ?? Sourced(1, from: .assumed)
            let start = starts?.start(row, &findings) ?? Sourced(.after, from: .assumed)
            let rate = rates?.rate(row, &findings)
            var values: [Assumption: Decimal] = [
                .deadweight: deadweight.value, .displacement: displacement.value, .attribution: attribution.value,
                .dropOff: dropOff.value,
            ]
            values[.quantity] = quantity?.asNumber
            values[.proxy] = proxy?.value
            let bounds = ranges.ranges(row, around: values, &findings)
            guard let name, let stakeholder = stakeholders[row], let quantity, let proxy else { continue }
            var line =
                EnteredOutcome(
                    sheet: cells.sheet.name, row: row, stakeholder: stakeholder, outcome: name,
                    output: optionalText(.output, row, &findings),
                    indicator: optionalText(.indicator, row, &findings),
                    indicatorSource: optionalText(.indicatorSource, row, &findings), quantity: quantity,
                    unit: optionalText(.unit, row, &findings), proxyName: optionalText(.proxyName, row, &findings),
                    proxy: proxy, proxySource: optionalText(.proxySource, row, &findings),
                    priceYear: optionalText(.priceYear, row, &findings), deadweight: deadweight,
                    displacement: displacement, attribution: attribution, dropOff: dropOff, duration: duration,
                    start: start, discountRate: rate, ranges: bounds)
            line.group = quantities?.group(row)
            entered.append(line)
        }
        return entered
    }

    private func worth(_ row: Int, _ figures: NumberColumn, _ findings: inout Findings) -> Sourced<Decimal>? {
        switch figures.figure(row, &findings) {
        case .refused: return nil
        case .missing:
            missing(.proxy, row, mend: "Write the value in money, or take the outcome out of the value map.", &findings)
            return nil
        case .number(let number, let isPercent):
            guard !isPercent else {
                findings.add(
                    .notANumber, at: figures.reference(row), found: figures.shown(row), expected: "An amount of money.",
                    mend: "Write the amount without a percent sign.")
                return nil
            }
            return Sourced(number, from: .cell(figures.reference(row)))
        }
    }
}

extension Sourced<Quantity> {
    fileprivate var asNumber: Decimal? { if case .number(let number) = value { number } else { nil } }
}
