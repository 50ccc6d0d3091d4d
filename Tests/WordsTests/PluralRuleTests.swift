import Testing

@testable import Words

@Suite struct PluralRuleTests {
    /// Rules from the gettext manual, "Plural forms", and the form of 0 to 59 and of 100 to 149 by each, as Python's own
    /// gettext module reads them.
    private static let rules = [
        (
            "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2",
            "20111222222222222222221112222222111222222211122222221112222222111222222222222222221112222222111222222211122222"
        ),
        (
            "n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2",
            "20111111112222222222201111111120111111112011111111201111111120111111112222222222201111111120111111112011111111"
        ),
        (
            "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2",
            "20111222222222222222201112222220111222222011122222201112222220111222222222222222201112222220111222222011122222"
        ),
        (
            "n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3",
            "30122333333333333333333333333333333333333333333333333333333330122333333333333333333333333333333333333333333333"
        ),
        (
            "n==1 ? 0 : n==2 ? 1 : 2",
            "20122222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222"
        ),
        (
            "n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2",
            "20111111111111111111101111111110111111111011111111101111111110111111111111111111101111111110111111111011111111"
        ),
        (
            "n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2",
            "10111111111111111111222222222222222222222222222222222222222221111111111111111111222222222222222222222222222222"
        ),
        (
            "n>1",
            "00111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111"
        ),
        (
            "(n == 0) ? 0 : (n == 1) ? 1 : (n == 2) ? 2 : (n == 3) ? 3 : (n == 6) ? 4 : 5",
            "01235545555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555"
        ),
        (
            "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5",
            "01233333333444444444444444444444444444444444444444444444444455533333333444444444444444444444444444444444444444"
        ),
    ]

    @Test(arguments: rules)
    func `the rules of the gettext manual choose the forms that another reader chooses`(rule: (String, String)) throws {
        let expression = try #require(PluralParser.expression(rule.0))
        let numbers = Array(0..<60) + Array(100..<150)
        #expect(numbers.map { String(expression.value(for: UInt($0))) }.joined() == rule.1)
    }

    @Test(arguments: [
        "", "n +", "(n", "n)", "m", "n ? 1", "n ? 1 :", "1 2", "n = 1", "&& n", "99999999999999999999",
        String(repeating: "(", count: 100) + "n" + String(repeating: ")", count: 100),
        String(repeating: "!", count: 100) + "n", String(repeating: "n+", count: 600) + "n",
    ])
    func `what is not an expression is refused`(text: String) {
        #expect(PluralParser.expression(text) == nil)
    }

    @Test func `arithmetic wraps and a division by zero is zero`() throws {
        #expect(try #require(PluralParser.expression("n / 0 + n % 0")).value(for: 7) == 0)
        #expect(try #require(PluralParser.expression("n - 8 > 100")).value(for: 7) == 1)
        #expect(try #require(PluralParser.expression("2 + 3 * n - 4 / 2")).value(for: 5) == 15)
        #expect(try #require(PluralParser.expression("10 - 3 - 2")).value(for: 0) == 5)
    }

    @Test func `a header line is read in either order of spaces, and a form beyond the last is the first`() throws {
        let rule = try #require(PluralParser.rule(" nplurals = 2 ;plural= n>5 ? 7 : 1 "))
        #expect(rule.count == 2)
        #expect(rule.form(for: 3) == 1)
        #expect(rule.form(for: 6) == 0)
        #expect(rule.form(for: -3) == 1)
        #expect(!rule.isSound)
        #expect(PluralParser.rule("nplurals=0; plural=0;") == nil)
        #expect(PluralParser.rule("nplurals=99; plural=0;") == nil)
        #expect(PluralParser.rule("plural=0;") == nil)
    }
}
