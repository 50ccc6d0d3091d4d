/// How many letters must be put in, left out, changed or swapped with their neighbour to make one word of the other; nil where it is more
/// than a limit. No letter is touched twice ("optimal string alignment").
///
/// - Source: Damerau, F., "A technique for computer detection and correction of spelling errors", Communications of the ACM 7 (3), 1964.
func editDistance(_ first: Word, _ second: Word, most limit: Int) -> Int? {
    let (one, other) = (first.letters, second.letters)
    guard abs(one.count - other.count) <= limit else { return nil }
    if one == other { return 0 }
    guard limit > 0 else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in 1...max(one.count, 1) {
        guard row <= one.count else { break }
        var line = [row]
        line.reserveCapacity(other.count + 1)
        var least = row
        for column in 1..<(other.count + 1) {
            let isSame = one[row - 1] == other[column - 1]
            var cost = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
            if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
                cost = min(cost, beforeLast[column - 2] + 1)
            }
            line.append(cost)
            least = min(least, cost)
        }
        if least > limit { return nil }
        (beforeLast, last) = (last, line)
    }
    let distance = last[other.count]
    return distance <= limit ? distance : nil
}

/// How many mistakes a word of so many letters may hold and still be meant.
func mistakesAllowed(in letters: Int) -> Int {
    switch letters {
    case ..<4: 0
    case ..<8: 1
    default: 2
    }
}
