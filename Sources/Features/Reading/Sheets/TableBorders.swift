import Documents
import Workbooks

/// Finds where another table begins on the sheet of a table that is known: above its header, under its rows, or to its right.
struct TableBorders {
    private let plan: SheetPlan
    private let kind: TakenSheet.Kind
    private var cells: Cells { plan.cells }

    init(_ plan: SheetPlan, of kind: TakenSheet.Kind) {
        self.plan = plan
        self.kind = kind
    }

    /// The row after a gap from which on columns are named again, others than those above; titles of theirs come first.
    func below() -> Int? {
        var isGap = false
        var start: Int?
        for row in plan.body {
            if cells.isBlank(row) {
                isGap = true
                continue
            }
            if isGap { start = row }
            isGap = false
            guard let first = start else { continue }
            if headsAnother(row) || headsAnotherEdition(row, from: first) || beginsLines(row)
                || headsFunding(row, from: first)
            {
                return first
            }
            if !isTitle(row) { start = nil }
        }
        return costLines()
    }

    /// Whether the same headings come again under a title that names another time or edition: `2023-24`, `Best case`.
    private func headsAnotherEdition(_ row: Int, from first: Int) -> Bool {
        kind == .valueMap && first < row && plan.repeatsHeader(row)
            && (first..<row).contains { title in
                cells.columns.lazy.compactMap { cells.text(title, $0) }.first.map { SheetName($0).namesEdition }
                    ?? false
            }
    }

    /// Where lines that say what was put in follow right under the rows, such as `Total cost | 61,500`. In a map with a column
    /// for that, they sum it up.
    private func costLines() -> Int? {
        guard kind == .valueMap, plan.column(.outcome) != nil, plan.column(.inputAmount) == nil else { return nil }
        var first: Int?
        for row in plan.body.reversed() where !cells.isBlank(row) {
            guard FundingLines.saysCost(row, cells) else { break }
            first = row
        }
        return first
    }

    /// Whether a row and all that follow name figures line by line, such as `Base case | 1.8`, where this table has words.
    private func beginsLines(_ row: Int) -> Bool {
        guard kind == .valueMap, isLine(row) else { return false }
        let figures = plan.columns.filter { isFigure(named($0)) }.map(\.column)
        return figures.count > 1
            && (row..<plan.body.upperBound).allSatisfy { later in figures.allSatisfy { cells.isEmpty(later, $0) } }
    }

    /// Whether a row heads a list of what was put in, such as `Item | £ | Date paid`, after titles of its own.
    private func headsFunding(_ row: Int, from first: Int) -> Bool {
        guard kind == .valueMap, plan.columns.contains(where: { named($0) == .outcome }), !plan.repeatsHeader(row)
        else { return false }
        let block = cells.block(rows: first..<cells.rows.upperBound, isAnother: true)
        guard let table = FundingTable(block, headedBy: row) else { return false }
        // Inputs of the map itself may stand under a heading of their own.
        return table.plan.header.headers.count > 1 || table.plan.index(.inputAmount) != plan.index(.inputAmount)
    }

    /// What a heading alone says of its column: what stands below may be of another table.
    private func named(_ column: PlannedColumn) -> Meaning {
        guard column.basis != .chosen,
            let match = HeaderDictionary.names(of: .valueMap).match(HeaderText(column.header)), match.strength == .exact
        else { return column.meaning }
        return match.meaning
    }

    private func isLine(_ row: Int) -> Bool {
        let filled = cells.columns.filter { !cells.isEmpty(row, $0) }
        guard (2...3).contains(filled.count), let label = filled.first, cells.number(row, label) == nil else {
            return false
        }
        return filled.dropFirst().allSatisfy { column in
            guard holdsNumber(row, column) else { return false }
            let meaning = plan.columns.first { $0.column == column }.map(named) ?? .notUsed
            return !isFigure(meaning) && meaning != .calculated
        }
    }

    private func holdsNumber(_ row: Int, _ column: Int) -> Bool {
        if cells.number(row, column) != nil { return true }
        guard let text = cells.text(row, column), case .number = WrittenNumber(text) else { return false }
        return true
    }

    private func isTitle(_ row: Int) -> Bool { cells.columns.count { !cells.isEmpty(row, $0) } == 1 }

