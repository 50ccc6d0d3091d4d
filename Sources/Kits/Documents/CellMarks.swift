/// The number formats and formulas of a sheet's cells: a byte for each cell, and none where no cell has any.
struct CellMarks: Sendable {
    private let cellCount: Int
    /// An index into `table`, from 1; 0 is `general`.
    private var codes: [UInt8] = []
    private var table: [NumberFormat] = []
    private var formulas: [Bool] = []

    init(cellCount: Int) { self.cellCount = cellCount }

    func format(_ index: Int) -> NumberFormat {
        guard index < codes.count, codes[index] > 0 else { return .general }
        return table[Int(codes[index]) - 1]
    }

    func hasFormula(_ index: Int) -> Bool { index < formulas.count && formulas[index] }

    /// A table of more formats than a byte can count has no meaning to tell apart: the rest stay `general`.
    mutating func mark(_ index: Int, as format: NumberFormat) {
        guard format != .general, 0..<cellCount ~= index else { return }
        if codes.isEmpty { codes = [UInt8](repeating: 0, count: cellCount) }
        if let known = table.firstIndex(of: format) {
            codes[index] = UInt8(known + 1)
        } else if table.count < 255 {
            table.append(format)
            codes[index] = UInt8(table.count)
        }
    }

    mutating func markFormula(_ index: Int) {
        guard 0..<cellCount ~= index else { return }
        if formulas.isEmpty { formulas = [Bool](repeating: false, count: cellCount) }
        formulas[index] = true
    }

    /// Marks many cells at once; `codes` are indices into `table`, from 0.
    mutating func mark(_ indices: [Int], codes fresh: [UInt8], table: [NumberFormat]) {
        guard !indices.isEmpty, indices.count == fresh.count, table.count <= 255 else { return }
        self.table = table
        codes = [UInt8](repeating: 0, count: cellCount)
        for (index, code) in zip(indices, fresh) where 0..<cellCount ~= index && Int(code) < table.count {
            codes[index] = code + 1
        }
    }
}
