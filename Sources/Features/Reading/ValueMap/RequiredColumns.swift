import Columns
import Documents
import Words
import Workbooks

/// Checks that a value map has each column that it needs, once.
enum RequiredColumns {
    static func check(_ plan: SheetPlan, rows: [Int], _ findings: inout Findings) {
        for entry in ColumnMeaning.valueMap where entry.isRequired && plan.column(entry.meaning) == nil {
            if entry.meaning == .stakeholder, ValueMapRows(plan, merges: Merges(plan.cells.sheet)).hasHeadingsForAll {
                continue
            }
            findings.add(
                .columnMissing, at: plan.cells.reference(plan.header.main, 0), found: headers(plan),
                expected: "A column \(entry.name). \(entry.explanation)",
                mend: "Add the column, or say which column it is.", takes: candidates(entry.meaning, plan))
        }
        GroupShare.ask(plan, &findings)
        ProxyTime.ask(plan, rows: rows, &findings)
        UnknownShare.ask(plan, &findings)
        for meaning in Set(plan.columns.map(\.meaning)) where meaning.isFigure {
            let same = plan.columns.filter { $0.meaning == meaning }
            guard same.count > 1, let last = same.last else { continue }
            findings.add(
                .columnTwice, at: plan.header.reference(of: last.column, in: plan.cells),
                found: same.map { "\($0.header) (\(columnLetters($0.column)))" }.joined(separator: ", "),
                expected: "One column for this figure.",
                mend: "Take one of the columns out, or say which is not to be used.",
                takes: same.reversed().map { plan.take($0.column, Meaning.notUsed.rawValue) })
        }
        let durations = plan.columns.filter { $0.meaning.isDuration }
        if Set(durations.map(\.meaning)).count > 1, let last = durations.last {
            findings.add(
                .columnTwice, at: plan.header.reference(of: last.column, in: plan.cells), found: last.header,
                expected: "One column for this figure.",
                mend: "Take one of the columns out, or say which is not to be used.",
                takes: durations.reversed().map { plan.take($0.column, Meaning.notUsed.rawValue) })
        }
    }

    private static func headers(_ plan: SheetPlan) -> String {
        plan.header.headers.prefix(30).map(\.text).joined(separator: ", ")
    }

    /// Columns that nothing else is read from and that hold what the missing one would hold.
    private static func candidates(_ meaning: Meaning, _ plan: SheetPlan) -> [String] {
        plan.columns.filter { $0.meaning == .notUsed || $0.meaning == .calculated }.filter { column in
            let shape = ColumnShape(plan.cells, column.column, rows: plan.body)
            return meaning.isFigure ? shape.isNumeric : shape.isWords
        }.prefix(5).map { plan.take($0.column, meaning.rawValue) }
    }
}
