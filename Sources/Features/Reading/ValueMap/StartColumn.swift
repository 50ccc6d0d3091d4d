import Documents
import FoundationEssentials
import Valuation
import Words
import Workbooks

/// Reads when outcomes start: 1 or `during` in the year of the activity, 2 or `after` in the year after it.
struct StartColumn {
    let figures: NumberColumn
    /// Whether the column counts from 0, which it does where a 0 stands in it and no 2.
    private let countsFromZero: Bool

    init?(_ reader: ValueMapReader) {
        guard let figures = reader.figures(.start, reader.outcomeRows) else { return nil }
        self.figures = figures
        var ignored = Findings()
        let numbers = Set(
            reader.outcomeRows.compactMap { row -> Decimal? in
                if case .number(let number, _) = figures.figure(row, &ignored) { number } else { nil }
            })
        countsFromZero = numbers.contains(0) && !numbers.contains(2)
    }

    func start(_ row: Int, _ findings: inout Findings) -> Sourced<Outcome.Start> {
        if let text = figures.text(row), let start = StartColumn.words[HeaderText(text).key] {
            return Sourced(start, from: .cell(figures.reference(row)))
        }
        var own = Findings()
        switch figures.figure(row, &own) {
        case .missing: return Sourced(.after, from: .assumed)
        case .number(let number, isPercent: false):
            let first: Decimal = countsFromZero ? 0 : 1
            if number == first { return Sourced(.during, from: .cell(figures.reference(row))) }
            if number == first + 1 { return Sourced(.after, from: .cell(figures.reference(row))) }
        case .number, .refused: break
        }
        findings.add(
            .start, at: figures.reference(row), found: figures.shown(row),
            expected: "1 or during for the year of the activity, 2 or after for the year after it.",
            mend: "Write 1 where the change begins during the activity, and 2 where it begins after.")
        return Sourced(.after, from: .assumed)
    }

    private static let words: [String: Outcome.Start] = Dictionary(
        [
            "during", "in the activity", "during the activity", "during activity", "in year", "same year",
            "immediately",
            "straight away", "at once", "now", "period of activity", "in period", "yn ystod", "during project",
            "during the project", "during the programme",
        ].map { (HeaderText($0).key, Outcome.Start.during) }
            + [
                "after", "after the activity", "after activity", "year after", "the year after", "next year",
                "afterwards",
                "following year", "period after", "period after activity", "wedyn", "ar ol", "after the programme",
                "after the project",
            ].map { (HeaderText($0).key, Outcome.Start.after) },
        uniquingKeysWith: { first, _ in first })
}
