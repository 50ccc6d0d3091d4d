import Peers
import Testing

@testable import Disclosure

/// Whether a reader who knows everything that is shown can work out a hidden count, tried by other means than the engine's.
@Suite struct ProtectionTests {
    @Test func `in small tables every hidden count could be another one, by trying all`() throws {
        var random = SplitMix(seed: 5)
        for round in 0..<400 {
            let tables = try randomTables(rows: 2, columns: 1 + round % 3, largest: 9, &random)
            let suppression = Suppression(of: tables)
            let hidden = tables.counts.indices.filter { suppression.isHidden(CountTables.Cell(index: $0)) }
            var values = [Set<Int>](repeating: [], count: tables.counts.count)
            var counts = tables.counts
            try tryAll(tables, suppression, hidden[...], &counts, &values)
            for cell in hidden { #expect(values[cell].count > 1, "\(tables.counts) hides \(hidden)") }
            for cell in tables.counts.indices where (1..<5).contains(tables.counts[cell]) {
                #expect(hidden.contains(cell))
            }
            #expect(!hidden.contains { tables.counts[$0] == 0 })
        }
    }

    @Test(.enabled(if: Peer.scipy != nil, "SciPy is not installed in .venv"))
    func `in larger tables SciPy's linear programmes find room around every hidden count`() throws {
        var random = SplitMix(seed: 6)
        var input = ""
        for _ in 0..<30 {
            let tables = try randomTables(rows: 4, columns: 5, largest: 30, &random)
            let suppression = Suppression(of: tables)
            let bounds = tables.counts.indices.map { index in
                switch suppression[CountTables.Cell(index: index)] {
                case .count(let count): "\(count):\(count)"
                case .fewer(let limit): "1:\(limit - 1)"
                case .notShown: "5:"
                }
            }
            let sums = tables.sums.map { ([$0.total] + $0.parts).map(\.description).joined(separator: ",") }
            input += bounds.joined(separator: " ") + ";" + sums.joined(separator: " ") + "\n"
        }
        let script = """
            import sys
            import numpy as np
            from scipy.optimize import linprog
            for line in sys.stdin:
                left, right = line.strip().split(";")
                bounds = [tuple(float(x) if x else None for x in b.split(":")) for b in left.split()]
                A = np.zeros((len(right.split()), len(bounds)))
                for i, s in enumerate(right.split()):
                    total, *parts = map(int, s.split(","))
                    A[i, total] = -1
                    A[i, parts] = 1
                room = 1e9
                for j, (low, high) in enumerate(bounds):
                    if low == high: continue
                    c = np.zeros(len(bounds)); c[j] = 1
                    ends = [linprog(s * c, A_eq=A, b_eq=np.zeros(len(A)), bounds=bounds) for s in (1, -1)]
                    if ends[1].status == 3: continue
                    room = min(room, -ends[1].fun - ends[0].fun)
                print(room)
            """
        let lines = try Peer.run(try #require(Peer.scipy), script, input: input).split(separator: "\n")
        #expect(lines.count == 30)
        for line in lines { #expect(try #require(Double(line)) >= 1 - 1e-6) }
    }

    @Test func `the same tables are always protected in the same way`() throws {
        var random = SplitMix(seed: 7)
        let tables = try randomTables(rows: 4, columns: 4, largest: 20, &random)
        for _ in 0..<5 { #expect(Suppression(of: tables) == Suppression(of: tables)) }
    }

    @Test func `many tables of one group of people are protected in good time`() throws {
        var random = SplitMix(seed: 8)
        var tables = CountTables()
        let all = try tables.add(185)
        for _ in 0..<30 {
            var rest = 185
            var parts: [Int] = []
            for _ in 0..<6 {
                parts.append(Int.random(in: 0...min(rest, 20), using: &random))
                rest -= parts[parts.count - 1]
            }
            _ = try tables.add(parts + [rest], total: all)
        }
        let clock = ContinuousClock()
        let time = clock.measure { _ = Suppression(of: tables) }
        #expect(time < .seconds(20))
    }

    /// A table of two ways with all its totals.
    private func randomTables(
        rows: Int, columns: Int, largest: Int, _ random: inout SplitMix
    ) throws -> CountTables {
        var tables = CountTables()
        var grid: [[CountTables.Cell]] = []
        var rowTotals: [CountTables.Cell] = []
        for _ in 0..<rows {
            let counts = (0..<columns).map { _ in Int.random(in: 0...largest, using: &random) }
            let (cells, total) = try tables.add(counts)
            grid.append(cells)
            rowTotals.append(total)
        }
        var columnTotals: [CountTables.Cell] = []
        for column in 0..<columns {
            let parts = grid.map { $0[column] }
            let total = try tables.add(parts.reduce(0) { $0 + tables.counts[$1.index] })
            try tables.sum(of: parts, is: total)
            columnTotals.append(total)
        }
        let all = try tables.add(rowTotals.reduce(0) { $0 + tables.counts[$1.index] })
        try tables.sum(of: rowTotals, is: all)
        try tables.sum(of: columnTotals, is: all)
        return tables
    }

    /// Collects the values that each hidden count takes over all counts that fit what is shown, a few above the true ones.
    private func tryAll(
        _ tables: CountTables, _ suppression: Suppression, _ hidden: ArraySlice<Int>, _ counts: inout [Int],
        _ values: inout [Set<Int>]
    ) throws {
        let open = Set(hidden)
        for sum in tables.sums where !open.contains(sum.total) && !sum.parts.contains(where: open.contains) {
            guard sum.parts.reduce(0, { $0 + counts[$1] }) == counts[sum.total] else { return }
        }
        guard let cell = hidden.first else {
            for index in counts.indices { values[index].insert(counts[index]) }
            return
        }
        let known: ClosedRange<Int> =
            switch suppression[CountTables.Cell(index: cell)] {
            case .count(let count): count...count
            case .fewer(let limit): 1...(limit - 1)
            case .notShown: (1..<5).contains(tables.counts[cell]) ? 0...8 : 5...(tables.counts[cell] + 3)
            }
        let truth = tables.counts[cell]
        for value in known {
            counts[cell] = value
            try tryAll(tables, suppression, hidden.dropFirst(), &counts, &values)
        }
        counts[cell] = truth
    }
}
