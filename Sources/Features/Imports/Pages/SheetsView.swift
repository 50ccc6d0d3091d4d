import Columns
import HTML
import Words
import Workbooks

/// Each sheet with its columns: what each was taken for, from what, and how it is read; all of it can be changed.
///
/// What was taken exactly as its headings say is folded away, but for how its values are read: a person looks at what was guessed.
struct SheetsView {
    let sheets: [TakenSheet]
    /// The answers for columns that hold nothing any more.
    let emptied: Set<String>

    var body: HTML {
        .group(
            sheets.enumerated().map { number, sheet in
                SheetView(
                    sheet: sheet, number: number,
                    emptied: Set(sheet.columns.map(\.column).filter { emptied.contains(sheet.answer(leftUnread: $0)) })
                ).body
            })
    }
}

extension TakenSheet {
    fileprivate func answer(leftUnread column: Int) -> String {
        Take.text(name, column, Meaning.leftUnread.rawValue)
    }
}

private struct SheetView {
    let sheet: TakenSheet
    let number: Int
    let emptied: Set<Int>

    private var unused: [TakenColumn] { sheet.columns.filter { $0.meaning == Meaning.notUsed.rawValue } }
    private var used: [TakenColumn] { sheet.columns.filter { $0.meaning != Meaning.notUsed.rawValue } }
    private var asTold: [TakenColumn] { used.filter(isAsTold) }
    private var doubtful: [TakenColumn] { used.filter { !isAsTold($0) } }

    private func isAsTold(_ column: TakenColumn) -> Bool {
        column.basis == .recognised && !emptied.contains(column.column)
    }

    var body: HTML {
        section(.aria("labelledby", "sheet-\(number)")) {
            h2(.id("sheet-\(number)")) { "Sheet “\(sheet.name)”" }
            if doubtful.isEmpty, sheet.kind != .notUsed { folded } else { unfolded }
        }
    }

    private var folded: HTML {
        .group([
            p { "Taken for: \(sheet.kind.name)." },
            headingsRow,
            readings,
            details {
                summary { "Change how “\(sheet.name)” was taken" }
                kind
                columns(asTold)
            },
            unusedPart,
        ])
    }

    private var unfolded: HTML {
        .group([
            kind,
            headingsRow,
            columns(doubtful),
            readings,
            fold(
                asTold,
                Phrase(
                    one: "\(asTold.count) column that was taken as its heading says",
                    other: "\(asTold.count) columns that were taken as their headings say", count: asTold.count)),
            unusedPart,
        ])
    }

    private var unusedPart: HTML {
        fold(
            unused,
            Phrase(
                one: "\(unused.count) column that is not used", other: "\(unused.count) columns that are not used",
                count: unused.count))
    }

    private var headingsRow: HTML {
        guard let row = sheet.headerRow else { return .nothing }
        return p(.classes("hint")) { "The column headings are in row \(row + 1)." }
    }

    /// How the values of folded columns are read.
    private var readings: HTML {
        let read = asTold.filter { $0.reading != nil }
        guard !read.isEmpty else { return .nothing }
        return ul {
            for column in read {
                li {
                    strong { verbatim(column.header) }
                    verbatim(" ")
                    if let reading = column.reading { phrase(reading) }
                }
            }
        }
    }

    private func fold(_ folded: [TakenColumn], _ name: Phrase) -> HTML {
        guard !folded.isEmpty else { return .nothing }
        return details {
            summary { name }
            columns(folded)
        }
    }

    private func columns(_ shown: [TakenColumn]) -> HTML {
        div(.classes("columns")) {
            for column in shown {
                ColumnView(
                    sheet: sheet, number: number, column: column, isEmptied: emptied.contains(column.column)
                ).body
            }
        }
    }

    private var kind: HTML {
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
