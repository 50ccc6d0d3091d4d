import FoundationEssentials
import Testing

@testable import Valuation

@Suite struct DiscountingTests {
    /// HM Treasury, The Green Book, long-term discount factors of the standard series.
    @Test(arguments: [
        (0, 4, "1"), (1, 4, "0.9662"), (2, 4, "0.9335"), (3, 4, "0.9019"), (4, 4, "0.8714"), (1, 6, "0.966184"),
        (30, 6, "0.356278"), (31, 6, "0.345901"), (75, 6, "0.094214"),
    ])
    func `the standard series gives the Green Book's factors`(year: Int, places: Int, factor: String) throws {
        let factors = try DiscountFactors(rate: .standard, convention: .endOfYear, lastYear: 100)
        #expect(factors[year].rounded(places: places) == Decimal(string: factor))
    }

    /// HM Treasury, The Green Book (2003), chapter 5, worked example of net present value at 3.5 %: 10 million now for 2.5 million
    /// in each of four years comes to -0.82 million, 5 million for 1.5 million to +0.51 million.
    @Test(arguments: [(10, "2.5", "-0.82"), (5, "1.5", "0.51")])
    func `the Green Book's worked example comes out`(cost: Int, benefit: String, net: String) throws {
        let map = ValueMap(
            inputs: [Input(amount: Decimal(cost))],
            outcomes: [
                Outcome(
                    stakeholder: "Public", outcome: "Benefit", quantity: 1,
                    proxy: try #require(Decimal(string: benefit)), duration: 4)
            ])
        #expect(try value(map).netPresentValue.rounded(places: 2) == Decimal(string: net))
    }

    @Test func `conventions move a benefit by half a year and by a year`() throws {
        let rate = DiscountRate.flat(Decimal(35) / 1000)
        let end = try DiscountFactors(rate: rate, convention: .endOfYear, lastYear: 100)
        let middle = try DiscountFactors(rate: rate, convention: .midYear, lastYear: 100)
        let start = try DiscountFactors(rate: rate, convention: .startOfYear, lastYear: 100)
        for year in 1...100 {
            #expect(start[year] == end[year - 1])
            // Half a year twice is a year.
            #expect((middle[year] * middle[year] - end[year] * start[year]).magnitude < Decimal(string: "1e-18")!)
        }
        #expect(start[0] == 1 && start[1] == 1 && middle[0] == 1)
    }

    @Test func `the table of series holds its source and every step of both series`() throws {
        let table = String(decoding: PackageResources.discount_series_csv, as: UTF8.self)
        #expect(table.contains("Source: HM Treasury, The Green Book"))
        let standard = try DiscountSeries(named: "standard")
        let health = try DiscountSeries(named: "health")
        #expect(standard.steps.map(\.fromYear) == [1, 31, 76, 126, 201, 301])
        #expect(health.steps.map(\.fromYear) == standard.steps.map(\.fromYear))
        #expect(health.rate(inYear: 30) == Decimal(string: "0.015"))
        #expect(health.rate(inYear: 31) == Decimal(string: "0.0129"))
        #expect(standard.rate(inYear: 1000) == Decimal(string: "0.01"))
        #expect(standard.rate(inYear: 0) == nil)
    }

    @Test(arguments: ["", "standard,2,0.1", "standard,1,x", "standard,1,0.1\nstandard,1,0.2", "standard,1"])
    func `a table that is damaged is refused`(table: String) {
        #expect(throws: ValuationError.seriesUnreadable) { try DiscountSeries(named: "standard", in: table) }
    }
}
