/// The reduced row echelon form of a matrix, exact.
struct Elimination {
    private(set) var rows: [[Fraction]]
    /// The row in which a column is the leading one.
    private(set) var rowOfPivot: [Int: Int] = [:]
    let isOverflowed: Bool

    init(_ matrix: [[Fraction]], columns: Int) {
        var rows = matrix
        var next = 0
        for column in 0..<columns where next < rows.count {
            guard let found = (next..<rows.count).first(where: { !rows[$0][column].isZero }) else { continue }
            rows.swapAt(next, found)
            let lead = rows[next][column]
            rows[next] = rows[next].map { $0.divided(by: lead) }
            for other in rows.indices where other != next && !rows[other][column].isZero {
                let factor = rows[other][column]
                for k in 0..<columns where !rows[next][k].isZero {
                    rows[other][k] = rows[other][k].subtracting(factor, times: rows[next][k])
                }
            }
            rowOfPivot[column] = next
            next += 1
        }
        self.rows = Array(rows.prefix(next))
        isOverflowed = rows.contains { $0.contains(where: \.isOverflowed) }
    }

    /// The columns whose unit vector lies in the row space: those that are alone in the row that they lead.
    var aloneInTheirRow: [Int] {
        rowOfPivot.filter { rows[$0.value].count { !$0.isZero } == 1 }.map(\.key)
    }
}
