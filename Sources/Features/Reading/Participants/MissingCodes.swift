import FoundationEssentials
import Words
import Workbooks

/// Numbers that people write where a score is not known, such as 99, 999 or -1: far from all others, they may be no scores.
struct MissingCodes {
    private let plan: SheetPlan
    private let column: PlannedColumn
    private let rows: [Int]

    init(_ plan: SheetPlan, _ column: PlannedColumn, rows: [Int]) {
        self.plan = plan
        self.column = column
        self.rows = rows
    }

    /// The scores without those that a person said are not known. One that nobody has spoken of is a question.
    func known(_ values: [Double?], _ findings: inout Findings) -> [Double?] {
        var values = values
        for code in MissingCodes.candidates(in: rows.compactMap { values[$0] }) {
            let text = Int(code).description
            if column.has(.counted(text)) { continue }
            let cells = rows.filter { values[$0] == code }
            guard let first = cells.first else { continue }
            guard column.has(.missing(text)) else {
                ask(text, first, cells.count, &findings)
                continue
            }
            for row in cells { values[row] = nil }
        }
        return values
    }

    private func ask(_ code: String, _ row: Int, _ count: Int, _ findings: inout Findings) {
        findings.add(
            .notAScore, at: plan.cells.reference(row, column.column), found: count > 1 ? "\(code) (\(count))" : code,
            expected: "A score. This number is far from all others, and may be a sign that the score is not known.",
            mend: "Empty the cells where the score is not known, or say which it is.",
            takes: [
                plan.take(column.column, Refinement.missing(code).code),
                plan.take(column.column, Refinement.counted(code).code),
            ])
    }

    /// The signs that stand among scores which are all on one side of them: at least twice as large, or below 0 alone.
    static func candidates(in scores: [Double]) -> [Double] {
        let signs = signs.filter(scores.contains)
        guard !signs.isEmpty else { return [] }
        let others = scores.filter { !signs.contains($0) }
        guard let least = others.min(), let most = others.max(), least >= 0, others.count >= 5 else { return [] }
        return signs.filter { sign in
            let count = scores.count { $0 == sign }
            guard count * 2 < others.count else { return false }
            if sign > 0 { return most * 2 < sign }
            // A score may fall just below 0. A sign stands apart, or is there more often than what is next to it.
            return sign < -10 && (least - sign) * 3 >= most - least
                || count >= 3 && others.count { $0 - sign <= 2 } < count
        }
    }

    private static let signs: [Double] = [
        -1, -7, -8, -9, -77, -88, -99, -777, -888, -999, -9999, 77, 88, 98, 99, 777, 888, 998, 999, 7777, 8888, 9998,
        9999,
        99_999,
    ]
}
