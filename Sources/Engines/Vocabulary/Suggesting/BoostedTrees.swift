import Glibc

/// Weighs pieces of evidence together: a sum of many small decision trees, in log odds.
///
/// - Source: Friedman, Greedy function approximation: a gradient boosting machine (2001), with second derivatives as in XGBoost (2016).
struct BoostedTrees: Sendable {
    /// Three questions deep; the answers lead to one of eight values.
    struct Tree: Sendable {
        /// Which piece of evidence each question is about. Question `q` leads to `2q + 1` where it is not above the limit, to `2q + 2` where it is.
        var features = [Int](repeating: 0, count: 7)
        /// A question that isn't worth asking has an infinite limit.
        var limits = [Float](repeating: .infinity, count: 7)
        var values = [Float](repeating: 0, count: 8)

        func value(_ row: UnsafeBufferPointer<Float>) -> Float {
            var place = 0
            for _ in 0..<3 { place = 2 * place + (row[features[place]] <= limits[place] ? 1 : 2) }
            return values[place - 7]
        }
    }

    let start: Float
    let trees: [Tree]

    /// Log odds.
    func score(_ row: UnsafeBufferPointer<Float>) -> Float { trees.reduce(start) { $0 + $1.value(row) } }
}

/// Rows of evidence, and whether what they are about is so.
struct EvidenceTable: Sendable {
    let width: Int
    /// One row after the other.
    var values: [Float] = []
    var answers: [Bool] = []
    var count: Int { answers.count }

    init(width: Int) { self.width = width }
}
