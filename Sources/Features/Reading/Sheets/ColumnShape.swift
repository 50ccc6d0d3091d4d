import Documents

/// What a column holds, from a look at its first filled cells.
struct ColumnShape: Sendable {
    private(set) var filled = 0
    private(set) var numbers = 0
    private(set) var dates = 0
    private(set) var texts = 0

    private static let mostLookedAt = 60

    init(_ cells: Cells, _ column: Int, rows: Range<Int>) {
        for row in rows where filled < ColumnShape.mostLookedAt {
            switch cells.value(row, column) {
            case .empty: continue
            case .number: numbers += 1
            case .date: dates += 1
            case .boolean, .error: texts += 1
            case .text(let text):
                let line = CleanText(text).oneLine ?? ""
                switch WrittenNumber(line) {
                case .missing: continue
                case .number, .either, .zeroInWords: numbers += 1
                case .unclear where NumberWords.notMeasured.contains(line.lowercased()): continue
                case .unclear:
                    if WrittenDate(line).isDate { dates += 1 } else { texts += 1 }
                }
            }
            filled += 1
        }
    }

    var isDates: Bool { dates * 2 > filled }
    var isNumeric: Bool { filled > 0 && numbers * 2 > filled }
    var isWords: Bool { filled > 0 && texts * 2 > filled }
}
