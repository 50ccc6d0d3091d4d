import COpenBLAS

/// How alike some texts are, made ready for solving: the Cholesky factor of the matrix with a penalty on its diagonal.
///
/// One thread works it out, so that it is the same on every machine with the same processor.
struct KernelFactor: Sendable {
    let count: Int
    /// The upper triangle, column by column, in a square.
    private let upper: [Float]
    /// The diagonal of the inverse.
    private let inverseDiagonal: [Float]

    /// How strongly large weights are held back. The matrix has ones on its diagonal, so that a fifth is a moderate penalty.
    static let penalty: Float = 0.2

    /// - Parameter matrix: `count` by `count`, its upper half column by column.
    init(_ matrix: consuming [Float], count: Int) {
        self.count = count
        openblas_set_num_threads(1)
        var size = Int32(count)
        var status: Int32 = 0
        for index in 0..<count { matrix[index * count + index] += Self.penalty }
        // It can't fail: the similarities are products of vectors with themselves, and the penalty keeps the rest above zero.
        if count > 0 { spotrf_("U", &size, &matrix, &size, &status, 1) }
        upper = matrix
        var inverse = upper
        if count > 0 { strtri_("U", "N", &size, &inverse, &size, &status, 1, 1) }
        // The inverse is the product of the triangle's inverse with itself turned: row by row.
        var diagonal = [Float](repeating: 0, count: count)
        for column in 0..<count {
            for row in 0...column {
                let value = inverse[column * count + row]
                diagonal[row] += value * value
            }
        }
        inverseDiagonal = diagonal
    }

    /// The weights that lead to `targets`, both a row for each text and a column for each concept.
    func weights(for targets: [Float], columns: Int) -> [Float] {
        guard count > 0, columns > 0 else { return [] }
        var turned = [Float](repeating: 0, count: targets.count)
        for row in 0..<count {
            for column in 0..<columns { turned[column * count + row] = targets[row * columns + column] }
        }
        var size = Int32(count)
        var sides = Int32(columns)
        var status: Int32 = 0
        spotrs_("U", &size, &sides, upper, &size, &turned, &size, &status, 1)
        var weights = targets
        for row in 0..<count {
            for column in 0..<columns { weights[row * columns + column] = turned[column * count + row] }
        }
        return weights
    }

    /// What each text would get from the others alone.
    ///
    /// - Source: the closed form of leave-one-out for ridge regression: the residual is the weight over the inverse's diagonal.
    func scoresWithoutItself(_ targets: [Float], weights: [Float], columns: Int) -> [Float] {
        var scores = targets
        for row in 0..<count {
            for column in 0..<columns {
                scores[row * columns + column] -= weights[row * columns + column] / inverseDiagonal[row]
            }
        }
        return scores
    }

    /// The upper triangle without the empty half, as it grows by a column.
    var packed: [Float] {
        var packed: [Float] = []
        packed.reserveCapacity(count * (count + 1) / 2)
        for column in 0..<count { packed += upper[column * count...column * count + column] }
        return packed
    }
}
