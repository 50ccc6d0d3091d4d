import Documents
import FoundationEssentials
import Words
import Workbooks

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
    private let lastFigure: Int
    private let about = HeaderDictionary.names(of: .about)

    init(_ plan: SheetPlan, merges: Merges) {
        self.plan = plan
        self.merges = merges
        let cells = plan.cells
        let figures = plan.columns.filter { ValueMapRows.deciding.contains($0.meaning) }
        lastFigure =
            plan.body.last { row in
                figures.contains { !cells.isEmpty(row, $0.column) }
                    && cells.columns.count { !cells.isEmpty(row, $0) } > 1
            } ?? 0
        var afterBlank = false
        for row in plan.body {
            if rows.count + notes.count + headings.count > ValueMapRows.mostRows { break }
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

    /// A sheet with more is no value map; what comes after is not looked at, and the reader refuses the sheet.
    static let mostRows = 5_000

    private enum Role { case data, total, header, heading(String), note }

    private func role(_ row: Int, afterBlank: Bool) -> Role {
        let cells = plan.cells
        if plan.repeatsHeader(row) { return .header }
        if isAboutLine(row) { return .note }
        if isTotal(row) { return .total }
        let telling = plan.columns.contains { column in
            ValueMapRows.deciding.contains(column.meaning) && !cells.isEmpty(row, column.column)
        }
        if telling, plan.index(.stakeholder) == nil, let name = headingAlone(row) { return .heading(name) }
        if telling { return row > lastFigure && isSentenceAlone(row) ? .note : .data }
        if let column = plan.index(.stakeholder), let name = cells.text(row, column), name.count <= 80,
            !afterBlank || row < lastFigure
        {
            return .heading(name)
        }
        return .note
    }

    /// Whether each outcome stands under a name in a row of its own, in a map without a column of stakeholders.
    var hasHeadingsForAll: Bool {
        guard let first = headings.keys.min() else { return false }
        return plan.index(.stakeholder) == nil && rows.allSatisfy { $0 > first }
    }

    /// Whether a row sums up others, by its words. A row with an outcome, a quantity and a value of its own never does.
    private func isTotal(_ row: Int) -> Bool {
        let cells = plan.cells
        let outcome = plan.index(.outcome).flatMap { cells.text(row, $0) }
        let isOutcome = outcome.map { !TotalRow.isLabel($0) } ?? false
        if isOutcome, filled(.quantity, row), filled(.proxy, row) { return false }
        var labels = plan.columns.filter { ValueMapRows.named.contains($0.meaning) }.compactMap {
            cells.text(row, $0.column)
        }
        if let first = cells.columns.lazy.compactMap({ cells.text(row, $0) }).first { labels.append(first) }
        if labels.contains(where: TotalRow.isLabel) { return true }
        guard !isOutcome, !(filled(.input, row) && filled(.stakeholder, row)) else { return false }
        return labels.contains { TotalRow.isLooseLabel($0) || TotalRow.mayBeLabel($0) }
    }

    /// Where a map has no column of stakeholders, a name in a row of its own above outcomes is theirs.
    private func headingAlone(_ row: Int) -> String? {
        let filled = plan.cells.columns.filter { !plan.cells.isEmpty(row, $0) }
        guard row < lastFigure, filled.count == 1, filled.first == plan.columns.first?.column,
            let name = plan.cells.text(row, filled[0]), name.count <= 80, plan.cells.number(row, filled[0]) == nil
        else { return nil }
        return name
    }

    /// Whether a row holds one sentence and nothing else, as a footnote does, under whichever column it was typed.
    private func isSentenceAlone(_ row: Int) -> Bool {
        let texts = plan.cells.columns.filter { !plan.cells.isEmpty(row, $0) }.map { plan.cells.text(row, $0) ?? "" }
        return texts.count == 1 && texts.allSatisfy { $0.split(separator: " ").count >= 3 }
    }

    private static let named: Set<Meaning> = [.stakeholder, .input, .outcome, .output]

    /// A row with any of these is an input or an outcome.
    private static let deciding: Set<Meaning> = Set(Meaning.allCases.filter { $0.isFigure }).union([.outcome, .input])

    private func filled(_ meaning: Meaning, _ row: Int) -> Bool {
        plan.index(meaning).map { !plan.cells.isEmpty(row, $0) } ?? false
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

    /// A heading counts where the next row has no stakeholder of its own; else it is a note.
    private mutating func dropHeadingsWithoutRows() {
        let column = plan.index(.stakeholder)
        let found = headings.keys.sorted()
        var next = rows[...]
        for (index, row) in found.enumerated() {
            next = next.drop { $0 < row }
            let following = index + 1 < found.count ? found[index + 1] : Int.max
            if let first = next.first, following > first, column.map({ plan.cells.isEmpty(first, $0) }) ?? true {
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
            guard let number = cells.number(last, column) else { continue }
            let above = rows.dropLast().reduce(0.0) { $0 + (cells.number($1, column) ?? 0) }
            let isSum = abs(above - number) <= 1e-6 * max(1, abs(number))
            guard isSum || cells.sheet.hasFormula(row: last, column: column) else { return }
            sums += 1
        }
        guard sums > 0 else { return }
        rows.removeLast()
        totals.append(last)
    }
}
