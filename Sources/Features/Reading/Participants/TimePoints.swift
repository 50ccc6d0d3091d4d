import Documents
import Words
import Workbooks

/// Reads a column that says of each row whether it was taken before or after.
struct TimePoints: Sendable {
    private var ranks: [Int: Int] = [:]
    private var refused: Set<Int> = []
    let column: Int

    init(_ plan: SheetPlan, _ column: PlannedColumn, _ merges: Merges, rows: [Int], findings: inout Findings) {
        self.column = column.column
        var known: [String: Int] = [:]
        for row in rows {
            let (source, sourceColumn) = merges.source(row, column.column)
            let text = plan.cells.text(source, sourceColumn) ?? ""
            if let rank = known[text] ?? TimePoints.rank(of: text) {
                known[text] = rank
                ranks[row] = rank
            } else {
                refused.insert(row)
                findings.add(
                    .timePoint, at: plan.cells.reference(source, sourceColumn), found: text,
                    expected: "Before or after.",
                    mend: "Write before in rows from the start and after in rows from the end.",
                    takes: [plan.take(column.column, Meaning.notUsed.rawValue)])
            }
        }
    }

    static func rank(of text: String) -> Int? {
        if let timed = TimedHeader(text) { return timed.point.rank }
        if afters.contains(text.lowercased()) { return TimedHeader.Point.after.rank }
        if let number = Int(text) { return number }
        guard let time = SheetName(text).time, time.year > 0, time.part > 0 else { return nil }
        return time.year * 100 + time.part
    }

    /// What a later assessment is called that is neither before nor the last.
    private static let afters: Set<String> = [
        "review", "reassessment", "re-assessment", "closure", "case closed", "adolygiad",
    ]

    /// Whether a column of such values says when each row was taken, whatever its header asks: `First`, `Last`.
    static func tell(_ texts: [String]) -> Bool {
        guard (2...6).contains(texts.count) else { return false }
        let points = texts.compactMap { TimedHeader($0) }.filter { $0.stem.isEmpty }.map(\.point)
        let isStaged = points.allSatisfy { if case .year = $0 { false } else { true } }
        return points.count == texts.count && isStaged && Set(points.map(\.rank)).count > 1
    }

    func rank(_ row: Int) -> Int? { ranks[row] }
    func isRefused(_ row: Int) -> Bool { refused.contains(row) }
}
