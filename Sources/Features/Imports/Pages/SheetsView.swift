import Columns
import Documents
import HTML
import Words
import Workbooks

/// Each sheet with its columns: what each was taken for, from what, and how it is read; all of it can be changed.
struct SheetsView {
    let sheets: [TakenSheet]
    /// The answers for columns that hold nothing any more.
    let emptied: Set<String>

    var body: HTML {
        .group(sheets.enumerated().map { number, sheet in view(sheet, number) })
    }

    private func view(_ sheet: TakenSheet, _ number: Int) -> HTML {
        let used = sheet.columns.filter { $0.meaning != Meaning.notUsed.rawValue }
        let unused = sheet.columns.filter { $0.meaning == Meaning.notUsed.rawValue }
        return section(.aria("labelledby", "sheet-\(number)")) {
            h2(.id("sheet-\(number)")) { "Sheet “\(sheet.name)”" }
            kind(sheet, number)
            if let row = sheet.headerRow { p(.classes("hint")) { "The column headings are in row \(row + 1)." } }
            div(.classes("columns")) {
                for column in used { view(column, of: sheet, number) }
            }
            if !unused.isEmpty {
                details {
                    summary {
                        Phrase(
                            one: "\(unused.count) column that is not used",
                            other: "\(unused.count) columns that are not used", count: unused.count)
                    }
                    div(.classes("columns")) {
                        for column in unused { view(column, of: sheet, number) }
                    }
                }
            }
        }
    }

    private func view(_ column: TakenColumn, of sheet: TakenSheet, _ number: Int) -> HTML {
        let isEmptied = emptied.contains(Take.text(sheet.name, column.column, Meaning.leftUnread.rawValue))
        return ColumnView(sheet: sheet, number: number, column: column, isEmptied: isEmptied).body
    }

    private func kind(_ sheet: TakenSheet, _ number: Int) -> HTML {
        div(.classes("field")) {
            label(.for("kind-\(number)")) { "Taken for" }
            select(.id("kind-\(number)"), .name("kind-\(number)"), .classes("medium")) {
                for kind in TakenSheet.Kind.allCases {
                    option(.value(kind.rawValue), .selected(kind == sheet.kind)) { kind.name }
                }
            }
        }
    }
}

/// One column and what it was taken for.
struct ColumnView {
    let sheet: TakenSheet
    let number: Int
    let column: TakenColumn
    /// Whether what stood in it was not kept.
    let isEmptied: Bool

    var body: HTML { isEmptied ? unread : choice }

    private var id: String { "column-\(number)-\(column.column)" }

    private var choice: HTML {
        div(.classes("field")) {
            label(.for(id)) { heading }
            if !column.examples.isEmpty {
                span(.classes("hint"), .id("\(id)-hint")) { "For example: \(column.examples.joined(separator: "; "))" }
            }
            select(.id(id), .name(id), .when(!column.examples.isEmpty, .aria("describedby", "\(id)-hint"))) {
                for meaning in ColumnMeaning.offered(for: sheet.kind) {
                    option(.value(meaning.code), .selected(meaning.code == column.meaning)) { meaning.choice }
                }
            }
            if let reading = column.reading { p(.classes("muted")) { reading } }
        }
    }

    private var unread: HTML {
        div(.classes("field")) {
            p { strong { heading } }
            p(.classes("muted")) {
                "Left unread, because it looks like something that tells who people are. Nothing of it was kept."
            }
        }
    }

    private var heading: HTML {
        .group([
            column.header.isEmpty
                ? phrase("Column \(columnLetters(column.column)), without a heading")
                : phrase("Column \(columnLetters(column.column)): \(column.header)"),
            tag.map { tag in .group([verbatim(" "), span(.classes("tag")) { tag }]) } ?? .nothing,
        ])
    }

    private var tag: Phrase? {
        if isEmptied { return nil }
        return switch column.basis {
        case .recognised: nil
        case .guessed: "our guess"
        case .chosen: "your choice"
        case .remembered: "as you chose before"
        }
    }
}
