import Documents
import Words
import Workbooks

/// Reads the dates of one column, real dates and dates as text.
struct DateColumn: Sendable {
    private var read: [Int: Int] = [:]
    private var refused: Set<Int> = []
    let column: Int

    /// First and last date, packed.
    private(set) var range: ClosedRange<Int>?

    /// - Parameter yearsOnly: says nothing of a cell that is no date, for a column that no figure needs.
    init(
        _ plan: SheetPlan, _ column: PlannedColumn, _ merges: Merges, rows: [Int], yearsOnly: Bool = false,
        findings: inout Findings
    ) {
        self.column = column.column
        let cells = plan.cells
        var known: [String: WrittenDate] = [:]
        let isMonthFirst = DateColumn.isMonthFirst(cells, column.column, rows)
        for row in rows {
            let (source, sourceColumn) = merges.source(row, column.column)
            let date: CivilDate?
            switch cells.value(source, sourceColumn) {
            case .empty: continue
            case .date(let year, let month, let day): date = CivilDate(checkedYear: year, month: month, day: day)
            case .number(let number):
                if let whole = Int(exactly: number), (1900...2999).contains(whole) {
                    date = CivilDate(year: whole, month: 1, day: 1)
                } else if let whole = Int(exactly: number), (19_000_101...21_001_231).contains(whole) {
                    date = CivilDate(checkedYear: whole / 10_000, month: whole / 100 % 100, day: whole % 100)
                } else {
                    date = Int(exactly: number.rounded(.down)).flatMap { CivilDate(serial: $0) }
                }
            case .text(let text):
                let written = known[text] ?? WrittenDate(CleanText(text).oneLine ?? "")
                known[text] = written
                switch written {
                case .missing: continue
                case .date(let found): date = found
                case .either(let dayFirst, let monthFirst): date = isMonthFirst ? monthFirst : dayFirst
                case .unclear: date = nil
                }
            case .boolean, .error: date = nil
            }
            if yearsOnly, date == nil { continue }
            take(date, row, cells.reference(source, sourceColumn), cells.shown(source, sourceColumn), &findings)
        }
    }

    private mutating func take(
        _ date: CivilDate?, _ row: Int, _ cell: CellReference, _ shown: String, _ findings: inout Findings
    ) {
        guard let date else {
            refused.insert(row)
            findings.add(
                .notADate, at: cell, found: shown, expected: "A date, such as 31/03/2026.",
                mend: "Write the day, the month and the year, or empty the cell.")
            return
        }
        guard CivilDate.likelyYears.contains(date.year) else {
            refused.insert(row)
            findings.add(
                .dateOutOfRange, at: cell, found: shown, expected: "A date between 1950 and 2100.",
                mend: "Correct the year.")
            return
        }
        read[row] = date.packed
        range =
            range.map { min($0.lowerBound, date.packed)...max($0.upperBound, date.packed) } ?? date.packed...date.packed
    }

    /// Day before month, as in Britain, unless one of the column's texts can only be month before day and none the other way.
    private static func isMonthFirst(_ cells: Cells, _ column: Int, _ rows: [Int]) -> Bool {
        var monthFirst = false
        for row in rows {
            guard case .text(let text) = cells.value(row, column) else { continue }
            let numbers = text.split { !$0.isNumber }.prefix(2).compactMap { Int($0) }
            guard numbers.count == 2, case .date = WrittenDate(text), numbers[0] <= 31, numbers[1] <= 31 else {
                continue
            }
            if numbers[0] > 12 { return false }
            if numbers[1] > 12 { monthFirst = true }
        }
        return monthFirst
    }

    func packed(_ row: Int) -> Int? { read[row] }
    func isRefused(_ row: Int) -> Bool { refused.contains(row) }
}
