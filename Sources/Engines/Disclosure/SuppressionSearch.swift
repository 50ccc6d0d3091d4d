/// The greedy search for a small set of counts to hide.
struct SuppressionSearch {
    private let tables: CountTables
    private let threshold: Int
    private let known: Set<Int>
    private let spared: Set<Int>
    private(set) var hidden: Set<Int>
    /// Hidden counts whose label "fewer than 5" would give them away, with everything else hidden that could be.
    private(set) var unlabelled: Set<Int> = []
    /// The sums that each cell stands in.
    private let sumsOfCell: [[Int]]

    init(_ tables: CountTables, threshold: Int, known: Set<Int>, spared: Set<Int>) {
        self.tables = tables
        self.known = known
        self.spared = spared
        self.threshold = max(1, threshold)
        hidden = Set(tables.counts.indices.filter { 1..<max(1, threshold) ~= tables.counts[$0] }).subtracting(known)
        var sumsOfCell = [[Int]](repeating: [], count: tables.counts.count)
        for (number, sum) in tables.sums.enumerated() {
            for cell in sum.parts + [sum.total] { sumsOfCell[cell].append(number) }
        }
        self.sumsOfCell = sumsOfCell
    }

    func isSmall(_ cell: Int) -> Bool { 1..<threshold ~= tables.counts[cell] }

    mutating func hideUntilSafe() {
        while let exposed = exposed(of: hidden.subtracting(unlabelled)) {
            if let next = candidateInLonelySum(near: exposed) ?? candidate(near: exposed) {
                hidden.insert(next)
            } else {
                unlabelled.formUnion(group(of: exposed))
            }
        }
    }

    /// Shows again what was hidden on the way and turned out not to be needed, the spared and then the largest first.
    mutating func showWhatNeedNotBeHidden() {
        let extra = hidden.subtracting(unlabelled).filter { !isSmall($0) }
        for cell in extra.sorted(by: { rank($1) < rank($0) }) {
            var fewer = hidden
            fewer.remove(cell)
            if exposed(of: fewer.subtracting(unlabelled)) == nil { hidden = fewer }
        }
    }

    /// The smallest count that is shown in a sum with only one hidden count: such a sum must lose another one in any case.
    private func candidateInLonelySum(near cell: Int) -> Int? {
        let sums = Set(group(of: cell).flatMap { sumsOfCell[$0] }).map {
            tables.sums[$0].parts + [tables.sums[$0].total]
        }
        return smallestShown(among: sums.filter { $0.count(where: hidden.contains) == 1 }.flatMap(\.self))
    }

    /// The smallest count that is shown and may protect `cell`: from its own sums, else from sums further away.
    private func candidate(near cell: Int) -> Int? {
        smallestShown(among: neighbours(of: cell)) ?? smallestShown(among: group(of: cell).flatMap(neighbours))
    }

    private func smallestShown(among cells: [Int]) -> Int? {
        cells.filter { !hidden.contains($0) && !known.contains($0) && tables.counts[$0] > 0 }
            .min { rank($0) < rank($1) }
    }

    /// What is hidden first: the smallest, and the spared after all others.
    private func rank(_ cell: Int) -> (Int, Int, Int) {
        (spared.contains(cell) ? 1 : 0, tables.counts[cell], cell)
    }

    private func neighbours(of cell: Int) -> [Int] {
        sumsOfCell[cell].flatMap { tables.sums[$0].parts + [tables.sums[$0].total] }
    }

    /// The hidden cells that are tied to `cell` by sums, directly or through other hidden cells.
    private func group(of cell: Int) -> Set<Int> {
        var found: Set = [cell]
        var rest = [cell]
        while let next = rest.popLast() {
            for neighbour in neighbours(of: next) where hidden.contains(neighbour) && found.insert(neighbour).inserted {
                rest.append(neighbour)
            }
        }
        return found
    }

    /// The first hidden cell whose count can be worked out; nil where all are safe.
    private func exposed(of hidden: Set<Int>) -> Int? {
        var rest = hidden
        while let first = rest.min() {
            let cells = group(of: first).intersection(hidden).sorted()
            rest.subtract(cells)
            if let exposed = exposed(among: cells) { return exposed }
        }
        return nil
    }

    private func exposed(among cells: [Int]) -> Int? {
        let place = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
        var rows: [[Fraction]] = []
        for number in Set(cells.flatMap { sumsOfCell[$0] }).sorted() {
            let sum = tables.sums[number]
            var row = [Fraction](repeating: .zero, count: cells.count)
            for part in sum.parts { if let column = place[part] { row[column] = .one } }
            if let column = place[sum.total] { row[column] = .minusOne }
            rows.append(row)
        }
        let counts = cells.map { tables.counts[$0] }
        let bounds = cells.map { isSmall($0) ? Bounds(low: 1, high: threshold - 1) : Bounds(low: threshold, high: nil) }
        return firstPinned(rows: rows, counts: counts, bounds: bounds).map { cells[$0] }
    }
}
