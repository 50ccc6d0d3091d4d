import Documents
import FoundationEssentials
import Valuation
import ValueMaps
import Words
import Workbooks

/// Reads the low and high ends that a provider gave itself.
struct RangeColumns {
    private let reader: ValueMapReader
    private let shares: ShareColumns
    private var amounts: [Meaning: NumberColumn] = [:]

    init(_ reader: ValueMapReader, shares: ShareColumns) {
        self.reader = reader
        self.shares = shares
        for meaning in [Meaning.quantity, .proxy, .quantityLow, .quantityHigh, .proxyLow, .proxyHigh] {
            amounts[meaning] = reader.figures(meaning, reader.outcomeRows)
        }
    }

    func ranges(
        _ row: Int, around values: [Assumption: Decimal], _ findings: inout Findings
    ) -> [Assumption: EnteredRange] {
        var found: [Assumption: EnteredRange] = [:]
        for assumption in Assumption.allCases {
            guard let middle = Meaning(rawValue: assumption.rawValue), let lowMeaning = middle.bounded(.low),
                let highMeaning = middle.bounded(.high)
            else { continue }
            let low = end(lowMeaning, row, assumption, &findings)
            let high = end(highMeaning, row, assumption, &findings)
            if low == nil, high == nil, let own = ownRange(middle, row) {
                found[assumption] = own
                continue
            }
            guard low != nil || high != nil else { continue }
            let value = values[assumption]
            // One end alone: the figure itself is the other.
            guard let low = low ?? value.map({ Sourced($0, from: .assumed) }),
                let high = high ?? value.map({ Sourced($0, from: .assumed) })
            else { continue }
            guard check(low, high, value, assumption, row, &findings) else { continue }
            found[assumption] = EnteredRange(low: low, high: high)
        }
        return found
    }

    /// A range that stands in the cell of the figure itself.
    private func ownRange(_ middle: Meaning, _ row: Int) -> EnteredRange? {
        let isOwnShare = middle == .attribution && shares.column(.attribution) == nil
        if middle.isShare {
            guard let column = shares.column(isOwnShare ? .ownShare : middle), let ends = column.range(row) else {
                return nil
            }
            let cell = Origin.cell(column.figures.reference(row))
            // The part due to others is what is left of one's own.
            let (low, high) = isOwnShare ? (1 - ends.high, 1 - ends.low) : ends
            return EnteredRange(low: Sourced(low, from: cell), high: Sourced(high, from: cell))
        }
        guard let figures = amounts[middle], let range = figures.range(row), !range.isPercent else { return nil }
        let cell = Origin.cell(figures.reference(row))
        return EnteredRange(
            low: Sourced(range.low * figures.scale * figures.times, from: cell),
            high: Sourced(range.high * figures.scale * figures.times, from: cell))
    }

    private func end(
        _ meaning: Meaning, _ row: Int, _ assumption: Assumption, _ findings: inout Findings
    ) -> Sourced<Decimal>? {
        if meaning.isShare {
            guard let column = shares.column(meaning), let share = column.share(row, &findings) else { return nil }
            return Sourced(share, from: .cell(column.figures.reference(row)))
        }
        guard let figures = amounts[meaning],
            case .number(let number, isPercent: false) = figures.figure(row, &findings)
        else {
            return nil
        }
        if assumption == .quantity, number < 0 {
            reader.negative(figures, row, &findings)
            return nil
        }
        return Sourced(number, from: .cell(figures.reference(row)))
    }

    private func check(
        _ low: Sourced<Decimal>, _ high: Sourced<Decimal>, _ value: Decimal?, _ assumption: Assumption,
        _ row: Int,
        _ findings: inout Findings
    ) -> Bool {
        let written = [low, high].lazy.compactMap { end -> CellReference? in
            if case .cell(let cell) = end.origin { cell } else { nil }
        }.first
        guard let cell = written else { return false }
        let found = reader.cells.shown(cell.row, cell.column)
        guard low.value <= high.value else {
            findings.add(
                .rangeUpsideDown, at: cell, found: found, expected: "A low end that is not above the high end.",
                mend: "Exchange the two ends, or correct the wrong one.")
            return false
        }
        if let value, value < low.value || value > high.value {
            findings.add(
                .outsideRange, at: cell, found: found, expected: "A range that holds the figure itself.",
                mend: "Correct the figure or the range: the figure must lie between the low and the high end.")
            return false
        }
        return true
    }
}
