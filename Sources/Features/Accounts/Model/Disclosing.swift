/// Whether a count of people is too small to be shown: 1 to 4.
func isSmall(_ count: Int) -> Bool { (1...4).contains(count) }

/// Whether a mean may be shown: it rests on ten people or more.
func showsMean(_ count: Int) -> Bool { count >= 10 }

/// The cells of a table with a known total that are hidden: the small ones, and the smallest other where one alone would be
/// told by the total.
func hiddenCells(of counts: [Int]) -> Set<Int> {
    var hidden = Set(counts.indices.filter { isSmall(counts[$0]) })
    let others = counts.indices.filter { !hidden.contains($0) && counts[$0] > 0 }
    if hidden.count == 1, let next = others.min(by: { counts[$0] < counts[$1] }) { hidden.insert(next) }
    return hidden
}
