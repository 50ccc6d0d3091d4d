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
        compare(sums, amounts, &findings)
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
