import Documents
import FoundationEssentials
import Measurement
import Testing
import Valuation
import ValueMaps
import Words
import Workbooks

@testable import Reading

@Suite struct `Numbers as people write them` {
    @Test(arguments: [
        ("1200", "1200"), ("£1,200", nil), ("1,200", nil), ("1,200.50", "1200.50"), ("1.200,50", "1200.50"),
        ("1 200", "1200"),
        ("1'200", "1200"), ("1.2k", "1200"), ("1.2K", "1200"), ("£1.2m", "1200000"), ("1.2 million", "1200000"),
        ("2 thousand", "2000"), ("£3bn", "3000000000"), ("(1,200.00)", "-1200"), ("-5", "-5"), ("£-5", "-5"),
        ("-£5.50", "-5.5"),
        ("\u{2212}7", "-7"), ("approx 20", "20"), ("approx. 20", "20"), ("c. 20", "20"), ("c 20", "20"), ("~20", "20"),
        ("about 20 people", "20"), ("20 (estimated)", "20"), ("0.25", "0.25"), (".5", "0.5"), ("0,5", "0.5"),
        ("3,5", "3.5"),
        ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("12,34,567", "1234567"), ("0.125", "0.125"),
        ("5 hours", "5"),
        ("£350 per person", "350"), ("£350 pa", "350"), ("$1,794.34", "1794.34"), ("€ 20", "20"), ("20 €", "20"),
        ("US$ 12.5", "12.5"),
        ("£1,200 (2023)", nil), ("£350 (2023/24 prices)", "350"), ("£350*", "350"), ("350 [2]", "350"),
        ("£350 per person per annum", "350"), ("350/yr", "350"), ("GBP 40", "40"), ("+4", "4"), ("1,250k", "1250000"),
        ("3 years", "3"),
    ])
    func `are read as the number that is meant`(text: String, expected: String?) {
        switch WrittenNumber(text) {
        case .number(let number, isPercent: false): #expect(number == expected.flatMap { Decimal(string: $0) })
        case .either: #expect(expected == nil)
        default: Issue.record("\(text) was not read")
        }
    }

    @Test(arguments: [
        ("25 %", "25"), ("25%", "25"), ("12.5 per cent", "12.5"), ("25 percent", "25"), ("25 pct", "25"),
        ("25%*", "25"), ("-5 %", "-5"),
    ])
    func `keep their percent sign`(text: String, expected: String) {
        #expect(WrittenNumber(text) == .number(Decimal(string: expected) ?? 0, isPercent: true))
    }

    @Test(arguments: [
        "n/a", "N/A", "unknown", "-", "\u{2013}", "tbc", "TBC", "?", "", "  ", "not known", "To be confirmed",
    ])
    func `are missing where people say so`(text: String) {
        #expect(WrittenNumber(text) == .missing)
    }

    @Test(arguments: ["nil", "None", "zero"])
    func `are 0 in words`(text: String) {
        #expect(WrittenNumber(text) == .zeroInWords(isPercent: false))
    }

    @Test(arguments: [
        "NaN", "inf", "20-25", "20 to 25", "3 out of 4", "1/2", "£50 per week", "5 a month", "twelve", "1,2,3",
        "12.03.2024", "1..2",
        "1,20", "--5", "(-5)", "1e5", "0x10", "5 5", "£", "%", "over 20", "<5", "20+", "=1+1", "=cmd|' /C calc'!A0",
        "\u{0664}\u{0662}",
        "99999999999999999999999999999999999",
    ])
    func `are not guessed from anything else`(text: String) {
        switch WrittenNumber(text) {
        case .unclear: break
        case .number(let number, _): #expect(text == "1,20" && number == Decimal(string: "1.2"))
        default: Issue.record("\(text) was read")
        }
    }

    @Test func `are open where comma and point can be taken either way`() {
        #expect(
            WrittenNumber("1.200")
                == .either(point: Decimal(string: "1.2") ?? 0, comma: 1200, isPercent: false, signIsPoint: true))
        #expect(
            WrittenNumber("1,200")
                == .either(point: 1200, comma: Decimal(string: "1.2") ?? 0, isPercent: false, signIsPoint: false))
    }

    @Test func `show the decimal sign of their column`() {
        #expect(WrittenNumber.style(of: "1.200,50") == .comma)
        #expect(WrittenNumber.style(of: "3,5") == .comma)
        #expect(WrittenNumber.style(of: "1.234.567") == .comma)
        #expect(WrittenNumber.style(of: "£1,200.50") == .point)
        #expect(WrittenNumber.style(of: "2.5") == .point)
        #expect(WrittenNumber.style(of: "1,200") == nil)
        #expect(WrittenNumber.style(of: "1.200") == nil)
        #expect(WrittenNumber.style(of: "12") == nil)
    }

    @Test func `are exact decimals from a spreadsheet's own numbers`() {
        #expect(exactDecimal(1794.34) == Decimal(string: "1794.34"))
        #expect(exactDecimal(0.646) == Decimal(string: "0.646"))
        #expect(exactDecimal(0.1 + 0.2) == Decimal(string: "0.30000000000000004"))
        #expect(exactDecimal(-45_000) == -45_000)
        #expect(exactDecimal(.nan) == nil)
        #expect(exactDecimal(.infinity) == nil)
        #expect(exactDecimal(1e16) == nil)
        #expect(exactDecimal(5e-300) == 0)
    }
}
