import Accounts
import Words
import Documents
import FoundationEssentials
import Valuation

/// The sheet of years: what one pound of each year is worth today, and how much of each outcome's first year is left by then.
struct YearsSheet {
    private(set) var draft: SheetDraft
    /// Rows of the years, from year 0.
    let rows: ClosedRange<Int>
    private var factorColumns: [DiscountRate: Int] = [:]
    private var remainColumns: [Int] = []
    private let factorValues: [DiscountRate: [Decimal]]
    private let yearColumn = 0

    init(
        _ account: Account, names: SheetNames, mapRows: ValueMapRows, convention: String,
        rateCells: [DiscountRate: String]
    ) throws(AccountError) {
        let outcomes = account.worth.outcomes
        let mapRate = account.about.discountRate
        let lastOutcomeYear = account.worth.valued.outcomes.map { $0.startYear + $0.years.count - 1 }.max() ?? 0
        let last = max(lastOutcomeYear, account.worth.inputs.map(\.year).max() ?? 0, 1)
        var draft = SheetDraft(names.years, widths: [10] + Array(repeating: 16, count: 24), frozenRows: 2)
        rows = 2...(last + 2)

        var rates: [DiscountRate] = [mapRate]
        for outcome in outcomes {
            if let own = outcome.row.discountRate, !rates.contains(own) { rates.append(own) }
        }
        var values: [DiscountRate: [Decimal]] = [:]
        for rate in rates {
            do {
                values[rate] = try discountFactors(rate, convention: account.about.convention, lastYear: last)
            } catch {
                throw .notValued(error)
            }
        }
        factorValues = values
        draft.put(
            .text(
                names.text("What one unit of each year is worth today, and how much of the first year is left"), .title),
            row: 0, column: 0)
        draft.put(.heading(names.text("Year")), row: 1, column: 0)
        for year in 0...last { draft.put(.number(Double(year), .general), row: year + 2, column: 0) }
        for (index, rate) in rates.enumerated() {
            let column = index + 1
            factorColumns[rate] = column
            draft.put(.heading(names.text("Factor \(index + 1)")), row: 1, column: column)
            for year in 0...last {
                let value = values[rate]?[year].double ?? 0
                let row = year + 2
                if let cell = rateCells[rate] {
                    let formula = "1/(1+\(cell))^MAX(0,\(draft.here(row, 0))-\(convention))"
                    draft.put(.formula(formula, value, .number(places: 6)), row: row, column: column)
                } else {
                    // A published series is a table and not an assumption to be changed.
                    draft.put(.number(value, .number(places: 6)), row: row, column: column)
                }
            }
        }
        for (index, outcome) in outcomes.enumerated() {
            let column = rates.count + 1 + index
            remainColumns.append(column)
            draft.put(.heading(names.text("Left of outcome \(index + 1)")), row: 1, column: column)
            let valued = account.worth.valued.outcomes[index]
            let start = mapRows.start(index)
            let duration = mapRows.duration(index)
            let dropOff = mapRows.cell(.dropOff, index)
            var left = 0.0
            for year in 0...last {
                let row = year + 2
                let within = year >= valued.startYear && year < valued.startYear + valued.years.count
                left =
                    !within
                    ? 0 : year == valued.startYear ? 1 : left * (1 - outcome.row.dropOff.double)
                let before = year == 0 ? "0" : draft.here(row - 1, column)
                let yearCell = draft.here(row, 0)
                let formula =
                    "IF(OR(\(yearCell)<\(start),\(yearCell)>=\(start)+\(duration)),0,IF(\(yearCell)=\(start),1,\(before)*(1-\(dropOff))))"
                draft.put(.formula(formula, left, .number(places: 6)), row: row, column: column)
            }
        }
        self.draft = draft
    }

    var years: String { draft.reference(rows: rows, yearColumn) }

    func factors(_ rate: DiscountRate) -> String { draft.reference(rows: rows, factorColumns[rate] ?? 1) }

    func left(_ outcome: Int) -> String { draft.reference(rows: rows, remainColumns[outcome]) }

    func factorValues(_ rate: DiscountRate) -> [Decimal] { factorValues[rate] ?? [] }
}
