/// What a reader knows of a hidden count without any sum; `high` of nil is no limit.
struct Bounds: Sendable, Equatable {
    let low: Int
    let high: Int?
}

/// The position of the first count that a reader can work out, from sums (`rows` times the counts are known) and bounds; nil
/// where every count could also be another one.
///
/// Two tests. Algebra: after elimination, a row that holds one count alone gives it away. Then a linear programme for each
/// count: among all counts that fit the sums and the bounds, does it reach one more or one less than it is?
func firstPinned(rows: [[Fraction]], counts: [Int], bounds: [Bounds]) -> Int? {
    let reduced = Elimination(rows, columns: counts.count)
    // Figures too large to eliminate exactly: nothing is proven safe, so more is hidden.
    guard !reduced.isOverflowed else { return 0 }
    if let alone = reduced.aloneInTheirRow.min() { return alone }

    // Counts move by `moves`, one column for each free count: a free count by itself, a bound one as its row says.
    let free = (0..<counts.count).filter { reduced.rowOfPivot[$0] == nil }
    let moves: [[Double]] = counts.indices.map { cell in
        guard let row = reduced.rowOfPivot[cell] else { return free.map { $0 == cell ? 1 : 0 } }
        return free.map { -reduced.rows[row][$0].double }
    }
    var room: [(move: [Double], limit: Double)] = []
    for (cell, bounds) in bounds.enumerated() {
        room.append((moves[cell].map { -$0 }, Double(counts[cell] - bounds.low)))
        if let high = bounds.high { room.append((moves[cell], Double(high - counts[cell]))) }
    }

    var canMove = [Bool](repeating: false, count: counts.count)
    for cell in counts.indices where !canMove[cell] {
        for goal in [moves[cell], moves[cell].map { -$0 }] {
            guard let step = furthest(along: goal, within: room) else {
                canMove[cell] = true
                break
            }
            // Whatever else moved by a whole person on the way is safe too.
            for other in counts.indices where !canMove[other] {
                canMove[other] = dot(moves[other], step).magnitude >= 1 - 1e-7
            }
            if canMove[cell] { break }
        }
        if !canMove[cell] { return cell }
    }
    return nil
}

func dot(_ one: [Double], _ other: [Double]) -> Double { zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } }
