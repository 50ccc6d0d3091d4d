import Documents
import Measurement
import Words
import Workbooks

/// Reads the people of one sheet by its plan. What comes out names nobody.
struct ParticipantReader {
    let plan: SheetPlan
    let merges: Merges
    let rows: ParticipantRows

    init(_ plan: SheetPlan) {
        self.plan = plan
        merges = Merges(plan.cells.sheet)
        rows = ParticipantRows(plan)
    }

    func records(_ findings: inout Findings) -> ParticipantRecords? {
        guard let first = rows.rows.first, let last = rows.rows.last else {
            findings.add(
                .noRows, sheet: plan.name, found: "", expected: "Rows about people under the header.",
                mend: "Add the people, or take the sheet out.")
            return nil
        }
        if plan.column(.comparisonGroup) == nil { askAboutGroups(&findings) }
        let dates = plan.column(.date).map { DateColumn(plan, $0, merges, rows: rows.rows, findings: &findings) }
        checkOtherDates(&findings)
        let points = plan.column(.timePoint).map { TimePoints(plan, $0, merges, rows: rows.rows, findings: &findings) }
        let people = People(plan, merges, rows: rows.rows, dates: dates, points: points, findings: &findings)
        let hidden =
            plan.cells.sheet.hiddenRows.isEmpty ? 0 : rows.rows.filter(plan.cells.sheet.hiddenRows.contains).count
        let measures = Measures(
            plan, merges, rows: rows.rows, people: people, ordering: points?.column ?? dates?.column)
        return ParticipantRecords(
            sheet: plan.cells.sheet.name, rows: first...last, people: people.rows.count,
            comparison: Groups(plan, merges, people: people).comparison(&findings),
            measures: measures.records(&findings),
            characteristics: CharacteristicColumns(plan, people: people).records(&findings), dates: dates?.range,
            hiddenRows: hidden)
    }

    /// A line above each group would be lost: who is compared with whom must stand in each row.
    private func askAboutGroups(_ findings: inout Findings) {
        let label = plan.index(.person) ?? plan.header.headers.first?.column ?? 0
        for row in rows.groupLines {
            let text = plan.cells.text(row, label) ?? ""
            guard GroupWords.meaning(text, isReversed: false) == .comparison else { continue }
            findings.add(
                .group, at: plan.cells.reference(row, label), found: text,
                expected: "A column that says of each person which group they are in, and not a line above them.",
                mend: "Add a column Group, write programme or comparison in each row, and take this line out.")
        }
    }

    /// Who is on the sheet, without a look at dates.
    func people() -> People {
        var ignored = Findings()
        return People(plan, merges, rows: rows.rows, dates: nil, points: nil, findings: &ignored)
    }

    /// Dates that no figure needs (a start, an end) are checked all the same: a wrong year there is a slip worth mending.
    private func checkOtherDates(_ findings: inout Findings) {
        for column in plan.columns where column.meaning == .notUsed && column.basis == .guessed && !column.isPersonal {
            guard ColumnShape(plan.cells, column.column, rows: plan.body).isDates else { continue }
            _ = DateColumn(plan, column, merges, rows: rows.rows, yearsOnly: true, findings: &findings)
        }
    }
}
