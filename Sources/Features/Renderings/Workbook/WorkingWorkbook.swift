package import Accounts
import Statistics
package import Documents
import FoundationEssentials
import Measurement
package import Words
package import Workbooks

/// The provider's own copy with the rows: the participants' sheet as it was read, without the columns that look personal, and
/// live formulas on those rows.
///
/// It stays with the provider and is never linked from a published page.
package struct WorkingWorkbook: Sendable {
    let records: ParticipantRecords
    let columns: [TakenColumn]
    let source: Workbook
    let catalogue: Catalogue
    let date: CivilDate

    /// Nil where the workbook has no participants' sheet.
    package init?(_ understanding: Understanding, of workbook: Workbook, in catalogue: Catalogue, date: CivilDate) {
        guard let records = understanding.participants, records.sheets.allSatisfy({ workbook.sheet(named: $0) != nil }),
            let taken = understanding.sheets.first(where: {
                $0.kind == .participants && $0.sheet == records.sheets.first
            })
        else { return nil }
        self.records = records
        source = workbook
        // A column that looks personal shows no examples, whatever it was taken for; a column that isn't used stays out too.
        columns = taken.columns.filter { !$0.examples.isEmpty && $0.meaning != "notUsed" }
        self.catalogue = catalogue
        self.date = date
    }

    private var names: SheetNames { SheetNames(catalogue: catalogue) }

    package func plan() throws(AccountError) -> WorkbookPlan {
        WorkbookPlan(
            title: text("Working copy: for the provider only"), language: catalogue.language.code,
            date: date.description, sheets: [try summary(), rows])
    }

    private static let headerRow = 1
    private static let firstRow = 2

    private var lastRow: Int { Self.firstRow + records.rows.count - 1 }

    private var rows: PlannedSheet {
        var draft = SheetDraft(
            names.rows, widths: Array(repeating: 18, count: columns.count + measuredLater.count), frozenRows: 2)
        draft.put(
            .text(text(heading), .title), row: 0, column: 0)
        for (place, column) in columns.enumerated() {
            draft.put(.heading(column.header), row: Self.headerRow, column: place)
        }
        for (place, measure) in measuredLater.enumerated() {
            let heading = "\(measure.afterHeader) (\(records.later?.sheet ?? ""))"
            draft.put(.heading(heading), row: Self.headerRow, column: columns.count + place)
        }
        var sheet = draft.sheet
        sheet.blocks = columns.enumerated().map { place, column in
            PlannedBlock(row: Self.firstRow, column: place, values: values(column.column))
        }
        sheet.blocks += measuredLater.enumerated().map { place, measure in
            PlannedBlock(
                row: Self.firstRow, column: columns.count + place, values: .numbers(measure.after.map { $0 ?? .nan }))
        }
        return sheet
    }

    private var heading: Phrase {
        let sheets = records.sheets.joined(separator: ", ")
        return Phrase(
            one: "The rows of the sheet \(sheets). Keep this file with you.",
            other: "The rows of the sheets \(sheets). Keep this file with you.", count: records.sheets.count)
    }

    /// The cells of a column, row by row.
    private func cells(_ column: Int) -> [CellValue] {
        guard !records.parts.isEmpty else {
            let sheet = source.sheet(named: records.sheet)
            return records.rows.map { sheet?.value(row: $0, column: column) ?? .empty }
        }
        return records.parts.flatMap { part in
            let sheet = source.sheet(named: part.sheet)
            let own = part.columns[column]
            return part.rows.map { row in own.flatMap { sheet?.value(row: row, column: $0) } ?? .empty }
        }
    }

    /// The scores that stand on a second sheet, where each row here is one person.
    private var measuredLater: [MeasureRecords] {
        guard records.people == records.rows.count else { return [] }
        return records.measures.filter { if case .sheets = $0.layout { true } else { false } }
    }

    /// A column of numbers keeps its numbers, and a score that was typed as text or as yes and no becomes one, so that
    /// formulas can add it up; any other column is written as text.
    private func values(_ column: Int) -> PlannedBlock.Values {
        if records.people == records.rows.count, let scores = scores(in: column) {
            return .numbers(scores.map { $0 ?? .nan })
        }
        let cells = cells(column)
        let numbers = cells.map { cell -> Double? in
            switch cell {
            case .number(let number): number
            case .empty: .nan
            default: nil
            }
        }
        if !numbers.contains(nil) { return .numbers(numbers.map { $0 ?? .nan }) }
        return .texts(cells.map(\.plainText))
    }

    /// The scores in a column, one a person; nil for other columns.
    private func scores(in column: Int) -> [Double?]? {
        for measure in records.measures {
            guard case .columns(let before, let after) = measure.layout else { continue }
            if column == after { return measure.after }
            if column == before { return measure.before }
        }
        return nil
    }

    /// Whether a column's numbers are just so many, so that a formula over it comes to what was counted by person.
    private func holds(_ column: Int, numbers count: Int) -> Bool {
        guard case .numbers(let numbers) = values(column) else { return false }
        return numbers.count { !$0.isNaN } == count
    }

    private func summary() throws(AccountError) -> PlannedSheet {
        var draft = SheetDraft(names.changes, widths: [34, 20, 16, 16, 16])
        draft.line([.text(text("Working copy: for the provider only"), .title)])
        draft.line([.text(text("This file holds a line for each person. Do not pass it on."), .warning)])
        draft.skip()
        draft.line((["Measure", "Group", "People", "Average"] as [Phrase]).map { .heading(text($0)) })
        for measure in records.measures {
            let change = try change(measure)
            guard case .columns(let before, let after) = change.layout,
                // The rows of people who have several hold raw totals, which no formula here turns into scores.
                !change.isConverted || records.people == records.rows.count
            else { continue }
            for (header, column) in [(change.beforeHeader, before), (change.afterHeader, after)] {
                guard let header, let column else { continue }
                let isBefore = column == before
                let groups = [(true, change.programme)] + (change.comparison.map { [(false, $0)] } ?? [])
                let counted = groups.reduce(0) { $0 + (isBefore ? $1.1.before.count : $1.1.after.count) }
                guard holds(column, numbers: counted) else { continue }
                for (onProgramme, group) in groups {
                    let moments = isBefore ? group.before : group.after
                    line(header, column: column, onProgramme: onProgramme, moments.count, moments.mean, &draft)
                }
            }
        }
        return draft.sheet
    }

    private func change(_ measure: MeasureRecords) throws(AccountError) -> MeasuredChange {
        do { return try MeasuredChange(measure, of: records).comparingEnough } catch {
            throw .notMeasured(measure: measure.name, error)
        }
    }

    private func line(
        _ header: String, column: Int, onProgramme: Bool, _ count: Int, _ mean: Double?, _ draft: inout SheetDraft
    ) {
        let lines = SheetDraft(names.rows, widths: [])
        guard let place = columns.firstIndex(where: { $0.column == column }) else { return }
        let values = lines.reference(rows: Self.firstRow...lastRow, place)
        var counted = "COUNT(\(values))"
        var average = "AVERAGE(\(values))"
        var group = text("On the programme")
        if let comparison = records.comparison,
            let groupPlace = columns.firstIndex(where: { $0.column == comparison.column })
        {
            let cells = lines.reference(rows: Self.firstRow...lastRow, groupPlace)
            group = onProgramme ? comparison.programmeText : comparison.comparisonText
            let label = draft.here(draft.next, 1)
            counted = "SUMPRODUCT((\(cells)=\(label))*ISNUMBER(\(values)))"
            average = "AVERAGEIFS(\(values),\(cells),\(label))"
        }
        draft.line([
            .text(header), .text(group), .formula(counted, Double(count), .number(places: 0)),
            mean.map { .formula(average, $0, .number(places: 2)) },
        ])
    }

    private func text(_ phrase: Phrase) -> String { catalogue.text(phrase) }
}

extension CellValue {
    /// The value as text, as a person would type it.
    fileprivate var plainText: String {
        switch self {
        case .empty: ""
        case .number(let number):
            number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : String(number)
        case .text(let text), .error(let text): text
        case .boolean(let value): value ? "TRUE" : "FALSE"
        case .date(let year, let month, let day): CivilDate(year: year, month: month, day: day).description
        }
    }
}
