import Documents
import Workbooks

/// The rows of a sheet of people, without totals, repeated headers and notes.
struct ParticipantRows: Sendable {
    private(set) var rows: [Int] = []
    private(set) var totals: [Int] = []
    private(set) var repeatedHeaders = 0
    private(set) var notes: [Int] = []
    /// Lines that say which group the rows below them are in, such as `Control group`.
    private(set) var groupLines: [Int] = []

    private let plan: SheetPlan

    init(_ plan: SheetPlan) {
        self.plan = plan
        let cells = plan.cells
        let width = cells.sheet.columnCount
        let columns = cells.columns
        let kinds = cells.sheet.kinds
        let label = plan.index(.person) ?? plan.header.headers.first?.column ?? 0
        let headerLabel = plan.header.headers.first { $0.column == label }?.text
        var afterBlank = false
        for row in plan.body {
            let start = row * width
            let filled = kinds[start + columns.lowerBound..<start + columns.upperBound].reduce(0) {
                $0 + ($1 == Sheet.Kind.empty.rawValue ? 0 : 1)
            }
            if filled == 0 || (filled <= 2 && cells.isBlank(row)) {
                afterBlank = true
                continue
            }
            if case .text(let text) = cells.value(row, label) {
                if text == headerLabel, repeatsHeader(row) {
                    repeatedHeaders += 1
                    continue
                }
                if ParticipantRows.mayBeWords(text) {
                    let followsTotal = totals.last == row - 1
                    if TotalRow.isLabel(text) || TotalRow.isLooseLabel(text)
                        || (followsTotal && TotalRow.isBriefLabel(text))
                    {
                        totals.append(row)
                        continue
                    }
                    if TotalRow.mayBeLabel(text) || TotalRow.isLooseBegun(text), sumsUp(row) {
                        totals.append(row)
                        continue
                    }
                    if filled == 1, width > 1, GroupWords.namesGroup(text) {
                        groupLines.append(row)
                        continue
                    }
                    if filled == 1, afterBlank || text.utf8.count > 40 || text.split(separator: " ").count > 3 {
                        notes.append(row)
                        continue
                    }
                }
            } else if filled == 1, afterBlank, isWords(row) {
                notes.append(row)
                continue
            }
            rows.append(row)
            afterBlank = false
        }
        takeOutUnlabelledTotals()
    }

    /// Codes hold digits; labels and notes rarely do, or are long.
    private static func mayBeWords(_ text: String) -> Bool {
        text.utf8.count > 40 || !text.utf8.contains { (0x30...0x39).contains($0) } || text.utf8.first == 0x54
            || text.utf8.first == 0x74
    }

    /// Whether the numbers of a row are the sums or the means of the rows since the last total: `Total North`.
    private func sumsUp(_ row: Int) -> Bool {
        let cells = plan.cells
        let last = totals.last ?? -1
        let above = rows[(rows.lastIndex { $0 < last }.map { $0 + 1 } ?? 0)...]
        let numbers = cells.columns.filter { cells.number(row, $0) != nil }
        return !numbers.isEmpty
            && numbers.allSatisfy { column in
                cells.sheet.hasFormula(row: row, column: column)
                    || cells.number(row, column).map { isSumOrMean($0, column, above: above) } ?? false
            }
    }

    private func isWords(_ row: Int) -> Bool {
        plan.cells.columns.contains { column in
            if case .text = plan.cells.value(row, column) { true } else { false }
        }
    }

    private func repeatsHeader(_ row: Int) -> Bool {
        plan.header.headers.count > 1
            && plan.header.headers.allSatisfy { header in
                guard let own = plan.cells.text(row, header.column) else { return true }
                return own == header.text
            }
    }

    /// Last rows without a code whose numbers all come from formulas, or are the sums or the means of those above.
    private mutating func takeOutUnlabelledTotals() {
        let cells = plan.cells
        let person = plan.index(.person)
        for _ in 0..<3 {
            guard let last = rows.last, rows.count > 2 else { return }
            if let person, !cells.isEmpty(last, person) { return }
            var numbers = 0
            for column in cells.columns where column != person {
                if cells.isEmpty(last, column) { continue }
                numbers += 1
                if let number = cells.number(last, column) {
                    if cells.sheet.hasFormula(row: last, column: column), person != nil { continue }
                    guard isSumOrMean(number, column, above: rows.dropLast()) else { return }
                } else {
                    guard let text = cells.text(last, column), TotalRow.isLabel(text) || TotalRow.isLooseLabel(text)
                    else { return }
                }
            }
            guard numbers > 0 else { return }
            rows.removeLast()
            totals.append(last)
        }
    }

    private func isSumOrMean(_ number: Double, _ column: Int, above: ArraySlice<Int>) -> Bool {
        var sum = 0.0
        var count = 0.0
        for row in above {
            guard let value = plan.cells.number(row, column) else { continue }
            sum += value
            count += 1
        }
        guard count > 1 else { return false }
        let near = 1e-6 * max(1, abs(number))
        return abs(sum - number) <= near || abs(sum / count - number) <= max(near, 0.005)
    }
}
