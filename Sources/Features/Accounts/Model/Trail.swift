import Statistics
import Disclosure
import Documents
import FoundationEssentials
import Measurement

/// Writes the end of a derivation: the cells, what selects them, and how many there are.
struct Trail {
    let records: ParticipantRecords

    /// `Participants!G4:G448 where B = Yes, n = 185`.
    func cells(column: Int, onProgramme: Bool?, count: Int, dates: Int? = nil, which: String? = nil) -> String {
        var text = CellRange(sheet: records.sheet, column: column, rows: records.rows).description
        var conditions: [String] = []
        if let comparison = records.comparison, let onProgramme {
            let answer = onProgramme ? comparison.programmeText : comparison.comparisonText
            conditions.append("\(columnLetters(comparison.column)) = \(answer)")
        }
        if let dates, let which { conditions.append("\(columnLetters(dates)) is each person's \(which) date") }
        if !conditions.isEmpty { text += " where " + conditions.joined(separator: " and ") }
        return text + ", n = " + shown(count)
    }

    /// The cells of a measure's before and after for one group.
    func cells(_ change: MeasuredChange, onProgramme: Bool?, group: MeasuredGroup) -> [String] {
        let (pairs, measured) = (group.change.count, ShownMoments(group, of: change).after.count)
        switch change.layout {
        case .columns(let before, let after):
            let afterCells = cells(column: after, onProgramme: onProgramme, count: measured)
            guard let before else { return [afterCells] }
            return [cells(column: before, onProgramme: onProgramme, count: pairs), afterCells]
        case .dated(let column, let date):
            return [
                cells(
                    column: column, onProgramme: onProgramme, count: pairs, dates: date, which: "first"),
                cells(column: column, onProgramme: onProgramme, count: measured, dates: date, which: "last"),
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
