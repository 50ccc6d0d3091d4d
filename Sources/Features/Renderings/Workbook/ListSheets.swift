import Accounts
import Documents
import Words

/// The sheets that only list: every assumption with its source, and how to check the account.
struct ListSheets {
    let account: Account
    let names: SheetNames

    func assumptions() -> PlannedSheet {
        var draft = SheetDraft(names.assumptions, widths: [60, 26, 50, 24], frozenRows: 2)
        draft.line([.text(names.text("Every assumption and its source"), .title)])
        draft.line((["Assumption", "Value", "Source", "Cell"] as [Phrase]).map { .heading(names.text($0)) })
        for assumption in account.assumptions {
            draft.line([
                .text(names.text(assumption.name)), .text(names.text(assumption.value)),
                .text(names.text(assumption.source)), assumption.cell.map { .text($0) },
            ])
        }
        draft.skip()
        list("What we don’t know", account.unknowns, &draft)
        list("What this figure is not", account.cautions, &draft)
        return draft.sheet
    }

    func check() -> PlannedSheet {
        var draft = SheetDraft(names.check, widths: [24, 90])
        draft.line([.text(names.text("How to check this account"), .title)])
        draft.line([.text(names.text("The same workbook, options, date and version give exactly the same account."))])
        let facts = account.facts
        let rows: [(Phrase, String)] = [
            ("Workbook", facts.workbookName), ("Its SHA-256", facts.workbookDigest),
            ("Options", facts.options.isEmpty ? names.text("none") : facts.options.joined(separator: " ")),
            ("Date", facts.date.description), ("Version", facts.version),
        ]
        for (name, value) in rows { draft.line([.text(names.text(name), .label), .text(value)]) }
        return draft.sheet
    }

    private func list(_ heading: Phrase, _ lines: [Phrase], _ draft: inout SheetDraft) {
        draft.line([.text(names.text(heading), .subheading)])
        for line in lines { draft.line([.text(names.text(line))]) }
        draft.skip()
    }
}
