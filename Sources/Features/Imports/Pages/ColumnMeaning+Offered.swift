import Columns
import Words
import Workbooks

extension ColumnMeaning {
    /// What a person picks from for a column of such a sheet: each meaning once, and that it isn't used.
    static func offered(for sheet: TakenSheet.Kind) -> [ColumnMeaning] {
        let known = choices(for: sheet)
        guard !known.contains(where: { $0.meaning == .notUsed }) else { return known }
        return known + [ColumnMeaning(.notUsed, sheet, "Not used", "A column that the account does not need.")]
    }
}
