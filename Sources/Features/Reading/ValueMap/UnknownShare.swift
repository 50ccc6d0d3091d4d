import Columns
import Documents
import Words
import Workbooks

/// A column of parts under a heading that nobody knows, in a value map that lacks a share: left aside without a word, it
/// would make the account say more than the provider does.
enum UnknownShare {
    static func ask(_ plan: SheetPlan, _ findings: inout Findings) {
        let missing = shares.filter { plan.column($0) == nil && !($0 == .attribution && plan.column(.ownShare) != nil) }
        guard !missing.isEmpty else { return }
        for column in plan.columns where isUnknown(column) && holdsParts(column, plan) {
            findings.add(
                .unknownShare, at: plan.header.reference(of: column.column, in: plan.cells), found: column.header,
                expected:
                    "To know which part of the change this is. The column holds parts, and the value map lacks some.",
                mend: "Call the column by one of our names, or say what it is.",
                takes: (missing + [.notUsed]).map { plan.take(column.column, $0.rawValue) })
        }
    }

    private static let shares: [Meaning] = [.deadweight, .displacement, .attribution, .dropOff]

    private static func isUnknown(_ column: PlannedColumn) -> Bool {
        column.meaning == .notUsed && column.basis == .guessed
            && HeaderDictionary.names(of: .valueMap).match(HeaderText(column.header)) == nil
    }

    /// Whether all numbers of a column are percentages, or all lie from 0 to 1 with one that is neither.
    private static func holdsParts(_ column: PlannedColumn, _ plan: SheetPlan) -> Bool {
        let cells = plan.cells
        guard ColumnShape(cells, column.column, rows: plan.body).isNumeric else { return false }
        let percentages = Set(plan.body.filter { isPercentage($0, column.column, cells) })
        let plain = plan.body.filter { !percentages.contains($0) }.compactMap { cells.number($0, column.column) }
        if percentages.isEmpty {
            return plain.contains { $0 > 0 && $0 < 1 } && plain.allSatisfy { $0 >= 0 && $0 <= 1 }
        }
        return plain.allSatisfy { $0 == 0 }
    }

    private static func isPercentage(_ row: Int, _ column: Int, _ cells: Cells) -> Bool {
        switch cells.value(row, column) {
        case .number: cells.sheet.format(row: row, column: column) == .percent
        case .text:
            switch WrittenNumber(cells.text(row, column) ?? "") {
            case .number(_, isPercent: let isPercent), .zeroInWords(let isPercent): isPercent
            case .either(_, _, let isPercent, _): isPercent
            default: false
            }
        default: false
        }
    }
}
