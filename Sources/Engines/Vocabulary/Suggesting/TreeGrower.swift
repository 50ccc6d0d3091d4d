import Glibc

/// Grows trees one after the other, each mending what those before it got wrong.
struct TreeGrower {
    static let trees = 150
    static let pace: Float = 0.07
    /// Holds back values that few rows ask for.
    private static let penalty: Float = 5
    private static let leastRows: Float = 30
    /// Each tree sees a part of the rows and of the columns, so that no two make the same mistake.
    private static let shareOfRows = 0.8
    private static let shareOfColumns = 0.5

    private let table: EvidenceTable
    private let bins: BinnedTable
    private var numbers = RepeatableNumbers(seed: 1)
    private var scores: [Float]
    /// First and second derivative and 1, by row.
    private var slopes: [SIMD4<Float>]

    static func grow(on table: EvidenceTable) -> BoostedTrees {
        let positive = Float(table.answers.count { $0 })
        let start = logf((positive + 1) / (Float(table.count) - positive + 1))
        var grower = TreeGrower(table, start: start)
        return BoostedTrees(start: start, trees: (0..<trees).map { _ in grower.next() })
    }

    private init(_ table: EvidenceTable, start: Float) {
        self.table = table
        bins = BinnedTable(table)
        scores = [Float](repeating: start, count: table.count)
        slopes = [SIMD4<Float>](repeating: .zero, count: table.count)
    }

    private mutating func next() -> BoostedTrees.Tree {
        for row in 0..<table.count {
            let chance = probability(logOdds: scores[row])
            slopes[row] = SIMD4(chance - (table.answers[row] ? 1 : 0), max(chance * (1 - chance), 1e-6), 1, 0)
        }
        let rows = (0..<table.count).filter { _ in Double.random(in: 0..<1, using: &numbers) < Self.shareOfRows }
        let columns = (0..<table.width).shuffled(using: &numbers)
            .prefix(max(1, Int(Double(table.width) * Self.shareOfColumns))).sorted()
        let tree = grow(rows: rows, columns: columns)
        table.values.withUnsafeBufferPointer { values in
            for row in 0..<table.count {
                scores[row] += tree.value(
                    UnsafeBufferPointer(rebasing: values[row * table.width..<(row + 1) * table.width]))
            }
        }
        return tree
    }

    private func grow(rows: [Int], columns: [Int]) -> BoostedTrees.Tree {
        var tree = BoostedTrees.Tree()
        // Where each row has come to, counted from the left of its level.
        var places = [UInt8](repeating: 0, count: rows.count)
        for level in 0..<3 {
            let width = 1 << level
            let splits = bestSplits(rows: rows, columns: columns, places: places, width: width)
            for (place, split) in splits.enumerated() {
                guard let split else { continue }
                tree.features[width - 1 + place] = split.column
                tree.limits[width - 1 + place] = bins.limits[split.column][split.bin]
            }
            for (index, row) in rows.enumerated() {
                let place = Int(places[index])
                let goesRight = splits[place].map { bins.columns[$0.column][row] > $0.bin } ?? false
                places[index] = UInt8(2 * place + (goesRight ? 1 : 0))
            }
        }
        var sums = [SIMD4<Float>](repeating: .zero, count: 8)
        for (index, row) in rows.enumerated() { sums[Int(places[index])] += slopes[row] }
        tree.values = sums.map { -Self.pace * $0[0] / ($0[1] + Self.penalty) }
        return tree
    }

    private struct Split {
        let column: Int
        /// The last bin that goes left.
        let bin: Int
        let gain: Float
    }

    private func bestSplits(rows: [Int], columns: [Int], places: [UInt8], width: Int) -> [Split?] {
        let splits = inParallel(columns.count) { number in
            let column = columns[number]
            var sums = [SIMD4<Float>](repeating: .zero, count: width * BinnedTable.most)
            add(rows, places, bins.columns[column], to: &sums)
            return (0..<width).map { place in
                let own = sums[place * BinnedTable.most..<(place + 1) * BinnedTable.most]
                return Self.bestSplit(own, column: column, bins: bins.limits[column].count)
            }
        }
        return (0..<width).map { place in
            splits.compactMap { $0[place] }.reduce(nil) { best, split in
                split.gain > best?.gain ?? 0 ? split : best
            }
        }
    }

    private func add(_ rows: [Int], _ places: [UInt8], _ bins: [UInt8], to sums: inout [SIMD4<Float>]) {
        rows.withUnsafeBufferPointer { rows in
            places.withUnsafeBufferPointer { places in
                bins.withUnsafeBufferPointer { bins in
                    slopes.withUnsafeBufferPointer { slopes in
                        sums.withUnsafeMutableBufferPointer { sums in
                            for index in rows.indices {
                                let row = rows[index]
                                sums[Int(places[index]) << BinnedTable.bits | Int(bins[row])] += slopes[row]
                            }
                        }
                    }
                }
            }
        }
    }

    private static func bestSplit(_ sums: ArraySlice<SIMD4<Float>>, column: Int, bins: Int) -> Split? {
        func worth(_ sum: SIMD4<Float>) -> Float { sum[0] * sum[0] / (sum[1] + penalty) }
        let all = sums.reduce(.zero, +)
        var left = SIMD4<Float>.zero
        var best: Split?
        for bin in 0..<bins {
            left += sums[sums.startIndex + bin]
            let right = all - left
            guard left[2] >= leastRows, right[2] >= leastRows else { continue }
            let gain = worth(left) + worth(right) - worth(all)
            if gain > best?.gain ?? 1e-3 { best = Split(column: column, bin: bin, gain: gain) }
        }
        return best
    }
}

/// Each column's values, sorted into at most 64 bins of about the same size.
struct BinnedTable {
    static let bits = 6
    static let most = 1 << bits
    /// By column, then by row.
    let columns: [[UInt8]]
    /// By column: a value is in bin `b` where it is not above `limits[b]`, but above the one before.
    let limits: [[Float]]

    init(_ table: EvidenceTable) {
        limits = (0..<table.width).map { Self.limits(of: table, column: $0) }
        let limits = limits
        columns = (0..<table.width).map { column in
            (0..<table.count).map { row in Self.bin(of: table.values[row * table.width + column], in: limits[column]) }
        }
    }

    /// Taken from every eighth row of a large table.
    private static func limits(of table: EvidenceTable, column: Int) -> [Float] {
        let step = max(1, table.count / 8_000)
        let sorted = stride(from: 0, to: table.count, by: step).map { table.values[$0 * table.width + column] }.sorted()
        var limits: [Float] = []
        for bin in 1..<most {
            let value = sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, bin * sorted.count / most)]
            if limits.last.map({ $0 < value }) ?? true { limits.append(value) }
        }
        return limits
    }

    private static func bin(of value: Float, in limits: [Float]) -> UInt8 {
        var low = 0
        var high = limits.count
        while low < high {
            let middle = (low + high) / 2
            if value <= limits[middle] { high = middle } else { low = middle + 1 }
        }
        return UInt8(low)
    }
}
