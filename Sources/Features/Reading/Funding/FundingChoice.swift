import Documents
import FoundationEssentials
import ValueMaps
import Words
import Workbooks

/// Chooses what stands in for inputs that a value map lacks, where a workbook says who paid, what it was spent on, or both.
struct FundingChoice {
    private let tables: [(plan: SheetPlan, rows: FundingRows)]

    init(_ tables: [FundingTable], findings: inout Findings) {
        self.tables = tables.map { ($0.plan, FundingRows($0, findings: &findings)) }
    }

    /// Income and costs are two sides of the same money. Where they come to the same sum, those who gave it stand in the account;
    /// else which of them was put in is a question.
    func inputs(_ findings: inout Findings) -> [EnteredInput] {
        let income = tables.filter { !$0.rows.income.isEmpty }
        let costs = tables.filter { !$0.rows.costs.isEmpty }
        guard !income.isEmpty, !costs.isEmpty else { return one(income.isEmpty ? costs : income, &findings) }
        if let answer = tables.lazy.flatMap({ $0.plan.columns.flatMap(\.refinements) }).first(where: {
            $0 == .income || $0 == .costs
        }) {
            return one(answer == .income ? income : costs, isIncome: answer == .income, &findings)
        }
        let given = sum(income.flatMap(\.rows.income))
        let spent = sum(costs.flatMap(\.rows.costs))
        guard given != spent else { return one(income, isIncome: true, &findings) }
        guard let last = costs.last, let column = last.plan.column(.inputAmount) else { return [] }
        findings.add(
            .incomeOrCosts, at: last.plan.header.reference(of: column.column, in: last.plan.cells),
            found: "\(given), \(spent)",
            expected: "To know whether what came in or what was spent was put in. They are not the same sum.",
            mend: "Write the inputs in the value map, or say which of the two counts.",
            takes: [
                last.plan.take(column.column, Refinement.income.code),
                last.plan.take(column.column, Refinement.costs.code),
            ])
        return []
    }

    private func one(
        _ found: [(plan: SheetPlan, rows: FundingRows)], isIncome: Bool? = nil, _ findings: inout Findings
    ) -> [EnteredInput] {
        if found.count > 1, let last = found.last {
            findings.add(
                .severalSheets, sheet: last.plan.name, found: found.map(\.plan.name).joined(separator: ", "),
                expected: "Inputs on one sheet. Both of these have amounts, which may be the same money twice.",
                mend: "Say which of the sheets is not to be used.",
                takes: found.map { "\($0.plan.name)=\(TakenSheet.Kind.notUsed.rawValue)" })
            return []
        }
        return found.flatMap { table in
            switch isIncome {
            case true?: table.rows.income
            case false?: table.rows.costs
            case nil: table.rows.income + table.rows.costs
            }
        }
    }

    private func sum(_ inputs: [EnteredInput]) -> Decimal { inputs.reduce(0) { $0 + $1.amount.value } }
}
