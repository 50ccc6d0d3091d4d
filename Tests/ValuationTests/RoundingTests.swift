import FoundationEssentials
import Testing
import Valuation

@Suite struct RoundingTests {
    @Test(arguments: [
        ("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("1.0049", 2, "1"),
        ("1.005", 2, "1.01"), ("0.004999", 2, "0"), ("-0.004", 2, "0"), ("0.005", 2, "0.01"), ("99.995", 2, "100"),
        ("123456789012345678901234567890.125", 2, "123456789012345678901234567890.13"), ("7", 2, "7"),
        ("0.00000001", 2, "0"), ("1.5221499999", 6, "1.52215"), ("0", 2, "0"), ("1250", -2, "1300"),
    ])
    func `halves go away from zero`(text: String, places: Int, rounded: String) throws {
        let value = try #require(Decimal(string: text))
        #expect(value.rounded(places: places) == Decimal(string: rounded))
        #expect(value.rounded(places: places).description == rounded)
    }

    @Test func `a half that came through a division is still a half`() throws {
        let amount = try #require(Decimal(string: "123.45"))
        let growth = try #require(Decimal(string: "1.2"))
        // 123.45 / 1.2 is 102.875.
        #expect((amount * (1 / growth)).rounded(places: 2).description == "102.88")
        #expect((-amount * (1 / growth)).rounded(places: 2).description == "-102.88")
    }

    @Test func `a decimal becomes the nearest double`() throws {
        #expect(try #require(Decimal(string: "0.1")).double == 0.1)
        #expect(try #require(Decimal(string: "45664.5")).double == 45664.5)
        #expect(Decimal.nan.rounded(places: 2).isNaN)
    }
}
