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

    /// One of the rows right below fills at least half of the columns that hold anything, and does not only hold words of headers.
    ///
    /// Columns that tell who people are don't count: they are emptied in the copy that is kept, which must be read alike. Nor
    /// does one row decide, because the first person may not have been asked again.
    private static func hasRows(below row: Int, filling columns: [Int], in cells: Cells) -> Bool {
        var next = row + 1
        while next < min(cells.rows.upperBound, row + 4), cells.isBlank(next) { next += 1 }
        guard next < cells.rows.upperBound else { return false }
        let near = next..<min(cells.rows.upperBound, next + rowsLookedAt)
        let telling = columns.filter { column in
            guard let text = cells.text(row, column), PersonalHeader.kind(HeaderText(text)) == nil else { return false }
            return near.contains { !cells.isEmpty($0, column) }
        }
        guard !telling.isEmpty else { return columns.contains { !cells.isEmpty(next, $0) } }
        return near.contains { below in telling.count { !cells.isEmpty(below, $0) } * 2 >= telling.count }
    }

    private static let rowsLookedAt = 12
}
