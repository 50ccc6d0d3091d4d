import Documents
import FoundationEssentials
import Words
import Workbooks

/// Reads how long outcomes last, in whole years.
///
/// Months are a question until a person answers it: `months` takes whole years only, `monthsUp` and `monthsDown` round.
struct DurationColumn {
    let reader: ValueMapReader
    let figures: NumberColumn
    private let meaning: Meaning
    /// Whether the question of months was put for the whole column.
    private let isAsked: Bool
    /// Whether the heading speaks of weeks or days, of which no whole years can be told.
    private let isInWeeks: Bool

    init?(_ reader: ValueMapReader, findings: inout Findings) {
        let found = [Meaning.duration, .durationMonths, .durationMonthsUp, .durationMonthsDown].lazy
            .compactMap { reader.figures($0, reader.outcomeRows) }.first
        guard let figures = found else { return nil }
        self.reader = reader
        self.figures = figures
        meaning = figures.column.meaning
        isInWeeks = meaning == .duration && DurationColumn.namesWeeks(reader, figures)
        isAsked = meaning == .duration && !isInWeeks && DurationColumn.mayBeMonths(reader, figures)
        if isInWeeks {
            findings.add(
                .duration, at: reader.plan.header.reference(of: figures.column.column, in: reader.cells),
                found: figures.column.header, expected: "Whole years. This heading speaks of weeks or days.",
                mend: "Write the durations in years, or say that they are years.",
                takes: [reader.plan.take(figures.column.column, Refinement.years.code)])
        }
        if isAsked {
            ask(
                at: reader.plan.header.reference(of: figures.column.column, in: reader.cells), figures.column.header,
                &findings)
        }
    }

    private static func namesWeeks(_ reader: ValueMapReader, _ figures: NumberColumn) -> Bool {
        guard !figures.column.has(.years), figures.column.basis != .chosen, figures.column.basis != .remembered else {
            return false
        }
        let texts = [figures.column.header] + reader.plan.header.texts(of: figures.column.column)
        return texts.contains { !Set(HeaderText($0).words).isDisjoint(with: shorter) && !HeaderText($0).namesYears }
    }

    private static let shorter = Set(["weeks", "week", "wks", "days", "day", "hours"].flatMap { HeaderText($0).words })

    /// The header says months, or every number would be whole or half years of months and too long for years.
    private static func mayBeMonths(_ reader: ValueMapReader, _ figures: NumberColumn) -> Bool {
        guard !figures.column.has(.years), figures.column.basis != .chosen, figures.column.basis != .remembered else {
            return false
        }
        let texts = [figures.column.header] + reader.plan.header.texts(of: figures.column.column)
        for header in texts.map({ HeaderText($0) }) {
            if header.namesMonths { return true }
            if header.namesYears { return false }
        }
        var ignored = Findings()
        let numbers = reader.outcomeRows.compactMap { row -> Decimal? in
            guard figures.text(row) == nil, case .number(let number, _) = figures.figure(row, &ignored) else {
                return nil
            }
            return number
        }
        return !numbers.isEmpty && numbers.allSatisfy { $0 >= 6 && (wholeNumber($0).map { $0 % 6 == 0 } ?? false) }
    }

    private func ask(at cell: CellReference, _ found: String, offersYears: Bool = true, _ findings: inout Findings) {
        let column = figures.column.column
        let answers: [Refinement] = [.months, .monthsUp, .monthsDown] + (offersYears ? [.years] : [])
        findings.add(
            .durationInMonths, at: cell, found: found,
            expected: "Whole years. Durations in months can be taken in more than one way.",
            mend: "Write the duration in years, or say how the months are to be taken.",
            takes: answers.map { reader.plan.take(column, $0.code) })
    }

    func years(_ row: Int, _ findings: inout Findings) -> Sourced<Int> {
        let assumed = Sourced(1, from: .assumed)
        if isAsked || isInWeeks { return assumed }
        if let text = figures.text(row), let months = DurationColumn.months(in: text) {
            if meaning == .duration, !figures.column.has(.years) {
                ask(at: figures.reference(row), text, offersYears: false, &findings)
                return assumed
            }
            return inYears(months, row, &findings) ?? assumed
        }
        // A cell that names its own unit keeps it, whatever the others are in.
        let namesYears = figures.text(row).map { HeaderText($0).namesYears } ?? false
        switch figures.figure(row, &findings) {
        case .missing, .refused: return assumed
        case .number(let number, _):
            guard let whole = wholeNumber(number) else { return refuse(row, &findings) ?? assumed }
            if meaning == .duration || namesYears { return checked(whole, row, &findings) ?? assumed }
            return inYears(whole, row, &findings) ?? assumed
        }
    }

    private func inYears(_ months: Int, _ row: Int, _ findings: inout Findings) -> Sourced<Int>? {
        switch meaning {
        case .durationMonthsUp: return checked((max(months, 0) + 11) / 12, row, &findings)
        case .durationMonthsDown: return checked(months / 12, row, &findings)
        default:
            guard months % 12 == 0 else {
                ask(at: figures.reference(row), figures.shown(row), offersYears: false, &findings)
                return nil
            }
            return checked(months / 12, row, &findings)
        }
    }

    private func checked(_ years: Int, _ row: Int, _ findings: inout Findings) -> Sourced<Int>? {
        (1...100).contains(years) ? Sourced(years, from: .cell(figures.reference(row))) : refuse(row, &findings)
    }

    private func refuse(_ row: Int, _ findings: inout Findings) -> Sourced<Int>? {
        findings.add(
            .duration, at: figures.reference(row), found: figures.shown(row),
            expected: "A whole number of years from 1 to 100.", mend: "Write the whole years that the change lasts.")
        return nil
    }

    /// `18 months` is 18; nil for texts that do not name months.
    private static func months(in text: String) -> Int? {
        let words = HeaderText(text)
        guard words.namesMonths, !words.namesYears else { return nil }
        let digits = text.unicodeScalars.prefix { isDigit($0) }
        guard digits.count <= 4 else { return nil }
        return Int(String(digits))
    }
}
