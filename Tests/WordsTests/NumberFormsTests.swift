import FoundationEssentials
import Testing

@testable import Words

@Suite struct NumberFormsTests {
    private let english = NumberForms()

    private func decimal(_ text: String) throws -> Decimal { try #require(Decimal(string: text)) }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1, "−1"), (-12_345, "−12,345"),
        (Int.min, "−9,223,372,036,854,775,808"),
    ])
    func `whole numbers have a mark at each thousand`(number: Int, text: String) {
        #expect(english.integer(number) == text)
    }

    @Test(arguments: [
        ("1.005", 2, "1.01"), ("2.5", 0, "3"), ("-2.5", 0, "−3"), ("0.5", 0, "1"), ("0.49", 0, "0"),
        ("99.995", 2, "100.00"),
        ("999.9996", 3, "1,000.000"), ("-0.004", 2, "0.00"), ("1794.342236", 6, "1,794.342236"), ("0", 2, "0.00"),
        ("12345678901234567890.5", 0, "12,345,678,901,234,567,891"), ("1.8", 2, "1.80"), ("7", -3, "7"),
        ("0.1", 99, "0.100000000000"),
    ])
    func `decimals are rounded on their digits, half away from zero`(number: String, places: Int, text: String) throws {
        #expect(english.number(try decimal(number), places: places, exactly: true) == text)
    }

    @Test func `zeros at the end are left out where places are an upper limit`() throws {
        #expect(english.number(try decimal("1.80"), places: 2, exactly: false) == "1.8")
        #expect(english.number(try decimal("20"), places: 3, exactly: false) == "20")
        #expect(english.number(try decimal("100.001"), places: 2, exactly: false) == "100")
    }

    @Test(arguments: [
        ("0.255289", 1, "25.5%"), ("0.25", 1, "25%"), ("1.3", 0, "130%"), ("-0.0367", 1, "−3.7%"), ("0", 1, "0%"),
    ])
    func `shares are written as percentages`(share: String, places: Int, text: String) throws {
        #expect(english.percent(try decimal(share), places: places) == text)
    }

    @Test(arguments: [
        ("1234", "GBP", false, "£1,234"), ("1234.555", "GBP", true, "£1,234.56"),
        ("1794.342236", "USD", true, "US$1,794.34"),
        ("-1500", "EUR", false, "−\u{2060}€1,500"), ("1500", "chf", false, "CHF\u{A0}1,500"),
        ("0.4", "GBP", false, "£0"),
        ("-0.4", "GBP", false, "£0"),
    ])
    func `money carries a sign that no two countries share`(amount: String, code: String, pence: Bool, text: String)
        throws
    {
        #expect(english.money(try decimal(amount), currency: code, pence: pence) == text)
    }

    @Test func `what is not a number is a dash`() {
        #expect(english.number(.nan, places: 2, exactly: true) == "–")
        #expect(english.money(.nan, currency: "GBP", pence: true) == "–")
    }

    @Test func `a language may write them its own way`() throws {
        let german = NumberForms(decimalMark: ",", groupMark: ".", percentForm: "{1}\u{A0}%", moneyForm: "{2}\u{A0}{1}")
        #expect(german.money(try decimal("1234.5"), currency: "EUR", pence: true) == "1.234,50\u{A0}€")
        #expect(german.percent(try decimal("0.035"), places: 1) == "3,5\u{A0}%")
    }
}
