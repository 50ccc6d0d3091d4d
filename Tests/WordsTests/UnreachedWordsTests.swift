import FoundationEssentials
import Testing

@testable import Words

@Suite struct UnreachedWordsTests {
    @Test func `words in text and in what is read aloud are found where they carry no accents`() {
        let page = """
            <!doctype html><html lang="qps"><head><title>[Þáĝé] Stray</title><style>p { color: red }</style></head>
            <body class="wide"><!-- not seen --><p title="Hint">[Ĥéĺĺó] ⟦Anna Jones⟧ &amp; 12 % forgotten</p>
            <img alt="Picture > frame" src="x.png"><script>let hidden = "<p>no</p>"</script><p>[Þ]</p></body></html>
            """
        #expect(
            UnreachedWords.find(inHTML: page) == ["Stray", "Hint", "forgotten", "Picture", "frame"])
    }

    @Test func `a page of phrases and of what people typed has none`() {
        let phrase: Phrase =
            "\("Tom") helped \(12) people, worth \(5, currency: "USD"), by \(.date(year: 2026, month: 2, day: 1))"
        let text = Catalogue.pseudo.text(phrase)
        #expect(UnreachedWords.find(inHTML: "<p>\(text)</p>") == [])
        #expect(text.hasPrefix("[⟦Tom⟧ ĥéĺþéð 12 þéóþĺé"))
    }

    @Test(arguments: ["<", "<p", "<p title=\"", "&", "<!--", "<script>", "⟧⟧<b>", "<p a='\">x"])
    func `broken markup ends the search and nothing more`(html: String) {
        _ = UnreachedWords.find(inHTML: html)
    }
}
