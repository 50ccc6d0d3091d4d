import FoundationEssentials
import Testing

@testable import Words

@Suite struct CatalogueTests {
    @Test func `English is its own catalogue, with its own forms of numbers, money and dates`() throws {
        let amount = try #require(Decimal(string: "1794.342236"))
        let phrase: Phrase = """
            \(185) people earned \(amount, currency: "USD", pence: true) more by \(.date(year: 2026, month: 11, day: 24))
            """
        #expect(Catalogue.english.text(phrase) == "185 people earned US$1,794.34 more by 24 November 2026")
    }

    @Test func `the pseudo-language accents every letter and marks what people typed`() {
        let given = "Anna"
        #expect(Catalogue.pseudo.text("Hello \(given)") == "[Ĥéĺĺó ⟦Anna⟧]")
    }
}
