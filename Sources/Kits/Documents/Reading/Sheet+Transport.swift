import CanonicalJSON

extension Sheet {
    /// A sheet as the worker sends it; nil where its header and its parts don't fit together.
    init?(_ header: JSON, _ parts: SheetParts) {
        guard let name = header["name"]?.stringValue, let rows = header["rows"]?.integerValue,
            let columns = header["columns"]?.integerValue, (0...20_000_000).contains(rows),
            (0...20_000).contains(columns), parts.kinds.count == rows * columns,
            parts.numbers.count == parts.kinds.count, parts.formatCells.count == parts.formatCodes.count,
            let strings = parts.strings, areSound(parts.kinds, parts.numbers, texts: strings.count),
            let hiddenRows = placesOf(header["hiddenRows"], below: rows),
            let hiddenColumns = placesOf(header["hiddenColumns"], below: columns)
        else { return nil }
        var marks = CellMarks(cellCount: parts.kinds.count)
        marks.mark(
            parts.formatCells.map(Int.init), codes: parts.formatCodes,
            table: (header["formats"]?.arrayValue ?? []).compactMap(\.stringValue).map(NumberFormat.init(named:)))
        for index in parts.formulaCells { marks.markFormula(Int(index)) }
        self.init(
            name: name, isHidden: header["hidden"] == true, rowCount: rows, columnCount: columns,
            hiddenRows: hiddenRows, hiddenColumns: hiddenColumns, merged: areas(in: header["merged"], of: name),
            kinds: parts.kinds, numbers: parts.numbers, strings: strings, marks: marks)
    }
}

extension NumberFormat {
    /// A format as the worker names it: `percent`, `date`, or a currency.
    fileprivate init(named name: String) {
        switch name {
        case "percent": self = .percent
        case "date": self = .date
        default: self = .currency(name)
        }
    }
}

/// Whether every cell is of a kind that there is, and every text and date can be looked up.
private func areSound(_ kinds: [UInt8], _ numbers: [Double], texts: Int) -> Bool {
    for index in kinds.indices {
        let number = numbers[index]
        switch Sheet.Kind(rawValue: kinds[index]) {
        case .text, .error: guard number >= 0, number < Double(texts) else { return false }
        case .date: guard number >= 10_101, number <= 99_991_231 else { return false }
        case .number: guard number.isFinite else { return false }
        case .empty, .boolean: continue
        case nil: return false
        }
    }
    return true
}

/// Numbers sent as runs: `[[3, 5], [9, 9]]` is 3, 4, 5 and 9.
private func placesOf(_ runs: JSON?, below limit: Int) -> Set<Int>? {
    var numbers: Set<Int> = []
    for run in runs?.arrayValue ?? [] {
        guard let first = run[0]?.integerValue, let last = run[1]?.integerValue, first >= 0, first <= last, last < limit
        else { return nil }
        numbers.formUnion(first...last)
    }
    return numbers
}

private func areas(in list: JSON?, of sheet: String) -> [CellRange] {
    (list?.arrayValue ?? []).compactMap { area in
        guard let top = area[0]?.integerValue, let left = area[1]?.integerValue, let bottom = area[2]?.integerValue,
            let right = area[3]?.integerValue, top >= 0, left >= 0, top <= bottom, left <= right
        else { return nil }
        return CellRange(sheet: sheet, columns: left...right, rows: top...bottom)
    }
}
