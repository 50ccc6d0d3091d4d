import Documents
import Workbooks

/// The row of a sheet whose cells name the columns, with what the table of meanings says of each.
struct HeaderRow: Sendable {
    let row: Int
    let matches: [Int: HeaderDictionary.Match]
    /// How much speaks for this row: two for each meaning named exactly, one for a looser name.
    let score: Int

    var meanings: Set<Meaning> { Set(matches.values.map(\.meaning)) }

    /// Titles and notes stand above a header, but not more of them than this.
    static let lowestRow = 200
    /// Nor are more cells than this looked at, so that wide sheets take no longer than others.
    static let mostTexts = 20_000

    /// The row that names most meanings; the first of several.
    static func find(in cells: Cells, by dictionary: HeaderDictionary) -> HeaderRow? {
        var best: HeaderRow?
        var looked = 0
        for row in cells.rows.prefix(lowestRow) where looked < mostTexts {
            looked += cells.columns.count
            if let best, best.score >= 8, row > best.row + 12 { break }
            guard let found = HeaderRow(row, in: cells, by: dictionary) else { continue }
            if found.score > (best?.score ?? 0) { best = found }
        }
        return best
    }

    init?(_ row: Int, in cells: Cells, by dictionary: HeaderDictionary) {
        var matches: [Int: HeaderDictionary.Match] = [:]
        var meanings: [Meaning: Int] = [:]
        for column in cells.columns {
            guard case .text(let text) = cells.value(row, column), text.utf8.count <= 300 else { continue }
            guard let match = dictionary.match(HeaderText(text)) else { continue }
            matches[column] = match
            let worth = match.meaning == .notUsed || match.meaning == .calculated ? 0 : match.strength == .exact ? 2 : 1
            meanings[match.meaning] = max(meanings[match.meaning, default: 0], worth)
        }
        guard !matches.isEmpty else { return nil }
        self.row = row
        self.matches = matches
        score = meanings.values.reduce(0, +)
    }
}
