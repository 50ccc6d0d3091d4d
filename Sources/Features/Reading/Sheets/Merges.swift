import Documents

/// Where the value of a merged cell stands: in the first cell of its block.
struct Merges: Sendable {
    private var first: [Int: Int] = [:]
    private let width: Int

    /// Merged blocks above so many cells in all are a matter of looks, not of meaning, and are left as they are.
    private static let mostCells = 200_000

    init(_ sheet: Sheet) {
        width = max(1, sheet.columnCount)
        var left = Merges.mostCells
        for range in sheet.merged {
            let rows = range.rows.clamped(to: 0...max(0, sheet.rowCount - 1))
            let columns = range.columns.clamped(to: 0...max(0, sheet.columnCount - 1))
            left -= rows.count * columns.count
            guard left >= 0, sheet.rowCount > 0, sheet.columnCount > 0 else { break }
            let (top, start) = (rows.lowerBound, columns.lowerBound)
            for row in rows {
                for column in columns where row != top || column != start {
                    first[row * width + column] = top * width + start
                }
            }
        }
    }

    /// For sheets in which merged cells do not matter.
    static let none = Merges()

    private init() { width = 1 }

    /// The cell whose value a cell shows.
    func source(_ row: Int, _ column: Int) -> (row: Int, column: Int) {
        guard let index = first[row * width + column] else { return (row, column) }
        return (index / width, index % width)
    }
}
