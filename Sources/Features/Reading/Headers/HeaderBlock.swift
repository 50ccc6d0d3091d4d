import Documents
import Workbooks

/// The rows that head a table: one, or several where groups stand above the names or questions below them.
struct HeaderBlock: Sendable {
    let rows: ClosedRange<Int>
    /// The row whose texts are shown as the headers.
    let main: Int
    /// The text of each column that has one.
    let headers: [(column: Int, text: String)]
    /// Other texts of a column's own in the block, nearest first.
    private let further: [Int: [String]]
    /// The group that a column stands under, where a row above names groups.
    private let groups: [Int: String]

    init(around main: Int, in cells: Cells, by dictionary: HeaderDictionary) {
        self.main = main
        let above = HeaderBlock.rowsAbove(main, in: cells)
        let below = HeaderBlock.rowsBelow(main, in: cells, by: dictionary)
        rows = (main - above)...(main + below)
        var headers: [(Int, String)] = []
        var further: [Int: [String]] = [:]
        var groups: [Int: String] = [:]
        // A column whose own cell in the main row is empty stands under the text to its left, as if that were merged over it.
        let wide = below > 0 ? HeaderBlock.spread(main, in: cells) : [:]
        let spread = (0..<above).map { HeaderBlock.spread(main - 1 - $0, in: cells) }
        for column in cells.columns {
            let own = ([main] + Array(main..<(main + below)).map { $0 + 1 } + (0..<above).map { main - 1 - $0 })
                .compactMap { cells.text($0, column) }
            if let first = own.first {
                headers.append((column, first))
                further[column] = Array(own.dropFirst())
            }
            let isUnder = cells.text(main, column) == nil && cells.text(main + 1, column) != nil
            groups[column] = (isUnder ? wide[column] : nil) ?? spread.compactMap { $0[column] }.first
        }
        self.headers = headers
        self.further = further
        self.groups = groups
    }

    func texts(of column: Int) -> [String] { further[column] ?? [] }

    func group(of column: Int) -> String? { groups[column] }

    func reference(of column: Int, in cells: Cells) -> CellReference {
        let row = ([main] + Array(rows)).first { cells.text($0, column) != nil } ?? main
        return cells.reference(row, column)
    }

    /// Up to two rows right above that name groups: no numbers, at least two texts or one over merged cells.
    private static func rowsAbove(_ main: Int, in cells: Cells) -> Int {
        var count = 0
        while count < 2, main - count > cells.rows.lowerBound {
            let row = main - 1 - count
            let texts = cells.columns.filter { cells.text(row, $0) != nil }
            let isMerged = cells.sheet.merged.contains {
                $0.rows.contains(row) && $0.columns.count > 1 && $0.columns.count < cells.columns.count
            }
            guard texts.count >= 2 || (texts.count == 1 && isMerged), !holdsNumbers(row, in: cells) else { break }
            count += 1
        }
        return count
    }

    /// Rows right below that name columns too, ask the questions that the columns answer, or give their units.
    private static func rowsBelow(_ main: Int, in cells: Cells, by dictionary: HeaderDictionary) -> Int {
        var count = 0
        while count < 3, main + count + 1 < cells.rows.upperBound {
            let row = main + 1 + count
            guard !holdsNumbers(row, in: cells) else { break }
            let own = cells.columns.compactMap { cells.text(row, $0) }
            if UnitLine.isMade(of: own) {
                count += 1
                continue
            }
            let texts = own.map { HeaderText($0) }
            let named = texts.filter { dictionary.match($0)?.strength == .exact }.count
            let guessed = texts.filter { $0.words.count >= 3 && dictionary.guess($0) != nil }.count
            guard
                named >= 3 || isDetail(texts, of: main, row, in: cells) || standsUnderGroups(main, row, in: cells)
                    || (named + guessed >= 4 && (named + guessed) * 2 >= texts.count)
            else { break }
            count += 1
        }
        return count
    }

    /// Whether a row only says which side of the heading above each column holds: `Description`, `Value £`, `%`.
    private static func isDetail(_ texts: [HeaderText], of main: Int, _ row: Int, in cells: Cells) -> Bool {
        guard texts.count >= 2, texts.allSatisfy({ details.contains($0.key) || $0.fullKey.isEmpty || $0.bound != nil })
        else { return false }
        return cells.columns.contains { cells.text(main, $0) == nil && cells.text(row, $0) != nil }
    }

    /// Whether a row names columns under groups: `Confidence | Sleep | Confidence | Sleep` under `Baseline` and `Follow-up`, each
    /// merged over two. All its texts stand over numbers, and some under a merged group.
    private static func standsUnderGroups(_ main: Int, _ row: Int, in cells: Cells) -> Bool {
        let texts = cells.columns.filter { cells.text(row, $0) != nil }
        let isUnderMerged = cells.sheet.merged.contains { range in
            range.rows.contains(main) && range.columns.count > 1 && range.columns.count < cells.columns.count
                && range.columns.count { cells.text(row, $0) != nil } > 1
        }
        guard texts.count > 1, row == main + 1, isUnderMerged else { return false }
        let below = row + 1..<cells.rows.upperBound
        return texts.allSatisfy { ColumnShape(cells, $0, rows: below).isNumeric }
    }

    private static let details: Set<String> = Set(
        [
            "Description", "Detail", "Value", "Amount", "Source", "Name", "Unit", "What", "How much", "Quantity",
            "Type",
            "Number", "Who", "Year", "Central", "Base", "Best estimate", "Mid", "Middle", "Likely", "Most likely",
            "Expected", "Cost", "Worth", "Summary", "Evidence", "Rationale", "Notes",
        ].map { HeaderText($0).key })

    private static func holdsNumbers(_ row: Int, in cells: Cells) -> Bool {
        cells.columns.contains { column in
            switch cells.value(row, column) {
            case .number, .date, .boolean, .error: true
            case .text(let text):
                switch WrittenNumber(CleanText(text).oneLine ?? "") {
                case .number, .either: true
                default: false
                }
            case .empty: false
            }
        }
    }

    /// The texts of a row of groups, each carried over its merged cells, or on to the next text where none is merged.
    private static func spread(_ row: Int, in cells: Cells) -> [Int: String] {
        var groups: [Int: String] = [:]
        let merged = cells.sheet.merged.filter { $0.rows.contains(row) && $0.columns.count > 1 }
        if merged.isEmpty {
            var current: String?
            for column in cells.columns {
                current = cells.text(row, column) ?? current
                groups[column] = current
            }
            return groups
        }
        for column in cells.columns { groups[column] = cells.text(row, column) }
        for range in merged {
            let text = cells.text(range.rows.lowerBound, range.columns.lowerBound)
            for column in range.columns where cells.columns.contains(column) { groups[column] = text }
        }
        return groups
    }
}
