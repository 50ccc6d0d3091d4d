import Statistics
import Testing

@Suite struct RateTests {
    /// 81 of 263: R. G. Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I, method 3 (0.2553 to
    /// 0.3662); 8 of 10 as statsmodels gives it.
    @Test(arguments: [(81, 263, 0.255289, 0.366210), (8, 10, 0.490162, 0.943318)])
    func `Wilson's interval is the published one`(successes: Int, count: Int, low: Double, high: Double) throws {
        let rate = try #require(try Rate(successes, of: count))
        #expect((rate.interval.low - low).magnitude < 5e-7)
        #expect((rate.interval.high - high).magnitude < 5e-7)
    }

    @Test(arguments: [1, 2, 10, 100_000])
    func `none and all end exactly at 0 and 1`(count: Int) throws {
        #expect(try Rate(0, of: count)?.interval.low == 0)
        #expect(try Rate(count, of: count)?.interval.high == 1)
        #expect(try #require(try Rate(0, of: count)).interval.high < 1)
    }

    @Test func `impossible counts are refused and nobody has no rate`() throws {
        #expect(try Rate(0, of: 0) == nil)
        #expect(throws: StatisticsError.moreThanAll(3, of: 2)) { try Rate(3, of: 2) }
        #expect(throws: StatisticsError.negativeCount(-1)) { try Rate(-1, of: 2) }
    }

    @Test func `a target is met, not met, or it is too early to say`() throws {
        let rate = try #require(try Rate(81, of: 263))
        #expect(rate.verdict(on: .atLeast(0.25)) == .met)
        #expect(rate.verdict(on: .atLeast(0.3)) == .tooEarlyToSay)
        #expect(rate.verdict(on: .atLeast(0.4)) == .notMet)
        #expect(rate.verdict(on: .atMost(0.4)) == .met)
        #expect(rate.verdict(on: .atMost(0.3)) == .tooEarlyToSay)
        #expect(rate.verdict(on: .atMost(0.25)) == .notMet)
    }

    @Test func `every interval holds its rate and lies within 0 and 1`() throws {
        for count in [1, 2, 3, 7, 50, 1000] {
            for successes in 0...count {
                let rate = try #require(try Rate(successes, of: count))
                #expect(rate.interval.contains(rate.share))
                #expect(rate.interval.low >= 0 && rate.interval.high <= 1)
            }
        }
    }
}
