import Documents
import FoundationEssentials
import Measurement
import Words
import Workbooks

/// Reads what is known about people that is not a result: numbers such as age, or categories such as area.
struct CharacteristicColumns {
    let plan: SheetPlan
    let people: People

    init(_ plan: SheetPlan, people: People) {
        self.plan = plan
        self.people = people
    }

    func records(_ findings: inout Findings) -> [CharacteristicRecords] {
        plan.columns.filter { $0.meaning == .characteristic }.compactMap { record($0, &findings) }
    }

    private func record(_ column: PlannedColumn, _ findings: inout Findings) -> CharacteristicRecords? {
        let shape = ColumnShape(plan.cells, column.column, rows: plan.body)
        guard shape.filled > 0 else { return nil }
        if shape.isNumeric, let numbers = numbers(column, &findings) {
            return CharacteristicRecords(name: column.header, column: column.column, values: .numbers(numbers))
        }
        guard let categories = categories(column) else {
            findings.note(
                "We left out the column \(column.header), because nearly every person has something else there.")
            return nil
        }
        return CharacteristicRecords(name: column.header, column: column.column, values: .categories(categories))
    }

    /// Nil where only 0 and 1 stand there, which are categories.
    private func numbers(_ column: PlannedColumn, _ findings: inout Findings) -> [Double?]? {
        var left = 0
        var isSwitch = true
        let values = people.rows.map { rows -> Double? in
            for row in rows {
                switch plan.cells.value(row, column.column) {
                case .number(let number) where number.isFinite:
                    if number != 0, number != 1 { isSwitch = false }
                    return number
                case .text(let text):
                    if let plain = PlainNumber.read(text) {
                        if plain != 0, plain != 1 { isSwitch = false }
                        return plain
                    }
                    switch WrittenNumber(CleanText(text).oneLine ?? "") {
                    case .number(let number, _):
                        isSwitch = false
                        return Double("\(number)")
                    case .missing: continue
                    default: left += 1
                    }
                case .empty: continue
                default: left += 1
                }
            }
            return nil
        }
        if isSwitch { return nil }
        if left > 0 {
            findings.note(
                Phrase(
                    one: "In the column \(column.header), \(left) cell is not a number. We read it as not known.",
                    other: "In the column \(column.header), \(left) cells are not numbers. We read them as not known.",
                    count: left))
        }
        return values
    }

    /// Texts by their first spelling; nil where there are too many different ones to be groups.
    private func categories(_ column: PlannedColumn) -> [String?]? {
        var spelling: [String: String?] = [:]
        var distinct: [String: String] = [:]
        var values: [String?] = []
        values.reserveCapacity(people.rows.count)
        for rows in people.rows {
            var found: String?
            for row in rows {
                guard let text = plan.cells.text(row, column.column) else { continue }
                if let known = spelling[text] {
                    found = known
                } else {
                    let plain = text.lowercased()
                    let isMissing = NumberWords.missing.contains(plain)
                    found = isMissing ? nil : distinct[plain, default: text]
                    if !isMissing { distinct[plain] = found }
                    spelling[text] = .some(found)
                    if spelling.count > CharacteristicColumns.mostCategories { return nil }
                }
                if found != nil { break }
            }
            values.append(found)
        }
        return distinct.count > 20 && distinct.count * 2 > people.rows.count ? nil : values
    }

    private static let mostCategories = 200
}
