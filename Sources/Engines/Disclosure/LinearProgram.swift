/// The step that goes furthest along `goal`, among steps that each limit in `room` allows: `move · step <= limit`, limits of 0
/// or more, so that standing still is allowed. Nil where there is no end.
///
/// The simplex method on a dense table, with Bland's rule against going round in circles. A step may go either way in each
/// direction, so each has two columns. Should the rounds run out, the best step so far is given: never too far.
func furthest(along goal: [Double], within room: [(move: [Double], limit: Double)]) -> [Double]? {
    let tolerance = 1e-9
    let width = goal.count * 2
    var table = room.map { $0.move + $0.move.map { -$0 } + [$0.limit] }
    var gain = goal + goal.map { -$0 } + [0]
    // Which variable stands in each column (out) and row (in): steps first, then the slack of each limit.
    var outside = Array(0..<width)
    var inside = Array(width..<(width + room.count))

    for _ in 0..<5_000 {
        let entering = (0..<width).filter { gain[$0] > tolerance }.min { outside[$0] < outside[$1] }
        guard let column = entering else { break }
        var leaving: Int?
        var least = Double.infinity
        for row in table.indices where table[row][column] > tolerance {
            let reach = table[row][width] / table[row][column]
            if let best = leaving, reach > least - tolerance {
                guard reach < least + tolerance, inside[row] < inside[best] else { continue }
            }
            leaving = row
            least = min(least, reach)
        }
        guard let row = leaving else { return nil }
        pivot(&table, &gain, row: row, column: column)
        swap(&outside[column], &inside[row])
    }

    var values = [Double](repeating: 0, count: width)
    for (row, variable) in inside.enumerated() where variable < width { values[variable] = table[row][width] }
    return goal.indices.map { values[$0] - values[$0 + goal.count] }
}

private func pivot(_ table: inout [[Double]], _ gain: inout [Double], row: Int, column: Int) {
    let lead = table[row][column]
    for k in table[row].indices { table[row][k] /= lead }
    table[row][column] = 1 / lead
    for other in table.indices where other != row { eliminate(&table[other], by: table[row], column: column) }
    eliminate(&gain, by: table[row], column: column)
}

private func eliminate(_ line: inout [Double], by lead: [Double], column: Int) {
    let factor = line[column]
    guard factor != 0 else { return }
    line[column] = 0
    for k in line.indices { line[k] -= factor * lead[k] }
}
