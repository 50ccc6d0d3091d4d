import Documents
import FoundationEssentials
import Words
import Workbooks

/// Values that a heading gives for a month or a week, where a value map needs those of a year: `Unit cost per month`.
enum ProxyTime {
    /// The time that a heading names; nil for a year and for headings that name none.
    static func unit(_ header: String) -> Refinement? {
        let plain = " " + header.lowercased().map { $0.isLetter || $0 == "/" ? String($0) : " " }.joined() + " "
        let spaced = plain.split(separator: " ").joined(separator: " ")
        return units.first { unit in unit.names.contains { " \(spaced) ".contains($0) } }?.refinement
    }

    /// Whether a heading that no table knows names a value for a time.
    static func namesValue(_ header: String) -> Bool {
        unit(header) != nil && !Set(HeaderText(header).words).isDisjoint(with: money)
    }

    /// How many of the time make a year.
    static func times(_ column: PlannedColumn) -> Decimal {
        if column.has(.perMonth) { return 12 }
        if column.has(.perWeek) { return 52 }
        return column.has(.perQuarter) ? 4 : 1
    }

    /// A column beside the value that says for which time it is: `Per | week`, `Frequency | Monthly`.
    private static func said(_ plan: SheetPlan, _ rows: [Int]) -> (unit: Refinement, column: PlannedColumn)? {
        for column in plan.columns where [.notUsed, .unit].contains(column.meaning) && column.basis != .chosen {
            let header = HeaderText(column.header)
            guard
                column.meaning == .unit || column.header.lowercased() == "per"
                    || !Set(header.words).isDisjoint(with: asking)
            else { continue }
            for row in rows {
                guard let text = plan.cells.text(row, column.column), text.utf8.count <= 40 else { continue }
                if let unit = unit(text) ?? bare[text.lowercased()] { return (unit, column) }
            }
        }
        return nil
    }

    /// What a heading of such a column speaks of.
    private static let asking = stems(["per", "period", "frequency", "unit", "basis", "time", "timeframe", "interval"])
    private static let bare: [String: Refinement] = ["month": .perMonth, "week": .perWeek, "quarter": .perQuarter]

    static func ask(_ plan: SheetPlan, rows: [Int], _ findings: inout Findings) {
        let answers: [Refinement] = [.perYear, .perQuarter, .perMonth, .perWeek]
        // Of weeks or months that are counted themselves, a value for each is what is needed.
        let counted = [Meaning.quantity, .unit].compactMap { plan.column($0)?.header }.map { HeaderText($0).words }
        guard !counted.contains(where: { !Set($0).isDisjoint(with: times) }) else { return }
        let said = said(plan, rows)
        for column in plan.columns where [.proxy, .proxyLow, .proxyHigh].contains(column.meaning) {
            if let said, !answers.contains(where: column.has) {
                findings.add(
                    .notForAYear, at: plan.header.reference(of: said.column.column, in: plan.cells),
                    found: said.column.header,
                    expected: "What one change is worth in a year. This column speaks of a shorter time.",
                    mend: "Write the values for a year, or say how they are to be read.",
                    takes: [
                        plan.take(column.column, said.unit.code), plan.take(column.column, Refinement.perYear.code),
                    ])
                continue
            }
            let texts = [column.header] + plan.header.texts(of: column.column)
            guard let unit = texts.lazy.compactMap(unit).first, !answers.contains(where: column.has) else { continue }
            findings.add(
                .notForAYear, at: plan.header.reference(of: column.column, in: plan.cells), found: column.header,
                expected: "What one change is worth in a year. This heading speaks of a shorter time.",
                mend: "Write the values for a year, or say how they are to be read.",
                takes: [plan.take(column.column, unit.code), plan.take(column.column, Refinement.perYear.code)])
        }
    }

    private static let units: [(refinement: Refinement, names: [String])] = [
        (
            .perMonth,
            [" per month ", " a month ", " /month ", "/month ", " monthly ", " each month ", " pcm ", " y mis "]
        ),
        (.perWeek, [" per week ", " a week ", " /week ", "/week ", " weekly ", " each week ", " pw ", " yr wythnos "]),
        (.perQuarter, [" per quarter ", " a quarter ", "/quarter ", " quarterly ", " each quarter "]),
    ]
    private static let money = stems([
        "value", "cost", "price", "worth", "amount", "saving", "savings", "rate", "fee", "benefit", "wage", "gwerth",
    ])
    private static let times = stems(["month", "months", "week", "weeks", "quarter", "quarters"])

    private static func stems(_ words: [String]) -> Set<String> { Set(words.flatMap { HeaderText($0).words }) }
}
