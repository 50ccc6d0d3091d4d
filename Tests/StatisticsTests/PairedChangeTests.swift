import Statistics
import Testing

@Suite struct PairedChangeTests {
    /// Student's own example of 1908 (Cushny and Peebles, extra hours of sleep of ten patients under two drugs): mean 1.58,
    /// standard deviation 1.2299, t = 4.0621; the 95 % interval as R prints it is 0.7001142 to 2.4598858.
    @Test func `Student's sleep data give his figures`() throws {
        let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
        let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
        let change = try PairedChange(before: first, after: second)
        let estimate = try #require(change.estimate)
        #expect((estimate.mean - 1.58).magnitude < 1e-12)
        #expect((try #require(estimate.standardDeviation) - 1.2299).magnitude < 5e-4)
        #expect((try #require(estimate.standardError) * 4.0621 - 1.58).magnitude < 5e-5)
        let interval = try #require(estimate.interval)
        #expect((interval.low - 0.7001142).magnitude < 5e-8)
        #expect((interval.high - 2.4598858).magnitude < 5e-8)
        #expect((try #require(estimate.standardised) - 1.58 / 1.2299).magnitude < 1e-3)
    }

    @Test func `people move by the instrument's threshold, and a change of exactly that much counts`() throws {
        let change = try PairedChange(
            before: [0.4, 0.1, 0.5, 0.5, nil, 1], after: [0.7, 0.4, 0.2, 0.6, 1, nil], threshold: 0.3)
        let movement = try #require(change.movement)
        #expect([movement.improved, movement.same, movement.worse] == [2, 1, 1])
        #expect(!movement.isHalfDeviation)
        #expect(change.changes.count == 4)
    }

    @Test func `where lower is better a fall is an improvement`() throws {
        let change = try PairedChange(before: [5, 5, 5], after: [3, 5, 7], higherIsBetter: false, threshold: 1)
        let movement = try #require(change.movement)
        #expect([movement.improved, movement.same, movement.worse] == [1, 1, 1])
        #expect(change.estimate?.mean == 0)
    }

    @Test func `without a threshold half the baseline's standard deviation stands in`() throws {
        // Baselines 2, 4, 4, 4, 5, 5, 7, 9: squared distances 32, sample deviation √(32/7) = 2.1381, half 1.0690.
        let before: [Double?] = [2, 4, 4, 4, 5, 5, 7, 9]
        let change = try PairedChange(before: before, after: [3, 5.1, 2.9, 4, 5, 5, 7, 9])
        let movement = try #require(change.movement)
        #expect((movement.threshold - 1.0690).magnitude < 5e-5)
        #expect(movement.isHalfDeviation)
        #expect([movement.improved, movement.same, movement.worse] == [1, 6, 1])
    }

    @Test func `where all baselines are the same any change counts and none does not`() throws {
        let movement = try #require(try PairedChange(before: [3, 3, 3], after: [3, 4, 2]).movement)
        #expect([movement.improved, movement.same, movement.worse] == [1, 1, 1])
    }

    @Test func `nobody, one person and lists that don't match`() throws {
        let none = try PairedChange(before: [nil], after: [3])
        #expect(none.estimate == nil && none.movement == nil)
        let one = try PairedChange(before: [1], after: [3])
        #expect(one.estimate?.mean == 2 && one.estimate?.interval == nil && one.movement == nil)
        #expect(throws: StatisticsError.lengthsDiffer(1, 2)) { try PairedChange(before: [1], after: [1, 2]) }
        #expect(throws: StatisticsError.notFinite) { try PairedChange(before: [1], after: [.nan]) }
    }
}
