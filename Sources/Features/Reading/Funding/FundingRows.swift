import Documents
import FoundationEssentials
import ValueMaps
import Valuation
import Words
import Workbooks

/// Reads the money of a table of funding or costs as inputs, without the rows that sum up others.
struct FundingRows {
    private(set) var income: [EnteredInput] = []
    private(set) var costs: [EnteredInput] = []

    private let table: FundingTable
    private var plan: SheetPlan { table.plan }

    init(_ table: FundingTable, findings: inout Findings) {
        self.table = table
        guard let column = table.plan.column(.inputAmount) else { return }
        let cells = table.plan.cells
        let body = table.rows ?? Array(table.plan.body.prefix(ValueMapRows.mostRows))
        let rows = body.filter { !cells.isBlank($0) }
        let amounts = NumberColumn(table.plan, column, merges: Merges(cells.sheet), rows: rows)
        var section = table.kind
        var run: [Decimal] = []
        var sums: [Int] = []
        for row in rows {
            guard let label = label(row) else { continue }
            if table.rows == nil, FundingWords.isSum(label) {
                sums.append(row)
                run = []
                continue
            }
            if cells.isEmpty(row, column.column) {
                section = FundingWords.section(label) ?? section
                run = []
                continue
            }
            guard case .number(let amount, isPercent: false) = amounts.figure(row, &findings), amount != 0 else {
                continue
            }
            // A formula that comes to the rows right above it sums them up.
            if cells.sheet.hasFormula(row: row, column: column.column), FundingRows.isSum(amount, of: run) {
                run = []
                continue
            }
            run.append(amount)
            guard amount > 0 else {
                findings.add(
                    .negative, at: amounts.reference(row), found: amounts.shown(row),
                    expected: "A number that is 0 or more.",
                    mend: "Write the number without a minus sign, or leave the row out.")
                continue
            }
            let input = input(row, label, Sourced(amount, from: .cell(amounts.reference(row))))
            if section == .income { income.append(input) } else { costs.append(input) }
        }
        countOnlyTotal(sums, amounts, &findings)
        leaveOutHeadings(sums, amounts, &findings)
        compare(sums, amounts, &findings)
    }

    /// `Total budget | 50,000` and no line of it: the total is what is known.
    private mutating func countOnlyTotal(_ sums: [Int], _ amounts: NumberColumn, _ findings: inout Findings) {
        guard income.isEmpty, costs.isEmpty, sums.count == 1, let row = sums.first, let label = label(row),
            FundingLines.namesTotal(label), case .number(let total, isPercent: false) = amounts.figure(row, &findings),
            total > 0
        else { return }
        let input = input(row, label, Sourced(total, from: .cell(amounts.reference(row))))
        if table.kind == .income { income.append(input) } else { costs.append(input) }
    }

    /// `Staff 5,000`, `Manager 3,000`, `Worker 2,000`: a heading that carries the sum of the lines below it is not counted with
    /// them. It is one only where the list's own total says so, or where the whole list is made of such headings.
    private mutating func leaveOutHeadings(_ sums: [Int], _ amounts: NumberColumn, _ findings: inout Findings) {
        guard income.isEmpty || costs.isEmpty else { return }
        let all = income + costs
        let headings = FundingRows.headings(all.map(\.amount.value))
        guard !headings.isEmpty else { return }
        let rest = all.indices.filter { !headings.contains($0) }
        let restSum = rest.reduce(Decimal(0)) { $0 + all[$1].amount.value }
        let wholeSum = all.reduce(Decimal(0)) { $0 + $1.amount.value }
        var ignored = Findings()
        let totals = sums.compactMap { row -> Decimal? in
            if case .number(let total, isPercent: false) = amounts.figure(row, &ignored) { total } else { nil }
        }
        guard !totals.contains(wholeSum),
            totals.contains(restSum) || totals.isEmpty && headings.count > 1 && restSum * 2 == wholeSum
        else {
            return
        }
        let kept = rest.map { all[$0] }
        if income.isEmpty { costs = kept } else { income = kept }
        let names = headings.sorted().compactMap { all[$0].description ?? all[$0].stakeholder }
        findings.note(
            "On the sheet \(plan.name) these lines are the sum of the lines below them, so we do not count them too: \(names.joined(separator: ", "))."
        )
    }

    /// The lines that are each the sum of two or more lines right below.
    static func headings(_ amounts: [Decimal]) -> Set<Int> {
        var found: Set<Int> = []
        var index = 0
        while index < amounts.count {
            var sum: Decimal = 0
            var next = index + 1
            while next < amounts.count, sum < amounts[index] {
                sum += amounts[next]
                next += 1
            }
            if sum == amounts[index], next > index + 2 {
                found.insert(index)
                index = next
            } else {
                index += 1
            }
        }
        return found
    }

    /// Says where the one total of a list is not the sum of its lines, as a total that was rounded is not.
    private func compare(_ sums: [Int], _ amounts: NumberColumn, _ findings: inout Findings) {
        let all = income + costs
        guard let row = sums.first, sums.count == 1, !all.isEmpty, income.isEmpty || costs.isEmpty else { return }
        var ignored = Findings()
        guard case .number(let total, isPercent: false) = amounts.figure(row, &ignored) else { return }
        let sum = all.reduce(Decimal(0)) { $0 + $1.amount.value }
        guard sum != total else { return }
        findings.note(
            "Row \(row + 1) of the sheet \(plan.name) gives \(amounts.shown(row)) as the total, and its lines come to \(sum, places: 2). We count the lines."
        )
    }

    private func label(_ row: Int) -> String? {
        [Meaning.stakeholder, .input].lazy.compactMap { plan.index($0) }.compactMap { plan.cells.text(row, $0) }.first
    }

    private func input(_ row: Int, _ label: String, _ amount: Sourced<Decimal>) -> EnteredInput {
        let giver = plan.index(.stakeholder).flatMap { plan.cells.text(row, $0) }
        let item = plan.index(.input).flatMap { plan.cells.text(row, $0) }
        let kind = InputKindWords.described(item ?? label) ?? .cash
        return EnteredInput(
            stakeholder: giver ?? "", description: item, amount: amount,
            kind: kind == .cash ? Sourced(.cash, from: .assumed) : Sourced(kind, from: amount.origin),
            year: Sourced(0, from: .assumed))
    }

    private static func isSum(_ amount: Decimal, of run: [Decimal]) -> Bool {
        var sum: Decimal = 0
        for (count, number) in run.reversed().enumerated() {
            sum += number
            if count > 0, sum == amount { return true }
        }
        return false
    }
}
