import Documents
import Workbooks

/// The currency of a score that is money: by its format, its header, or a title above the table that speaks of it.
struct MeasureCurrency {
    private let plan: SheetPlan

    init(_ plan: SheetPlan) { self.plan = plan }

    func code(_ name: String, columns: [Int]) -> String? {
        for column in columns {
            let header = plan.header.headers.first { $0.column == column }?.text ?? ""
            if let code = Currencies.mentioned(in: header).first { return code }
            for row in plan.body.prefix(20) {
                if case .currency(let sign) = plan.cells.sheet.format(row: row, column: column),
                    let code = Currencies.code(for: sign)
                {
                    return code
                }
                if case .text(let text) = plan.cells.value(row, column), let code = Currencies.mentioned(in: text).first
                {
                    return code
                }
            }
        }
        let words = Set(HeaderText(name).words)
        for row in (0..<plan.header.rows.lowerBound).reversed().prefix(10) {
            for column in plan.cells.columns {
                guard let text = plan.cells.text(row, column), let code = Currencies.mentioned(in: text).first else {
                    continue
                }
                if !words.isDisjoint(with: MeasureCurrency.money) || !words.isDisjoint(with: HeaderText(text).words) {
                    return code
                }
            }
        }
        return nil
    }

    private static let money: Set<String> = Set(
        [
            "earnings", "income", "wages", "wage", "pay", "salary", "debt", "debts", "arrears", "savings", "rent",
            "costs", "cost",
            "benefits", "money", "spending", "owed",
        ].map { HeaderText($0).key })
}
