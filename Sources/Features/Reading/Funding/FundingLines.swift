import Documents
import FoundationEssentials
import Words
import Workbooks

/// Lines beside, above or below a value map that say what the service cost, such as `Cost of the service | 61,500`.
///
/// One line that says the total counts, or the only line that speaks of money put in. What else stands there may be anything,
/// so that several such lines are a question and no sum.
struct FundingLines {
    private struct Line {
        let row: Int
        let label: Int
        let amount: Int
        let text: String
        let number: Double
    }

    private let lines: [Line]
    /// The lines that count; empty where it is not clear.
    private let counted: [Line]
    /// Whether a line speaks of money put in and it is not clear what counts.
    let isDoubtful: Bool

    private static let mostRows = 60

    init(_ cells: Cells) {
        lines = cells.rows.prefix(FundingLines.mostRows).compactMap { FundingLines.line($0, cells) }
        let totals = lines.filter { FundingLines.namesTotal($0.text) }
        let named = lines.filter { FundingLines.namesMoneyPutIn($0.text) && !FundingLines.namesTotal($0.text) }
        let about = HeaderDictionary.names(of: .about)
        let others = lines.contains { line in
            line.number >= FundingLines.leastMoney && about.match(HeaderText(line.text)) == nil
                && !FundingLines.namesMoneyPutIn(line.text)
        }
        if let total = totals.first {
            counted = Set(totals.map(\.number)).count == 1 ? [total] : []
        } else {
            counted = named.count == 1 && !others ? named : []
        }
        isDoubtful = counted.isEmpty && !(totals + named).isEmpty
    }

    /// The first line that holds money, where it says what that is for.
    var firstWithMoney: (row: Int, column: Int)? {
        lines.first { $0.number >= FundingLines.leastMoney && !FundingLines.namesResult($0.text) }.map {
            ($0.row, $0.label)
        }
    }

    /// Less is a ratio, a rate or a count of something.
    private static let leastMoney = 100.0

    /// The rows with the columns of their names and amounts.
    ///
    /// - Parameter isForced: A person said that these lines are what was put in: all of them but their sums count.
    func table(isForced: Bool = false) -> (rows: [Int], label: Int, amount: Int)? {
        let items = lines.filter { !FundingWords.isSum($0.text) && !FundingLines.namesResult($0.text) }
        let chosen = isForced ? (items.isEmpty ? Array(lines.suffix(1)) : items) : counted
        guard let first = chosen.first, chosen.allSatisfy({ $0.label == first.label && $0.amount == first.amount })
        else { return nil }
        return (chosen.map(\.row), first.label, first.amount)
    }

    /// Whether a row is such a line.
    static func saysCost(_ row: Int, _ cells: Cells) -> Bool {
        line(row, cells).map { namesTotal($0.text) || namesMoneyPutIn($0.text) } ?? false
    }

    /// A row with a name, a number and perhaps a few words on it.
    private static func line(_ row: Int, _ cells: Cells) -> Line? {
        let filled = cells.columns.filter { !cells.isEmpty(row, $0) }
        guard (2...3).contains(filled.count), cells.number(row, filled[0]) == nil,
            let text = cells.text(row, filled[0]), text.utf8.count <= 100, let number = cells.number(row, filled[1]),
            cells.sheet.format(row: row, column: filled[1]) != .percent,
            filled.count == 2 || cells.number(row, filled[2]) == nil
        else { return nil }
        return Line(row: row, label: filled[0], amount: filled[1], text: text, number: number)
    }

    /// `Total cost`, `Total cost of the service`, `Contract value`.
    static func namesTotal(_ text: String) -> Bool {
        guard !isRate(text), !namesResult(text) else { return false }
        if HeaderDictionary.names(of: .about).match(HeaderText(text))?.meaning == .totalInput { return true }
        return TotalRow.mayBeLabel(text) && namesMoneyPutIn(text)
    }

    private static func namesMoneyPutIn(_ text: String) -> Bool {
        let header = HeaderText(text)
        if HeaderDictionary.names(of: .about).match(header)?.meaning == .totalInput { return true }
        let words = Set(header.words)
        return !isRate(text) && !words.isDisjoint(with: moneyPutIn) && !namesResult(text)
    }

    /// What one of something costs: `Cost per visit`, `Cost of a prison place`, `£ / hour`.
    private static func isRate(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && $0 != "/" && $0 != "%" }
        let marks: Set<Substring> = ["per", "each", "/", "%", "one", "unit", "hourly", "weekly", "rate", "y"]
        return words.contains { marks.contains($0) } || words.dropFirst().contains { $0 == "a" || $0 == "an" }
    }

    private static func namesResult(_ text: String) -> Bool {
        !Set(HeaderText(text).words).isDisjoint(with: results)
    }

    private static let moneyPutIn = FundingWords.costs.union(
        Set(
            ["investment", "invested", "funding", "grant", "contract", "input", "inputs", "cyllid"]
                .flatMap { HeaderText($0).words }))
    private static let results = Set(
        [
            "saved", "saving", "savings", "avoided", "prevented", "ratio", "return", "sroi", "present", "net", "impact",
            "outcome", "outcomes", "proxy", "tariff", "price", "scenario", "deadweight", "attribution", "break",
        ].flatMap { HeaderText($0).words })
}
