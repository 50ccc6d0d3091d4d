import Documents
import Workbooks

/// Finds the row that heads a table of people, and how much speaks for a sheet being one.
struct ParticipantHeader: Sendable {
    let row: Int
    let score: Int

    /// With less than this, a sheet is something else unless a person says otherwise.
    static let enough = 4

    static func find(in cells: Cells, by dictionary: HeaderDictionary) -> ParticipantHeader? {
        var best: ParticipantHeader?
        var looked = 0
        for row in cells.rows.prefix(HeaderRow.lowestRow) where looked < HeaderRow.mostTexts {
            looked += cells.columns.count
            if let best, best.score >= enough, row > best.row + 5 { break }
            guard let score = score(row, in: cells, by: dictionary) else { continue }
            // Right above the header may stand a row of groups, such as before and after, which names fewer columns.
            let isGrouped = best.map { $0.row == row - 1 && filled(row, cells) > filled($0.row, cells) } ?? false
            if score > (best?.score ?? 0) || (isGrouped && score == best?.score) {
                best = ParticipantHeader(row: row, score: score)
            }
        }
        return best
    }

    private static func filled(_ row: Int, _ cells: Cells) -> Int { cells.columns.count { !cells.isEmpty(row, $0) } }

    /// Nil where a row can't be a header: fewer than two texts, or numbers that are no years.
    private static func score(_ row: Int, in cells: Cells, by dictionary: HeaderDictionary) -> Int? {
        var texts: [(column: Int, text: String)] = []
        for column in cells.columns {
            switch cells.value(row, column) {
            case .empty: continue
            case .text(let text):
                guard let clean = CleanText(text).oneLine else { continue }
                if let year = Int(clean), (1900...2100).contains(year) { continue }
                guard case .unclear = WrittenNumber(clean) else { return nil }
                texts.append((column, clean))
            case .number(let number) where (1900...2100).contains(number): continue
            default: return nil
            }
        }
        guard texts.count >= 2, hasRows(below: row, filling: texts.map(\.column), in: cells) else { return nil }
        var score = 1
        var stems: [String: Int] = [:]
        for (_, text) in texts {
            let header = HeaderText(text)
            switch dictionary.match(header) {
            case let match? where match.strength == .exact:
                switch match.meaning {
                case .person, .comparisonGroup: score += 3
                case .date, .timePoint, .calculated: score += 2
                default: score += 1
                }
            case .some: score += 1
            case nil:
                if PersonalHeader.kind(header) != nil || Characteristics.isNamed(header) { score += 1 }
            }
            if let timed = TimedHeader(text) { stems[timed.key, default: 0] += 1 }
        }
        return score + 3 * stems.values.filter { $0 > 1 }.count
    }

    /// The next filled row fills at least half of the columns that the header names, and does not only hold words of headers.
    private static func hasRows(below row: Int, filling columns: [Int], in cells: Cells) -> Bool {
        var next = row + 1
        while next < min(cells.rows.upperBound, row + 4), cells.isBlank(next) { next += 1 }
        guard next < cells.rows.upperBound else { return false }
        return columns.filter { !cells.isEmpty(next, $0) }.count * 2 >= columns.count
    }
}
