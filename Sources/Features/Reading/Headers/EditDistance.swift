/// How many letters must be added, left out, exchanged or swapped with a neighbour to make one text of the other.
///
/// - Returns: The distance, or nil as soon as it is known to be more than `limit`.
/// - Source: The optimal string alignment distance (Damerau 1964).
func editDistance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int? {
    guard abs(first.count - second.count) <= limit else { return nil }
    var beforePrevious = [Int](repeating: 0, count: second.count + 1)
    var previous = Array(0...second.count)
    var current = previous
    for row in first.indices {
        current[0] = row + 1
        var least = current[0]
        for column in second.indices {
            var cost = min(
                previous[column + 1] + 1, current[column] + 1,
                previous[column] + (first[row] == second[column] ? 0 : 1))
            if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                cost = min(cost, beforePrevious[column - 1] + 1)
            }
            current[column + 1] = cost
            least = min(least, cost)
        }
        if least > limit { return nil }
        (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[second.count] <= limit ? previous[second.count] : nil
}