    /// Whether a row holds headings and nothing else, words where figures belong among them, that the dictionaries know.
    private func headsAnother(_ row: Int) -> Bool {
        guard !plan.repeatsHeader(row), let words = TableBorders.words(row, cells), words.count > 1 else {
            return false
        }
        let headers = words.map { HeaderText($0.text) }
        let standsUnderFigures = plan.columns.contains { column in
            isFigure(column.meaning) && words.contains { $0.column == column.column }
        }
        guard standsUnderFigures else { return false }
        let people = HeaderDictionary.names(of: .participants)
        let namesPeople = zip(words, headers).count { word, header in
            people.match(header) != nil || TimedHeader(word.text) != nil || Characteristics.isNamed(header)
        }
        let map = HeaderDictionary.names(of: .valueMap)
        if namesPeople > 2 || headers.count(where: { map.match($0)?.strength == .exact }) > 1 { return true }
        // A row about a person has a figure, or words of a scale, where scores belong.
        return kind == .participants && plan.columns.contains { $0.meaning != .characteristic && isFigure($0.meaning) }
            && words.allSatisfy { word in
                plan.columns.first { $0.column == word.column }.map { !isFigure($0.meaning) || !isScore(word.text, $0) }
                    ?? true
            }
    }

    private func isFigure(_ meaning: Meaning) -> Bool {
        meaning.isFigure || meaning == .before || meaning == .after || meaning == .score
    }

    private func isScore(_ text: String, _ column: PlannedColumn) -> Bool {
        if case .unclear = WrittenNumber(text) {} else { return true }
        return ScoreText(cells, columns: [column.column], rows: plan.body).score(text) != nil
    }

    /// The texts of a row; nil where anything else stands in it.
    private static func words(_ row: Int, _ cells: Cells) -> [(column: Int, text: String)]? {
        var words: [(Int, String)] = []
        for column in cells.columns {
            switch cells.value(row, column) {
            case .empty: continue
            case .text(let text):
                if let clean = CleanText(text).oneLine { words.append((column, clean)) }
            default: return nil
            }
        }
        return words
    }

    /// The first column after an empty one whose cells are a table of their own, beside the table that is known.
    func right() -> Int? {
        for gap in cells.columns.dropFirst(2).dropLast() where isEmpty(gap) && !isEmpty(gap + 1) {
            if standsApart(cells.block(columns: gap + 1..<cells.columns.upperBound)) { return gap + 1 }
        }
        return nil
    }

    private func isEmpty(_ column: Int) -> Bool { !cells.rows.contains { !cells.isEmpty($0, column) } }

    /// Whether what stands to the right has a header in another row, or names again what the table names already.
    private func standsApart(_ beside: Cells) -> Bool {
        let left = plan.columns.filter { $0.column < beside.columns.lowerBound }
        guard kind == .valueMap else {
            // A summary or a key beside rows about people stands at their top. A score that few have is spread over all of them.
            let people = HeaderDictionary.names(of: .participants)
            let isOfTheTable = beside.columns.contains { column in
                cells.text(plan.header.main, column).map {
                    TimedHeader($0) != nil || people.match(HeaderText($0)) != nil
                        || Characteristics.isNamed(HeaderText($0))
                } ?? false
            }
            if isOfTheTable { return false }
            let rows = plan.body.filter { row in left.contains { !cells.isEmpty(row, $0.column) } }
            guard rows.count > 3, let last = rows.last else { return false }
            let half = plan.body.lowerBound + (last - plan.body.lowerBound) / 2
            return !beside.columns.contains { column in (half...last).contains { !cells.isEmpty($0, column) } }
        }
        let core: Set<Meaning> = [.outcome, .quantity, .proxy]
        guard core.isSubset(of: left.map(\.meaning)) || left.contains(where: { $0.meaning == .inputAmount }) else {
            return false
        }
        let names = HeaderDictionary.names(of: .valueMap)
        guard let header = HeaderRow.find(in: beside, by: names) else {
            return beside.columns.allSatisfy { cells.text(plan.header.main, $0) == nil }
        }
        guard plan.header.rows.contains(header.row) else { return header.score >= 2 }
        return !header.meanings.intersection([.stakeholder, .outcome]).isDisjoint(with: left.map(\.meaning))
    }

    /// The rows above the header where a table of its own may stand, with a gap before this one.
    func above() -> Range<Int>? {
        let rows = cells.rows.lowerBound..<plan.header.rows.lowerBound
        guard kind == .valueMap, rows.count > 3,
            let header = HeaderRow.find(in: cells.block(rows: rows), by: HeaderDictionary.names(of: .valueMap)),
            header.row + 1 < rows.upperBound, !cells.isBlank(header.row + 1),
            (header.row + 2..<rows.upperBound).contains(where: cells.isBlank)
        else { return nil }
        return rows
    }
}
