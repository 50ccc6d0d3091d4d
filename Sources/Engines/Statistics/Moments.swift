/// What a list of numbers comes down to: how many, their sum and the sum of their squares. Means, spreads and every interval
/// here stand on these three, so that they can be worked out again without the people behind them.
public struct Moments: Sendable, Equatable {
    public let count: Int
    public let sum: Double
    public let sumOfSquares: Double
    /// The sum of squared distances from the mean.
    private let squaredDistances: Double

    /// From the numbers themselves.
    public init(_ values: [Double]) throws(StatisticsError) {
        var sum = ExactSum()
        var squares = ExactSum()
        for value in values {
            sum.add(value)
            squares.add(value, times: value)
        }
        var distances = ExactSum()
        let mean = values.isEmpty ? 0 : sum.value / Double(values.count)
        for value in values { distances.add(value - mean, times: value - mean) }
        guard sum.value.isFinite, squares.value.isFinite, distances.value.isFinite else { throw .notFinite }
        self.count = values.count
        self.sum = sum.value
        self.sumOfSquares = squares.value
        self.squaredDistances = values.count > 1 ? max(0, distances.value) : 0
    }

    /// From the three figures alone. What cancels in `sumOfSquares - sum² / count` is worked out in twice the digits; what the
    /// two sums have lost to rounding stays lost: up to about 10^-16 of the sum of squares.
    public init(count: Int, sum: Double, sumOfSquares: Double) throws(StatisticsError) {
        guard count >= 0 else { throw .negativeCount(count) }
        guard sum.isFinite, sumOfSquares.isFinite, (sum * sum).isFinite else { throw .notFinite }
        guard count > 0 else {
            guard sum == 0, sumOfSquares == 0 else { throw .sumsDisagree }
            self.count = 0
            self.sum = 0
            self.sumOfSquares = 0
            self.squaredDistances = 0
            return
        }
        let n = Double(count)
        let square = sum * sum
        let squareRest = (-square).addingProduct(sum, sum)
        let quotient = square / n
        let quotientRest = (square.addingProduct(-quotient, n) + squareRest) / n
        let distances = (sumOfSquares - quotient) - quotientRest
        guard distances >= -1e-9 * sumOfSquares.magnitude else { throw .sumsDisagree }
        self.count = count
        self.sum = sum
        self.sumOfSquares = sumOfSquares
        self.squaredDistances = count > 1 ? max(0, distances) : 0
    }

    public var mean: Double? { count > 0 ? sum / Double(count) : nil }

    /// The sample's variance, with `count - 1` below the line; nil for fewer than two.
    public var variance: Double? { count > 1 ? squaredDistances / Double(count - 1) : nil }

    public var standardDeviation: Double? { variance?.squareRoot() }
}
