import Documents
import FoundationEssentials
import Words

/// The rows of a value map that are inputs or outcomes, without totals, repeated headers, headings and notes.
struct ValueMapRows: Sendable {
    private(set) var rows: [Int] = []
    private(set) var totals: [Int] = []
    private(set) var repeatedHeaders = 0
    /// Rows with words only, such as notes below the table.
    private(set) var notes: [Int] = []
    /// Stakeholders that stand in a row of their own above their outcomes.
    private(set) var headings: [Int: String] = [:]

    private let plan: SheetPlan
    private let merges: Merges
    private let about = HeaderDictionary.names(of: .about)

    init(_ plan: SheetPlan, merges: Merges) {
        self.plan = plan
        self.merges = merges
        let cells = plan.cells
        var afterBlank = false
        for row in plan.body {
            if cells.isBlank(row) {
                afterBlank = true
                continue
            }
            switch role(row, afterBlank: afterBlank) {
            case .data: rows.append(row)
            case .total: totals.append(row)
            case .header: repeatedHeaders += 1
            case .heading(let name): headings[row] = name
            case .note: notes.append(row)
            }
            afterBlank = false
        }
        dropHeadingsWithoutRows()
        takeOutUnlabelledTotal()
    }

    private enum Role { case data, total, header, heading(String), note }

    private func role(_ row: Int, afterBlank: Bool) -> Role {
        let cells = plan.cells
        if repeatsHeader(row) { return .header }
        if isAboutLine(row) { return .note }
        let labels = plan.columns.filter { ValueMapRows.named.contains($0.meaning) }.compactMap {
            cells.text(row, $0.column)
        }
        let others = cells.columns.first { cells.text(row, $0) != nil }.flatMap { cells.text(row, $0) }
        let holdsOutcome = filled(.outcome, row)
        let isValued = filled(.quantity, row) && (filled(.proxy, row))
        for label in labels + [others].compactMap({ $0 }) where !isValued {
            if TotalRow.isLabel(label)
                || (TotalRow.mayBeLabel(label) && !(holdsOutcome && (filled(.quantity, row) || filled(.proxy, row))))
                    && !filled(.input, row)
            {
                return .total
            }
        }
        if labels.contains(where: TotalRow.isLabel) { return .total }
        let telling = plan.columns.contains { column in
            ValueMapRows.deciding.contains(column.meaning) && !cells.isEmpty(row, column.column)
        }
        if telling { return .data }
        if let column = plan.index(.stakeholder), let name = cells.text(row, column), name.count <= 80,
            !afterBlank || !endsTable(row)
        {
            return .heading(name)
        }
        return .note
    }

    private static let named: Set<Meaning> = [.stakeholder, .input, .outcome, .output]

    /// A row with any of these is an input or an outcome.
    private static let deciding: Set<Meaning> = Set(Meaning.allCases.filter { $0.isFigure }).union([.outcome, .input])

    private func filled(_ meaning: Meaning, _ row: Int) -> Bool {
        plan.index(meaning).map { !plan.cells.isEmpty(row, $0) } ?? false
    }

    private func repeatsHeader(_ row: Int) -> Bool {
        var same = 0
        for (column, text) in plan.header.headers {
            guard let own = plan.cells.text(row, column) else { continue }
            guard own == text else { return false }
            same += 1
        }
        return same >= 2
    }

    /// A line such as `Discount rate | 3.5 %` under or between the rows.
    private func isAboutLine(_ row: Int) -> Bool {
        let filled = plan.cells.columns.filter { !plan.cells.isEmpty(row, $0) }
        guard filled.count == 2 || filled.count == 3, let first = filled.first, filled[1] <= first + 2,
            let text = plan.cells.text(row, first)
        else { return false }
        return about.match(HeaderText(text))?.strength == .exact && plan.cells.text(row, first) != nil
            && (plan.index(.outcome).map { plan.cells.isEmpty(row, $0) } ?? true)
            && (plan.index(.inputAmount).map { plan.cells.isEmpty(row, $0) } ?? true)
    }

    /// Whether no row with a figure follows.
    private func endsTable(_ row: Int) -> Bool {
        let figures = plan.columns.filter { ValueMapRows.deciding.contains($0.meaning) }
        return !(row + 1..<plan.cells.sheet.rowCount).contains { next in
            figures.contains { !plan.cells.isEmpty(next, $0.column) }
        }
    }

    /// A heading counts where the next row has no stakeholder of its own; else it is a note.
    private mutating func dropHeadingsWithoutRows() {
        guard let column = plan.index(.stakeholder) else { return }
        for row in headings.keys.sorted() {
            let next = rows.first { $0 > row }
            if let next, plan.cells.isEmpty(next, column), !headings.keys.contains(where: { $0 > row && $0 < next }) {
                continue
            }
            headings[row] = nil
            notes.append(row)
        }
    }

    /// A last row without any name whose numbers are the sums of those above is a total.
    private mutating func takeOutUnlabelledTotal() {
        guard let last = rows.last, rows.count > 2 else { return }
        let cells = plan.cells
        let hasName = plan.columns.contains {
            ValueMapRows.named.contains($0.meaning) && !cells.isEmpty(last, $0.column)
        }
        guard !hasName,
            plan.columns.allSatisfy({ column in
                let (row, _) = merges.source(last, column.column)
                return !ValueMapRows.named.contains(column.meaning) || row == last
            })
        else { return }
        var sums = 0
        for column in cells.columns {
            guard case .number(let number) = cells.value(last, column) else { continue }
            let above = rows.dropLast().reduce(0.0) { sum, row in
                if case .number(let value) = cells.value(row, column) { sum + value } else { sum }
            }
            let isSum = abs(above - number) <= 1e-6 * max(1, abs(number))
            guard isSum || cells.sheet.hasFormula(row: last, column: column) else { return }
            sums += 1
        }
        guard sums > 0 else { return }
        rows.removeLast()
        totals.append(last)
    }
}
