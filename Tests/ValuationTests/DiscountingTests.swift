import FoundationEssentials
import Testing

@testable import Valuation

@Suite struct DiscountingTests {
    /// HM Treasury, The Green Book, long-term discount factors of the standard series.
    @Test(arguments: [(0, "1"), (1, "0.966184"), (30, "0.356278"), (31, "0.345901"), (75, "0.094214")])
    func `the standard series gives the Green Book's factors`(year: Int, factor: String) throws {
        let factors = try DiscountFactors(rate: .standard, convention: .endOfYear)
        #expect(factors[year].rounded(places: 6) == Decimal(string: factor))
    }
}
