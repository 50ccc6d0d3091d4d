import Documents
import HTML
import Words

/// Each sheet with its columns: what each was taken for, from what, and how it is read; all of it can be changed.
struct SheetsView {
    let sheets: [TakenSheet]

    var body: HTML {
        .group(sheets.enumerated().map { number, sheet in view(sheet, number) })
    }

    private func view(_ sheet: TakenSheet, _ number: Int) -> HTML {
        let used = sheet.columns.filter { $0.meaning != Meaning.notUsed.rawValue }
        let unused = sheet.columns.filter { $0.meaning == Meaning.notUsed.rawValue }
        return section(.aria("labelledby", "sheet-\(number)")) {
            h2(.id("sheet-\(number)")) { "Sheet “\(sheet.name)”" }
            kind(sheet, number)
            if let row = sheet.headerRow { p(.class("hint")) { "The column headings are in row \(row + 1)." } }
            div(.class("columns")) {
                for column in used { ColumnView(sheet: sheet, number: number, column: column).body }
            }
            if !unused.isEmpty {
                details {
                    summary {
                        Phrase(
                            one: "\(unused.count) column that is not used",
                            other: "\(unused.count) columns that are not used", count: unused.count)
                    }
                    div(.class("columns")) {
                        for column in unused { ColumnView(sheet: sheet, number: number, column: column).body }
                    }
                }
            }
        }
    }

    private func kind(_ sheet: TakenSheet, _ number: Int) -> HTML {
        div(.class("field")) {
            label(.for("kind-\(number)")) { "Taken for" }
            select(.id("kind-\(number)"), .name("kind-\(number)"), .class("medium")) {
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

    var body: HTML {
        column.meaning == Meaning.leftUnread.rawValue && column.basis != .chosen ? unread : choice
    }

    private var id: String { "column-\(number)-\(column.column)" }

    private var choice: HTML {
        div(.class("field")) {
            label(.for(id)) { heading }
            if !column.examples.isEmpty {
                span(.class("hint"), .id("\(id)-hint")) { "For example: \(column.examples.joined(separator: "; "))" }
            }
            select(.id(id), .name(id), .when(!column.examples.isEmpty, .aria("describedby", "\(id)-hint"))) {
                for meaning in ColumnMeaning.choices(for: sheet.kind) {
                    option(.value(meaning.code), .selected(meaning.code == column.meaning)) { meaning.choice }
                }
                option(.value(Meaning.notUsed.rawValue), .selected(column.meaning == Meaning.notUsed.rawValue)) {
                    "Not used"
                }
            }
            if let reading = column.reading { p(.class("small")) { reading } }
        }
    }

    private var unread: HTML {
        div(.class("field")) {
            p { strong { heading } }
            p(.class("small")) {
                "Left unread, because it looks like something that tells who people are. Nothing of it was kept."
            }
        }
    }

    private var heading: HTML {
        .group([
            column.header.isEmpty
                ? phrase("Column \(columnLetters(column.column)), without a heading")
                : phrase("Column \(columnLetters(column.column)): \(column.header)"),
            tag.map { tag in .group([verbatim(" "), span(.class("tag")) { tag }]) } ?? .nothing,
        ])
    }

    private var tag: Phrase? {
        switch column.basis {
        case .recognised: nil
        case .guessed: "our guess"
        case .chosen: "your choice"
        case .remembered: "as you chose before"
        }
    }
}
