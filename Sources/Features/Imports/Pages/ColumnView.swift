import Columns
import Documents
import HTML
import Words
import Workbooks

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
                span(.classes("hint"), .id("\(id)-hint")) { "For example: \(examples)" }
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

    /// One after the other; a day as people write it.
    private var examples: Phrase {
        let shown = column.examples.map { text -> Phrase in
            CivilDate(text).map { "\($0.argument)" } ?? Phrase(verbatim: text)
        }
        guard let first = shown.first else { return "" }
        return shown.dropFirst().reduce(first) { "\($0); \($1)" }
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
