import COpenBLAS

/// Learns from texts with concepts how much each of them speaks for each concept in a text that is like it.
///
/// - Source: kernel ridge regression; Saunders, Gammerman and Vovk (1998). A text is added by one more column of the Cholesky factor.
struct KernelRidge: Sendable {
    private(set) var count: Int
    private(set) var columns: Int
    /// The factor's upper triangle, column by column, without the empty half.
    private var packed: [Float]
    /// A row for each text, a column for each concept.
    private var weights: [Float]
    /// What a text that is like none gets: how usual each concept is.
    private var means: [Float]

    /// What it takes in memory.
    var bytes: Int { MemoryLayout<Float>.stride * (packed.capacity + weights.capacity + means.capacity) }

    /// So many texts with no concept are taken to be there too: what one text has isn't usual.
    private static let doubt: Float = 20

    /// What was learnt, and what each text would get from the others alone.
    ///
    /// - Parameter targets: a row for each text, a column for each concept.
    static func fitted(_ factor: KernelFactor, targets: [Float], columns: Int) -> (KernelRidge, withoutItself: [Float])
    {
        let count = factor.count
        var means = [Float](repeating: 0, count: columns)
        for row in 0..<count { for column in 0..<columns { means[column] += targets[row * columns + column] } }
        for column in 0..<columns { means[column] /= Float(count) + doubt }
        var centred = targets
        for row in 0..<count { for column in 0..<columns { centred[row * columns + column] -= means[column] } }
        let weights = factor.weights(for: centred, columns: columns)
        let scores = factor.scoresWithoutItself(targets, weights: weights, columns: columns)
        return (
            KernelRidge(count: count, columns: columns, packed: factor.packed, weights: weights, means: means), scores
        )
    }

    /// A score for each concept: near 1 where texts like this one have it, near 0 where they don't.
    func scores(_ similarities: [Float]) -> [Float] {
        var scores = means
        guard count > 0, columns > 0 else { return scores }
        cblas_sgemv(
            CblasRowMajor, CblasTrans, Int32(count), Int32(columns), 1, weights, Int32(columns), similarities, 1, 1,
            &scores, 1)
        return scores
    }

    /// How far each concept's score is above what a text gets that is like none: 0 for such a text, 1 at most where one is the same.
    func likeness(_ similarities: [Float]) -> [Float] {
        zip(scores(similarities), means).map { max(0, $0 - $1) / (1 - $1) }
    }

    /// How much one text speaks for one concept.
    func weight(of text: Int, for column: Int) -> Float { weights[text * columns + column] }

    /// Learns one text more, in the time of its likeness to the others.
    ///
    /// - Parameter similarities: to each text so far; `itself` to itself, which is less than 1 where it is partly empty.
    mutating func learn(_ similarities: [Float], itself: Float, targets: [Float]) {
        let scores = scores(similarities)
        var column = similarities
        if count > 0 {
            cblas_stpsv(CblasColMajor, CblasUpper, CblasTrans, CblasNonUnit, Int32(count), packed, &column, 1)
        }
        let rest = itself + KernelFactor.penalty - column.reduce(0) { $0 + $1 * $1 }
        // Texts that are nearly the same leave hardly more than the penalty.
        let pivot = max(rest, KernelFactor.penalty / 2)
        packed += column
        packed.append(pivot.squareRoot())
        if count > 0 {
            let triangle = Array(packed.prefix(count * (count + 1) / 2))
            cblas_stpsv(CblasColMajor, CblasUpper, CblasNoTrans, CblasNonUnit, Int32(count), triangle, &column, 1)
        }
        let added = zip(targets, scores).map { ($0 - $1) / pivot }
        for row in 0..<count {
            for concept in 0..<columns { weights[row * columns + concept] -= column[row] * added[concept] }
        }
        weights += added
        count += 1
    }

    /// Makes room for concepts that nobody had given before.
    mutating func addColumns(_ more: Int) {
        var wider: [Float] = []
        wider.reserveCapacity(count * (columns + more))
        for row in 0..<count {
            wider += weights[row * columns..<(row + 1) * columns]
            wider += repeatElement(0, count: more)
        }
        weights = wider
        means += repeatElement(0, count: more)
        columns += more
    }
}
