import Documents
import FoundationEssentials
import Words
import Workbooks

/// What was made of one cell that should hold a number.
enum CellNumber: Sendable, Equatable {
    /// Nothing is there, or a word for "not known".
    case missing
    /// `isPercent` where the cell itself says that the number is a percentage; the number is then a share of 1.
    case number(Decimal, isPercent: Bool)
    /// Something is there that can't be read; the problem was added.
    case refused
}

/// Reads the numbers of one column of a sheet, and adds a problem for each that can't be read.
struct NumberColumn: Sendable {
    let plan: SheetPlan
    let column: PlannedColumn
    let merges: Merges
    /// Whether the column is a score of people, which has its own problem.
    let isScore: Bool
    /// What the column's texts show about the decimal sign, or what a person answered.
    private let styles: Set<WrittenNumber.Style>
    /// The thousands or millions in which the heading says that amounts stand.
    let scale: Decimal
    /// How many of the time that a value stands for make a year, by what a person said.
    let times: Decimal

    /// Numbers beyond this are mistakes, not money.
    static let largest = Decimal(1_000_000_000_000)

    init(_ plan: SheetPlan, _ column: PlannedColumn, merges: Merges, rows: [Int], isScore: Bool = false) {
        self.plan = plan
        self.isScore = isScore
        self.column = column
        self.merges = merges
        scale = NumberColumn.scale(plan, column)
        times = ProxyTime.times(column)
        if column.has(.decimalPoint) {
            styles = [.point]
        } else if column.has(.decimalComma) {
            styles = [.comma]
        } else {
            let own = NumberColumn.styles(plan, [column], rows)
            // A column that shows nothing is written like the rest of its sheet.
            styles = own.isEmpty ? NumberColumn.styles(plan, plan.columns, Array(plan.body.prefix(1000))) : own
        }
    }

    private static let money: Set<Meaning> = [.inputAmount, .proxy, .proxyLow, .proxyHigh]

    private static func scale(_ plan: SheetPlan, _ column: PlannedColumn) -> Decimal {
        let isCount = [Meaning.quantity, .quantityLow, .quantityHigh].contains(column.meaning)
        guard isCount || money.contains(column.meaning) else { return 1 }
        let group = plan.header.group(of: column.column).map { [$0] } ?? []
        let own = HeaderScale.factor(in: [column.header] + plan.header.texts(of: column.column) + group)
        guard own == 1, !isCount else { return own }
        let above = plan.cells.rows.clamped(to: 0..<plan.header.rows.lowerBound)
        for row in above.suffix(20) {
            for column in plan.cells.columns.prefix(20) {
                guard let text = plan.cells.text(row, column) else { continue }
                let factor = HeaderScale.factor(inTitle: text)
                if factor != 1 { return factor }
            }
        }
        return 1
    }

    private static func styles(_ plan: SheetPlan, _ columns: [PlannedColumn], _ rows: [Int]) -> Set<WrittenNumber.Style>
    {
        var found: Set<WrittenNumber.Style> = []
        for column in columns {
            for row in rows where found.count < 2 {
                if case .text(let text) = plan.cells.value(row, column.column), text.utf8.count <= 60,
                    let style = WrittenNumber.style(of: CleanText(text).oneLine ?? "")
                {
                    found.insert(style)
                }
            }
        }
        return found
    }

    func reference(_ row: Int) -> CellReference {
        let (source, sourceColumn) = merges.source(row, column.column)
        return plan.cells.reference(source, sourceColumn)
    }

    /// What stands in the cell, as a person sees it.
    func shown(_ row: Int) -> String {
        let (source, sourceColumn) = merges.source(row, column.column)
        return plan.cells.shown(source, sourceColumn)
    }

    func text(_ row: Int) -> String? {
        let (source, sourceColumn) = merges.source(row, column.column)
        if case .text = plan.cells.value(source, sourceColumn) { return plan.cells.text(source, sourceColumn) }
        return nil
    }

    /// Figures that people also give in words, such as `a third`.
    private static let shares: Set<Meaning> = [
        .deadweight, .deadweightLow, .deadweightHigh, .displacement, .displacementLow, .displacementHigh,
        .attribution, .attributionLow, .attributionHigh, .dropOff, .dropOffLow, .dropOffHigh, .ownShare, .quantityShare,
    ]

    /// Figures that a range may stand for, whose middle is then read and whose ends are kept.
    private static let ranged: Set<Meaning> = [
        .quantity, .proxy, .deadweight, .displacement, .attribution, .ownShare, .dropOff,
    ]

