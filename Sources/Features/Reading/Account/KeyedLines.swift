import Documents
import Workbooks

/// Values beside or under the names that say what they are, as in `About` and `In our words`.
struct KeyedLines: Sendable {
    struct Line: Sendable {
        let meaning: Meaning
        let key: CellReference
        let value: CellReference
        /// The value where it stands in the cell of its name: `Organisation: Oak House`.
        var text: String?
    }

    let lines: [Line]

    private static let mostRows = 400
    private static let mostColumns = 60

    /// - Parameter allowsLoose: Whether looser names count, which they do where the sheet's name says what it is.
    init(_ cells: Cells, by dictionary: HeaderDictionary, rows: [Int]? = nil, allowsLoose: Bool) {
        let rows = (rows ?? Array(cells.rows.prefix(KeyedLines.mostRows))).prefix(KeyedLines.mostRows)
        var within: [Line] = []
        var keys: [(row: Int, column: Int, meaning: Meaning)] = []
        for row in rows {
            for column in cells.columns.prefix(KeyedLines.mostColumns) {
                guard case .text(let text) = cells.value(row, column), text.utf8.count <= 300 else { continue }
                if let (match, rest) = KeyedLines.within(text, dictionary), match.strength == .exact || allowsLoose {
                    let cell = cells.reference(row, column)
                    within.append(Line(meaning: match.meaning, key: cell, value: cell, text: rest))
                    continue
                }
                guard text.utf8.count <= 80 else { continue }
                let header = HeaderText(text.hasSuffix(":") ? String(text.dropLast()) : text)
                guard let match = dictionary.match(header), match.strength == .exact || allowsLoose else { continue }
                keys.append((row, column, match.meaning))
            }
        }
        let places = Set(keys.map { $0.row * KeyedLines.mostColumns + $0.column })
        func isKey(_ row: Int, _ column: Int) -> Bool { places.contains(row * KeyedLines.mostColumns + column) }
        let beside: [Line] = keys.compactMap { key in
            // Names side by side have their values below; other names have them to the right.
            let inRow = keys.filter { $0.row == key.row }
            let isAcross = inRow.contains { first in inRow.contains { $0.column == first.column + 1 } }
            let isAlone = inRow.count == 1 && keys.filter { $0.column == key.column }.count == 1
            let right = [(key.row, key.column + 1), (key.row, key.column + 2)]
            let below = (1...5).map { (key.row + $0, key.column) }
            let candidates = isAcross ? below : right + (isAlone ? Array(below.prefix(1)) : [])
            guard let value = candidates.first(where: { !cells.isEmpty($0.0, $0.1) && !isKey($0.0, $0.1) }) else {
                return nil
            }
            return Line(
                meaning: key.meaning, key: cells.reference(key.row, key.column),
                value: cells.reference(value.0, value.1))
        }
        lines = beside + within
    }

    /// A name and its value in one text, with a colon or a dash between them.
    private static func within(_ text: String, _ names: HeaderDictionary) -> (HeaderDictionary.Match, String)? {
        for sign in [":", " \u{2013} ", " \u{2014} ", " - ", " = "] {
            guard let range = text.firstRange(of: sign) else { continue }
            let name = CleanText(String(text[..<range.lowerBound])).oneLine ?? ""
            guard name.utf8.count <= 60, let rest = CleanText(String(text[range.upperBound...])).oneLine,
                let match = names.match(HeaderText(name))
            else { continue }
            return (match, rest)
        }
        return nil
    }

    func line(_ meaning: Meaning) -> Line? { lines.first { $0.meaning == meaning } }
}
