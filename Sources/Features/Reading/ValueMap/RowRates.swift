import Documents
import FoundationEssentials
import Valuation
import Words
import Workbooks

/// Reads discount rates: shares from 0 to 0.2 a year, or the name of a published series.
enum WrittenRate {
    static let highest = Decimal(string: "0.2") ?? 0

    static func series(_ text: String) -> DiscountRate? {
        switch HeaderText(text).key {
        case "standard", "green book", "standard seri": .standard
        case "health", "health seri": .health
        default: nil
        }
    }

    /// A number as a rate: 3.5 means 3.5 %, 0.035 the same; nil outside 0 % to 20 %.
    static func rate(_ number: Decimal, isPercent: Bool) -> DiscountRate? {
        let share = !isPercent && number >= 1 ? number / 100 : number
        return share >= 0 && share <= highest ? .flat(share) : nil
    }
}

/// The discount rates that rows of a value map have of their own.
struct RowRates {
    let figures: NumberColumn

    init?(_ reader: ValueMapReader) {
        guard let figures = reader.figures(.rowDiscountRate, reader.outcomeRows) else { return nil }
        self.figures = figures
    }

    func rate(_ row: Int, _ findings: inout Findings) -> Sourced<DiscountRate>? {
        if let text = figures.text(row), let series = WrittenRate.series(text) {
            return Sourced(series, from: .cell(figures.reference(row)))
        }
        guard case .number(let number, let isPercent) = figures.figure(row, &findings) else { return nil }
        if let rate = WrittenRate.rate(number, isPercent: isPercent) {
            return Sourced(rate, from: .cell(figures.reference(row)))
        }
        findings.add(
            .discountRate, at: figures.reference(row), found: figures.shown(row),
            expected: "A rate from 0% to 20% a year.",
            mend: "Write the rate as a percentage, such as 3.5%.")
        return nil
    }
}
