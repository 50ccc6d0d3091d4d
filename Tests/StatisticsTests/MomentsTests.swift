import Peers
import Statistics
import Testing

@Suite struct MomentsTests {
    /// NIST Statistical Reference Datasets: NumAcc2 to NumAcc4 (mean and standard deviation are certified).
    @Test(arguments: [(1.0, 1.2), (1_000_000.0, 0.2), (10_000_000.0, 0.2)])
    func `certified means and deviations come out of both kinds of sums`(base: Double, mean: Double) throws {
        // 1 + base.2 followed by pairs of base.1 and base.3: 1,001 numbers whose standard deviation is 0.1.
        let middle = base == 1 ? 1.2 : base + 0.2
        var values = [middle]
        for _ in 0..<500 { values += base == 1 ? [1.1, 1.3] : [base + 0.1, base + 0.3] }
        let raw = try Moments(values)
        #expect((try #require(raw.mean) - middle).magnitude < 1e-15 * max(1, base))
        #expect((try #require(raw.standardDeviation) - 0.1).magnitude < 1e-9)
        let again = try Moments(count: raw.count, sum: raw.sum, sumOfSquares: raw.sumOfSquares)
        // What the sum of squares could not hold is lost: 10^-16 of it.
        let lost = 4e-16 * raw.sumOfSquares / 1000 / 0.02
        #expect((try #require(again.standardDeviation) - 0.1).magnitude < max(1e-12, lost))
    }

    @Test func `nobody has no mean, and one person has no spread`() throws {
        let none = try Moments([])
        #expect(none.mean == nil && none.variance == nil)
        #expect(MeanEstimate(none) == nil)
        let one = try #require(MeanEstimate(try Moments([4])))
        #expect(one.mean == 4)
        #expect(one.interval == nil && one.standardised == nil)
        let same = try #require(MeanEstimate(try Moments([4, 4, 4])))
        #expect(same.interval == Interval(low: 4, high: 4))
        #expect(same.standardised == nil)
    }

    @Test func `what is not a number is refused`() {
        #expect(throws: StatisticsError.notFinite) { try Moments([1, .nan]) }
        #expect(throws: StatisticsError.notFinite) { try Moments([1, .infinity]) }
        #expect(throws: StatisticsError.notFinite) { try Moments([1e200, 1]) }
        #expect(throws: StatisticsError.notFinite) { try Moments(count: 2, sum: .nan, sumOfSquares: 1) }
        #expect(throws: StatisticsError.negativeCount(-1)) { try Moments(count: -1, sum: 0, sumOfSquares: 0) }
        #expect(throws: StatisticsError.sumsDisagree) { try Moments(count: 2, sum: 10, sumOfSquares: 1) }
        #expect(throws: StatisticsError.sumsDisagree) { try Moments(count: 0, sum: 1, sumOfSquares: 1) }
    }

    @Test func `the sums alone give back the spread of the values`() throws {
        var random = SplitMix(seed: 3)
        for _ in 0..<500 {
            let shift = Double.random(in: -1000...1000, using: &random)
            let values = (0..<Int.random(in: 2...200, using: &random)).map { _ in
                shift + Double.random(in: -10...10, using: &random)
            }
            let raw = try Moments(values)
            let again = try Moments(count: raw.count, sum: raw.sum, sumOfSquares: raw.sumOfSquares)
            let one = try #require(raw.variance)
            let other = try #require(again.variance)
            #expect((one - other).magnitude <= 1e-15 * raw.sumOfSquares)
        }
    }
}
