package import Documents
import FoundationEssentials
package import Measurement
import Statistics
package import Words

/// The provider's own copy with the rows: one line a person without anything that names them, and formulas on those lines.
///
/// It stays with the provider and is never linked from a published page.
package struct WorkingWorkbook: Sendable {
    let records: ParticipantRecords
    let catalogue: Catalogue
    let date: CivilDate

    package init(_ records: ParticipantRecords, in catalogue: Catalogue, date: CivilDate) {
        self.records = records
        self.catalogue = catalogue
        self.date = date
    }

    private var rowsName: String { SheetNames(catalogue: catalogue).rows }

    package func plan() throws(AccountError) -> WorkbookPlan {
        WorkbookPlan(
            title: text("Working copy: for the provider only"), language: catalogue.language.code,
            date: date.description, sheets: [try summary(), rows])
    }

    private static let firstRow = 2

    private var groups: [String] {
        guard let comparison = records.comparison else { return [text("On the programme")] }
        return (0..<records.people).map {
            comparison.onProgramme[$0] ? text("On the programme") : text("Comparison group")
        }
    }

    private var rows: PlannedSheet {
        var draft = SheetDraft(rowsName, widths: [10, 20] + Array(repeating: 16, count: 30), frozenRows: 2)
        draft.put(.text(text("One line a person. Keep this file with you."), .title), row: 0, column: 0)
        let blank = Double.nan
        var headers = [text("Person"), text("Group")]
        var blocks: [PlannedBlock.Values] = [
            .numbers((1...max(1, records.people)).map(Double.init)),
            .texts(records.comparison == nil ? Array(repeating: groups[0], count: records.people) : groups),
        ]
        for characteristic in records.characteristics {
            headers.append(characteristic.name)
            switch characteristic.values {
            case .categories(let values): blocks.append(.texts(values.map { $0 ?? "" }))
            case .numbers(let values): blocks.append(.numbers(values.map { $0 ?? blank }))
            }
        }
        for measure in records.measures {
            let change = zip(measure.before, measure.after).map { before, after in
                before.flatMap { before in after.map { $0 - before } } ?? blank
            }
            headers += [
                text("\(measure.name), before"), text("\(measure.name), after"), text("\(measure.name), change"),
            ]
            blocks += [
                .numbers(measure.before.map { $0 ?? blank }), .numbers(measure.after.map { $0 ?? blank }),
                .numbers(change),
            ]
        }
        for (column, header) in headers.enumerated() { draft.put(.heading(header), row: 1, column: column) }
        var sheet = draft.sheet
        sheet.blocks = blocks.enumerated().map { PlannedBlock(row: Self.firstRow, column: $0, values: $1) }
        return sheet
    }

    private func summary() throws(AccountError) -> PlannedSheet {
        let people = try PeopleBuilder(records: records)
        var draft = SheetDraft(SheetNames(catalogue: catalogue).changes, widths: [34, 20, 16, 16, 16])
        draft.line([.text(text("Working copy: for the provider only"), .title)])
        draft.line([.text(text("This file holds a line for each person. Do not pass it on."), .warning)])
        draft.skip()
        draft.line(
            (["Measure", "Group", "Measured after", "Mean after", "Mean change"] as [Phrase]).map {
                .heading(text($0))
            })
        let last = Self.firstRow + max(records.people, 1) - 1
        let lines = SheetDraft(rowsName, widths: [])
        let groupColumn = lines.reference(rows: Self.firstRow...last, 1)
        for (index, measure) in records.measures.enumerated() {
            let first = 2 + records.characteristics.count + 3 * index
            let after = lines.reference(rows: Self.firstRow...last, first + 1)
            let change = lines.reference(rows: Self.firstRow...last, first + 2)
            let measured = people.measured[index]
            let parts =
                [(text("On the programme"), measured.programme)]
                + (measured.comparison.map {
                    [(text("Comparison group"), $0)]
                } ?? [])
            for (name, group) in parts {
                let row = draft.next
                let label = draft.here(row, 1)
                draft.line([
                    .text(measure.name), .text(name),
                    .formula(
                        "SUMPRODUCT((\(groupColumn)=\(label))*ISNUMBER(\(after)))", Double(group.after.count),
                        .number(places: 0)),
                    group.after.mean.map {
                        .formula("AVERAGEIFS(\(after),\(groupColumn),\(label))", $0, .number(places: 2))
                    },
                    group.change.mean.map {
                        .formula("AVERAGEIFS(\(change),\(groupColumn),\(label))", $0, .number(places: 2))
                    },
                ])
            }
        }
        return draft.sheet
    }

    private func text(_ phrase: Phrase) -> String { catalogue.text(phrase) }
}
