import Accounts
import Statistics
import Disclosure
import Documents
import FoundationEssentials
import Measurement

/// Writes the end of a derivation: the cells, what selects them, and how many there are.
struct Trail {
    let records: ParticipantRecords

    /// `Participants!G4:G448 where B = Yes, n = 185`.
    func cells(
        column: Int, onProgramme: Bool?, count: Int, dates: Int? = nil, which: String? = nil, filled: Int? = nil,
        only: RowCondition? = nil
    ) -> String {
        var text = range(column)
        var conditions = only.map { ["\(letters($0.column)) = \($0.text)"] } ?? []
        if let comparison = records.comparison, let onProgramme {
            let answer = onProgramme ? comparison.programmeText : comparison.comparisonText
            conditions.append("\(letters(comparison.column)) = \(answer)")
        }
        if let dates, let which {
            conditions.append(
                isOnSheets(dates)
                    ? "\(letters(dates)) is each person's \(which) date" : "the sheet is each person's \(which)")
        }
        if let filled { conditions.append("\(letters(filled)) is filled") }
        if !conditions.isEmpty { text += " where " + conditions.joined(separator: " and ") }
        return text + ", n = " + shown(count)
    }

    /// `Participants!G4:G448`, or `Q1!G2:G40, Q2!G2:G38` where the rows are those of several sheets.
    func range(_ column: Int) -> String {
        guard !records.parts.isEmpty else {
            return CellRange(sheet: records.sheet, column: column, rows: records.rows).description
        }
        let held = records.parts.filter { !$0.rows.isEmpty && $0.columns[column] != nil }
        // What the names of the sheets say stands in no cell.
        guard !held.isEmpty else { return records.parts.map(\.sheet).joined(separator: ", ") }
        return held.map { CellRange(sheet: $0.sheet, column: $0.columns[column] ?? 0, rows: $0.span).description }
            .joined(separator: ", ")
    }

    private func isOnSheets(_ column: Int) -> Bool {
        records.parts.isEmpty || records.parts.contains { $0.columns[column] != nil }
    }

    /// The letters of a column; on sheets that have it in different places, those of each.
    private func letters(_ column: Int) -> String {
        guard !records.parts.isEmpty else { return columnLetters(column) }
        let places = records.parts.compactMap { $0.columns[column] }
        return Set(places).sorted().map(columnLetters).joined(separator: " or ")
    }

    /// `Follow-up!C2:C38 of the people in Baseline!A2:A41 where B = Yes, n = 30`.
    private func laterCells(column: Int, onProgramme: Bool?, count: Int) -> String {
        let sheet = records.later ?? LaterSheet(sheet: records.sheet, rows: records.rows)
        let scores = CellRange(sheet: sheet.sheet, column: column, rows: sheet.rows).description
        return "\(scores) of the people in " + everybody(onProgramme: onProgramme, count: count)
    }

    /// The cells behind an average of everybody in a group who was measured: the only, or the last, measurement.
    func measured(_ change: MeasuredChange, onProgramme: Bool?, group: MeasuredGroup) -> [String] {
        let count = ShownMoments(group, of: change).after.count
        return switch change.layout {
        case .columns(_, let after): [cells(column: after, onProgramme: onProgramme, count: count, only: change.only)]
        case .dated(let column, let date):
            [
                cells(
                    column: column, onProgramme: onProgramme, count: count, dates: date, which: "last",
                    only: change.only)
            ]
        case .sheets(_, let after): [laterCells(column: after, onProgramme: onProgramme, count: count)]
        }
    }

    /// The cells behind a figure of those who were measured before and after.
    func pairs(_ change: MeasuredChange, onProgramme: Bool?, group: MeasuredGroup) -> [String] {
        let count = group.change.count
        switch change.layout {
        case .columns(nil, let after):
            return [cells(column: after, onProgramme: onProgramme, count: count, only: change.only)]
        case .columns(let before?, let after):
            // Where everybody measured has both, there is nothing to select.
            let areAll = group.before.count == count && group.after.count == count
            return [
                cells(
                    column: before, onProgramme: onProgramme, count: count, filled: areAll ? nil : after,
                    only: change.only),
                cells(
                    column: after, onProgramme: onProgramme, count: count, filled: areAll ? nil : before,
                    only: change.only),
            ]
        case .dated(let column, let date):
            return ["first", "last"].map {
                cells(column: column, onProgramme: onProgramme, count: count, dates: date, which: $0, only: change.only)
            }
        case .sheets(let before, let after):
            return [
                cells(column: before, onProgramme: onProgramme, count: count),
                laterCells(column: after, onProgramme: onProgramme, count: count),
            ]
        }
    }

    func everybody(onProgramme: Bool?, count: Int) -> String {
        let column = records.comparison?.column ?? 0
        return cells(column: column, onProgramme: onProgramme, count: count)
    }

    private func shown(_ count: Int) -> String {
        (1..<Suppression.threshold).contains(count) ? "fewer than 5" : String(count)
    }
}
