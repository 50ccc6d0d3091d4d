import Accounts
package import Documents
import FoundationEssentials
import Lookup
import Valuation
import Vocabulary
package import Words

/// The reading as a workbook: one line an outcome, with live sums under each heading.
package struct AccountInWordsWorkbook: Sendable {
    let reading: AccountInWords
    let title: Phrase
    let original: String
    let catalogue: Catalogue

    package init(_ page: AccountInWordsPage, in catalogue: Catalogue) {
        reading = page.reading
        title = page.title
        original = page.original
        self.catalogue = catalogue
    }

    private static let columns: [Phrase] = [
        "Group", "Heading", "In the provider’s words", "For whom", "How near", "How many", "First year’s value",
        "Worth today",
    ]
    private static let worth = 7

    package var plan: WorkbookPlan {
        WorkbookPlan(
            title: catalogue.text(title), author: reading.account.provider, language: catalogue.language.code,
            date: reading.account.date, sheets: [outcomes, about])
    }

    private func text(_ phrase: Phrase) -> String { catalogue.text(phrase) }

    private var outcomes: PlannedSheet {
        var draft = SheetDraft(text("In these words"), widths: [30, 36, 40, 26, 22, 14, 18, 18], frozenRows: 2)
        draft.line([.text(text(title), .title)])
        draft.line(Self.columns.map { .heading(text($0)) })
        var sums: [String] = []
        for group in reading.groups {
            for heading in group.headings {
                sums.append(
                    put(
                        heading.lines, under: heading.words.words, of: group.words.words, worth: heading.worth, &draft))
            }
        }
        let rest = reading.rest.map { AccountInWords.Line(outcome: $0, likeness: .same, also: []) }
        if !rest.isEmpty {
            sums.append(put(rest, under: "", of: text("Not in these words"), worth: reading.worthOfRest, &draft))
        }
        draft.skip()
        let all = (reading.headings.compactMap(\.worth) + [reading.worthOfRest].compactMap { $0 }).reduce(0, +)
        let cells = sums.filter { !$0.isEmpty }
        if !cells.isEmpty {
            var line = [DraftCell?](repeating: nil, count: Self.columns.count)
            line[0] = .text(text("All outcomes together"), .total)
            line[Self.worth] = .formula(cells.joined(separator: "+"), all.double, money, .total)
            draft.line(line)
        }
        return draft.sheet
    }

    /// - Returns: where the sum of what is under the heading stands; empty where nothing there is valued.
    private func put(
        _ lines: [AccountInWords.Line], under heading: String, of group: String, worth: Decimal?,
        _ draft: inout SheetDraft
    ) -> String {
        // What stands under no heading isn't near to one.
        func nearness(_ line: AccountInWords.Line) -> DraftCell? {
            heading.isEmpty ? nil : .text(text(line.likeness.phrase))
        }
        let first = draft.next
        for line in lines.filter({ !$0.outcome.isMeasured }) {
            let figures = line.outcome.figures.prefix(3).map(cell)
            draft.line(
                [
                    .text(group), .text(heading), .text(line.outcome.words), line.outcome.stakeholder.map { .text($0) },
                    nearness(line),
                ] + figures)
        }
        let last = draft.next - 1
        for line in lines.filter(\.outcome.isMeasured) {
            for figure in line.outcome.figures {
                draft.line([
                    .text(group), .text(heading), .text(line.outcome.words), .text(text(figure.name)),
                    nearness(line), cell(figure),
                ])
            }
        }
        guard let worth, last >= first else { return "" }
        let cells = "\(draft.here(first, Self.worth)):\(draft.here(last, Self.worth))"
        var line = [DraftCell?](repeating: nil, count: Self.columns.count)
        line[0] = .text(group, .label)
        line[1] = .text(heading, .label)
        line[2] = .text(text("Together"), .label)
        line[Self.worth] = .formula("SUM(\(cells))", worth.double, money, .result)
        return draft.here(draft.line(line), Self.worth)
    }

    private var money: CellFormat {
        let figures = reading.account.outcomes.compactMap(\.worth)
        if case .money(let currency)? = figures.first?.unit { return .money(currency, places: 2) }
        return .number(places: 2)
    }

    private func cell(_ figure: Figure) -> DraftCell {
        guard let value = figure.value else { return .text(text(figure.withheld ?? "not stated")) }
        switch figure.unit {
        case .money(let currency): return .number(value.double, .money(currency, places: 2))
        case .share: return .number(value.double, .percent(places: 2))
        case .people: return .number(value.double, .number(places: 0))
        default: return .number(value.double, .number(places: 2))
        }
    }

    private var about: PlannedSheet {
        var draft = SheetDraft(text("Original"), widths: [34, 80])
        draft.line([.text(text("Only the original account is signed for."), .title)])
        let account = reading.account
        let unstated = text("not stated")
        let rows: [(Phrase, String)] = [
            ("Read in the words of", reading.scheme.words), ("Provider", account.provider ?? unstated),
            ("For", account.commissioner ?? unstated), ("Period", account.period ?? unstated),
            ("Original account", original), ("Edition", String(account.reference.edition)),
            ("SHA-256 of its figures as data", account.reference.digest),
        ]
        for (name, value) in rows { draft.line([.text(text(name), .label), .text(value)]) }
        draft.skip()
        for figure in account.totals { draft.line([.text(text(figure.name), .label), cell(figure)]) }
        return draft.sheet
    }
}
