import Accounts
import Valuation
import Documents
import FoundationEssentials
import Words

/// The first sheet: who and when, the finding, and every figure as a live link to where it is worked out.
struct SummarySheet {
    let account: Account
    let names: SheetNames
    /// The formula of each figure, without its equals sign; a figure that has none stands as a number.
    let formulas: [String: FigureFormulas]

    struct FigureFormulas {
        var value: String
        var low: String?
        var high: String?
    }

    /// What a page has room for in letters that can be read: how each figure was worked out is on the PDF.
    private static let printedColumns = 7

    private static let header: [Phrase] = [
        "Figure", "Value", "Low", "High", "Unit", "Period", "Confidence", "Method", "Source", "Rule", "Cells", "Name",
    ]

    func sheet() -> (sheet: PlannedSheet, names: [PlannedName]) {
        var draft = SheetDraft(
            names.account, widths: [36, 16, 15, 15, 8, 14, 22, 40, 36, 50, 50, 26], isLandscape: false,
            printedColumns: Self.printedColumns)
        let wide = 0...(Self.printedColumns - 1)
        draft.line([.text(names.text(AccountPage(account, charts: AccountCharts()).title), .title)])
        for sentence in account.finding + [account.findingLimit].compactMap({ $0 }) {
            draft.merge(draft.line([.text(names.text(sentence))]), columns: wide)
        }
        draft.skip()
        for (name, value) in facts {
            draft.merge(draft.line([.text(names.text(name), .label), .text(value)]), columns: 1...wide.upperBound)
        }
        draft.skip()
        draft.line(Self.header.map { .heading(names.text($0)) })
        var defined: [PlannedName] = []
        for figure in account.figures {
            let row = line(figure, &draft)
            defined.append(PlannedName(name(figure), refersTo: draft.reference(row, 1)))
        }
        return (draft.sheet, defined)
    }

    /// `figure_change_1`, which no spreadsheet takes for a cell.
    private func name(_ figure: Figure) -> String {
        "figure_" + figure.id.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
    }

    private var facts: [(Phrase, String)] {
        let unstated = names.text("not stated")
        return [
            ("Provider", account.about.provider ?? unstated),
            ("For", account.about.commissioner ?? unstated),
            ("Service", account.about.service ?? unstated),
            ("Period", names.text(account.about.period ?? "not stated")),
            ("Date", names.text("\(account.facts.date.argument)")), ("Edition", String(account.facts.edition)),
        ]
    }

    private func line(_ figure: Figure, _ draft: inout SheetDraft) -> Int {
        let formulas = formulas[figure.id]
        let places = figure.unit.places
        func cell(_ value: Decimal?, _ formula: String?) -> DraftCell? {
            guard let value else { return nil }
            guard let formula else { return .number(value.double, format(figure.unit)) }
            return .formula("ROUND(\(formula),\(places))", value.double, format(figure.unit))
        }
        return draft.line([
            .text(names.text(figure.name)),
            figure.value == nil
                ? .text(names.text(figure.withheld ?? "not stated")) : cell(figure.value, formulas?.value),
            cell(figure.low, formulas?.low), cell(figure.high, formulas?.high), .text(figure.unit.code),
            .text(names.text(account.about.period ?? "not stated")), .text(names.text(figure.confidence)),
            .text(names.text(figure.method)), .text(names.text(figure.source)),
            .text(names.text(figure.derivation.rule)), .text(figure.derivation.cells.joined(separator: "; ")),
            .text(figure.id, .note),
        ])
    }

    private func format(_ unit: Unit) -> CellFormat {
        switch unit {
        case .money(let currency): .money(currency, places: 2)
        case .ratio: .ratio(places: 6)
        case .people: .number(places: 0)
        case .months, .quantity: .number(places: 2)
        case .share: .percent(places: 2)
        case .points: .number(places: 6)
        }
    }
}