    /// The ends of a range that stands in a cell.
    func range(_ row: Int) -> WrittenRange? {
        guard NumberColumn.ranged.contains(column.meaning), let text = text(row), case .unclear = WrittenNumber(text),
            let range = WrittenRange(text), range.high <= NumberColumn.largest
        else { return nil }
        return range
    }

    func figure(_ row: Int, _ findings: inout Findings) -> CellNumber {
        if let range = range(row) {
            findings.note(
                "Where the column \(column.header) holds a range, we read its middle, and its ends as how far the figure may be off. “\(shown(row))” is an example.",
                once: "range \(plan.name) \(column.column)")
            return sized(range.middle, range.isPercent, reference(row), shown(row), &findings)
        }
        let (row, columnIndex) = merges.source(row, column.column)
        let cell = plan.cells.reference(row, columnIndex)
        switch plan.cells.value(row, columnIndex) {
        case .empty: return .missing
        case .error(let text):
            findings.add(
                .spreadsheetError, at: cell, found: text, expected: "A number.",
                mend: "Mend the formula in this cell, or write the number in its place.")
            return .refused
        case .number(let number):
            guard let decimal = exactDecimal(number), abs(decimal) <= NumberColumn.largest else {
                return tooLarge(cell, String(number), isNumber: number.isFinite, &findings)
            }
            let isPercent = plan.cells.sheet.format(row: row, column: columnIndex) == .percent
            return .number(isPercent ? decimal : decimal * scale * times, isPercent: isPercent)
        case .text(let text):
            return figure(CleanText(text).oneLine ?? "", at: cell, &findings)
        case .boolean, .date:
            return refuse(cell, plan.cells.shown(row, columnIndex), &findings)
        }
    }

    private func figure(_ text: String, at cell: CellReference, _ findings: inout Findings) -> CellNumber {
        switch WrittenNumber(text) {
        case .missing: return .missing
        case .zeroInWords: return .number(0, isPercent: false)
        case .number(let number, let isPercent): return sized(number, isPercent, cell, text, &findings)
        case .either(let point, let comma, let isPercent, let signIsPoint):
            // A comma before three digits groups thousands, unless the column writes its decimals with commas; a point
            // before three digits says nothing by itself.
            if styles == [.point] || (styles.isEmpty && !signIsPoint) {
                return sized(point, isPercent, cell, text, &findings)
            }
            if styles == [.comma], signIsPoint || column.has(.decimalComma) {
                return sized(comma, isPercent, cell, text, &findings)
            }
            findings.add(
                .commaOrPoint, at: cell, found: text,
                expected: "A number that can be read in one way. This is \(point, places: 3) or \(comma, places: 3).",
                mend: "Write the number without the sign between its groups, or say which sign is the decimal one.",
                takes: [plan.take(column.column, "decimalPoint"), plan.take(column.column, "decimalComma")])
            return .refused
        case .unclear:
            guard NumberColumn.shares.contains(column.meaning), let share = WrittenShare.read(text) else {
                return refuse(cell, text, &findings)
            }
            return .number(share, isPercent: true)
        }
    }

    private func sized(
        _ number: Decimal, _ isPercent: Bool, _ cell: CellReference, _ text: String, _ findings: inout Findings
    ) -> CellNumber {
        guard abs(number) <= NumberColumn.largest else { return tooLarge(cell, text, isNumber: true, &findings) }
        // `6k` says its thousands itself.
        let own = isPercent || WrittenNumber.namesScale(text) ? 1 : scale
        return .number(isPercent ? number / 100 : number * own * times, isPercent: isPercent)
    }

    private func refuse(_ cell: CellReference, _ text: String, _ findings: inout Findings) -> CellNumber {
        if isScore {
            findings.add(
                .notAScore, at: cell, found: text, expected: "A number. Every score in this column must be one.",
                mend: "Write the number, or empty the cell where it is not known.")
            return .refused
        }
        findings.add(
            .notANumber, at: cell, found: text, expected: "A number.",
            mend: "Write one number in this cell, with nothing else. Put a range in a low and a high column.")
        return .refused
    }

    private func tooLarge(_ cell: CellReference, _ text: String, isNumber: Bool, _ findings: inout Findings)
        -> CellNumber
    {
        guard isNumber else { return refuse(cell, text, &findings) }
        findings.add(
            .tooLarge, at: cell, found: text, expected: "A number of at most 1,000,000,000,000.",
            mend: "Check the number: it is too large for an account.")
        return .refused
    }
}
