import Columns
package import Documents
import FoundationEssentials
package import Words
import Workbooks

/// The worked template: a workbook with every column that an account can use, an explanation on each heading, and
/// either empty or filled with one example that tells one story throughout.
package struct WorkedTemplate: Sendable {
    private let isFilled: Bool
    private let catalogue: Catalogue
    /// Rows that are prepared for people to fill in.
    private static let preparedRows = 200

    package init(filled: Bool, in catalogue: Catalogue) {
        isFilled = filled
        self.catalogue = catalogue
    }

    /// - Parameter date: the document's date, as `2026-03-31`.
    package func plan(date: String) -> WorkbookPlan {
        WorkbookPlan(
            title: text("Workbook for an account"), language: catalogue.language.code, date: date,
            sheets: [
                help, table(.valueMap, "Value map"), table(.participants, "Participants"),
                lines(.ownWords, "In our words"),
                lines(.about, "About"),
            ])
    }

    /// A sheet with a row for each thing or person.
    private func table(_ kind: TakenSheet.Kind, _ name: Phrase) -> PlannedSheet {
        let columns = ColumnMeaning.choices(for: kind).filter(\.isInTemplate)
        var sheet = PlannedSheet(
            name: text(name), columnWidths: columns.map { width($0) }, frozenRows: 1, repeatedRows: 1,
            isLandscape: true)
        for (index, column) in columns.enumerated() {
            sheet.cells.append(
                PlannedCell(
                    row: 0, column: index, .text(text(column.name)), style: .heading, comment: comment(column)))
            if isFilled {
                for (row, example) in column.examples.enumerated() {
                    if let cell = cell(example, row: row + 1, column: index) { sheet.cells.append(cell) }
                }
            }
            if let values = choices(column) {
                sheet.choices.append(
                    PlannedChoice(
                        area: PlannedArea(rows: 1...Self.preparedRows, columns: index...index), values: values))
            }
        }
        return sheet
    }

    /// A sheet with a line for each thing that is said once: what it is, and beside it the answer.
    private func lines(_ kind: TakenSheet.Kind, _ name: Phrase) -> PlannedSheet {
        var sheet = PlannedSheet(name: text(name), columnWidths: [26, 60, 60])
        for (row, line) in ColumnMeaning.choices(for: kind).filter(\.isInTemplate).enumerated() {
            sheet.cells.append(
                PlannedCell(row: row, column: 0, .text(text(line.name)), style: .label, comment: comment(line)))
            let example = isFilled ? line.examples.first : nil
            sheet.cells.append(
                example.flatMap { cell($0, row: row, column: 1) }
                    ?? PlannedCell(row: row, column: 1, .blank, style: .input))
        }
        return sheet
    }

    private var help: PlannedSheet {
        var sheet = PlannedSheet(name: text("Read me first"), columnWidths: [24, 30, 90], frozenRows: 5)
        let heading: [(Phrase, CellStyle)] = [
            ("Workbook for an account", .title),
            (
                isFilled
                    ? "Filled with a made-up example. Overwrite it with your own figures, or begin with the empty template."
                    : "Fill in the value map. Everything else is optional, and each column says what belongs there.",
                .text
            ),
            ("Leave out names, addresses and birth dates. A code for each person is enough.", .text),
        ]
        for (row, line) in heading.enumerated() {
            sheet.cells.append(PlannedCell(row: row, column: 0, .text(text(line.0)), style: line.1))
            if row > 0 { sheet.merged.append(PlannedArea(rows: row...row, columns: 0...2)) }
        }
        for (column, title) in (["Sheet", "Column", "What belongs there"] as [Phrase]).enumerated() {
            sheet.cells.append(PlannedCell(row: 4, column: column, .text(text(title)), style: .heading))
        }
        var row = 5
        let kinds: [(TakenSheet.Kind, Phrase)] = [
            (.valueMap, "Value map"), (.participants, "Participants"), (.ownWords, "In our words"), (.about, "About"),
        ]
        for (kind, name) in kinds {
            for column in ColumnMeaning.choices(for: kind) where column.isInTemplate {
                sheet.cells += [
                    PlannedCell(row: row, column: 0, .text(text(name))),
                    PlannedCell(row: row, column: 1, .text(text(column.name)), style: .label),
                    PlannedCell(row: row, column: 2, .text(explanation(column)), style: .text),
                ]
                row += 1
            }
        }
        return sheet
    }

    private func explanation(_ column: ColumnMeaning) -> String {
        column.isRequired ? text("\(column.explanation) Needed.") : text(column.explanation)
    }

    private func comment(_ column: ColumnMeaning) -> String { explanation(column) }

    /// The answers to pick from, in the words that are read back in any language.
    private func choices(_ column: ColumnMeaning) -> [String]? {
        switch column.meaning {
        case .start: [text("during"), text("after")]
        case .inputKind: [text("cash"), text("in kind")]
        case .comparisonGroup: [text("Programme"), text("Comparison")]
        default: nil
        }
    }

    private func width(_ column: ColumnMeaning) -> Double {
        let longest =
            column.examples.map { example in
                switch example {
                case .text(let phrase): text(phrase).count
                case .code(let code): code.count
                default: 10
                }
            }.max() ?? 10
        return Double(min(max(longest, text(column.name).count, 12), 38)) + 2
    }

    private func cell(_ example: ColumnMeaning.Example, row: Int, column: Int) -> PlannedCell? {
        func cell(_ content: CellContent, _ format: CellFormat = .general) -> PlannedCell {
            PlannedCell(row: row, column: column, content, style: .input, format: format)
        }
        switch example {
        case .blank: return nil
        case .text(let phrase): return cell(.text(text(phrase)))
        case .code(let code): return cell(.text(code))
        case .number(let number): return cell(.number(double(number)))
        case .percent(let share): return cell(.number(double(share)), .percent(places: 1))
        case .money(let amount): return cell(.number(double(amount)), .money("GBP", places: 0))
        case .date(let year, let month, let day): return cell(.date(year: year, month: month, day: day), .date)
        }
    }

    private func double(_ number: Decimal) -> Double { Double(number.description) ?? 0 }

    private func text(_ phrase: Phrase) -> String { catalogue.text(phrase) }
}
